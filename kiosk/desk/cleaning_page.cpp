// The screen may be wiped: nothing on it can be touched for a minute.
#include <algorithm>
#include <chrono>

#include "kiosk/desk/machine_pages.h"

namespace hallpass {
namespace {

class CleaningPage final : public DeskPage {
 public:
  explicit CleaningPage(const DeskTools& tools)
      : DeskPage(tools), until_(tools.clock.sinceBoot() + kCleaning) {}

  [[nodiscard]] ScreenView view() const override { return CleaningView{secondsLeft()}; }
  [[nodiscard]] Step handle(const Intent&) override { return StayHere{}; }
  [[nodiscard]] Step next() override {
    if (secondsLeft() > 0) return StayHere{};
    return GoBack{};
  }
  [[nodiscard]] bool standsAlone() const override { return true; }

 private:
  [[nodiscard]] int secondsLeft() const {
    const auto left = std::chrono::ceil<std::chrono::seconds>(until_ - tools_.clock.sinceBoot());
    return static_cast<int>(std::max<std::int64_t>(0, left.count()));
  }

  platform::BootTime until_;
};

}  // namespace

std::unique_ptr<DeskPage> cleaningPage(const DeskTools& tools) {
  return std::make_unique<CleaningPage>(tools);
}

}  // namespace hallpass
