#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/e2e/desk.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"

namespace tests {

/// A device with its PINs and a stick, and the kiosk on it, at one of the sizes that are promised.
class DeskRoom {
 public:
  explicit DeskRoom(Size size, bool withClass = true)
      : device_(places()), display_(size), stick_(device_.stick()) {
    device_.setPin("instructor", kInstructorPin);
    device_.setPin("staff", kStaffPin);
    if (withClass) device_.openSampleClass();
    for (const char* list : {"roster.csv", "orders.csv"}) {
      std::filesystem::copy_file(device_.sample(list), stick_ / list);
    }
    std::filesystem::copy_file(device_.sample("codes-azure-5x5.txt"), stick_ / "codes.txt");
    stage_.emplace(device_, display_);
    kiosk().waitForScreen("attract");
  }

  [[nodiscard]] KioskProcess& kiosk() { return stage_->kiosk; }
  [[nodiscard]] Stage& stage() { return *stage_; }
  [[nodiscard]] const Device& device() const { return device_; }
  [[nodiscard]] Display& display() { return display_; }
  [[nodiscard]] const std::filesystem::path& stick() const { return stick_; }

  /// Taps `id`, which leads to `screen`, and looks at what stands there.
  const Scene& press(std::string_view id, std::string_view screen) {
    kiosk().tapTo(id, screen);
    return look();
  }
  const Scene& place(std::string_view id, std::string_view screen) {
    goTo(kiosk(), id, screen);
    return look();
  }
  const Scene& row(std::string_view words, std::string_view screen) {
    return press(rowWith(kiosk().scene(), words), screen);
  }
  const Scene& fill(std::string_view field, std::string_view text) {
    return fillField(*stage_, field, text);
  }
  const Scene& look() {
    INFO(kiosk().scene().summary());
    CHECK(layoutProblems(kiosk().scene(), display_.pixelsPerMm()) == std::vector<std::string>{});
    return kiosk().scene();
  }
  void open() {
    press("door", "pin");
    typeOnPad(kiosk(), kInstructorPin);
    kiosk().waitForScreen("desk");
    look();
  }

 private:
  Device device_;
  Display display_;
  std::filesystem::path stick_;
  std::optional<Stage> stage_;
};

/// The sizes that are promised.
inline constexpr Size kDeskSizes[]{{1280, 800}, {1920, 1080}};

}  // namespace tests

#define AT_EACH_SIZE(size)                                                                  \
  for (const tests::Size size : tests::kDeskSizes) /* NOLINT(bugprone-macro-parentheses) */ \
  DYNAMIC_SECTION(size.width << " x " << size.height)
