#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app.h"
#include "kiosk/gallery/screens.h"
#include "kiosk/ui/studio.h"
#include "platform/base/clock.h"

namespace hallpass {

/// A clock that stands still: two galleries of one program are the same.
class DemoClock final : public platform::Clock {
 public:
  [[nodiscard]] platform::UtcTime now() const override;
  [[nodiscard]] platform::BootTime sinceBoot() const override { return {60'000}; }
  [[nodiscard]] platform::ClockQuality quality() const override {
    return platform::ClockQuality::Synchronised;
  }
  [[nodiscard]] std::string bootId() const override {
    return "00000000-0000-0000-0000-000000000001";
  }
};

/// A folder of its own, which goes with it.
class DemoFolder {
 public:
  DemoFolder();
  ~DemoFolder();
  DemoFolder(const DemoFolder&) = delete;
  DemoFolder& operator=(const DemoFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The kiosk without its window, on a device with a class, students, codes, orders and a stick, all
/// made up; whoever plays on it touches what is on its screens.
class DemoKiosk {
 public:
  /// In `language`, an id of kLanguages. `screens` and `missing` outlive the kiosk.
  DemoKiosk(std::string_view language, std::vector<GalleryScreen>& screens,
            std::vector<std::string>& missing);

  /// From now on screens are kept in `group`.
  void in(std::string group) { group_ = std::move(group); }
  /// Keeps what stands now; of two of one name the first.
  void keep(const std::string& name);

  /// The same, with the countdown's question over it.
  void keepCountdown(const std::string& name);

  /// The same, with what a touch of `id` opens on the screen itself.
  void keepOpened(const std::string& name, const std::string& id);

  /// Touches each of `ids` in turn, and waits for the work that this starts; spaces part them.
  /// After the first that is not there nothing is touched until home().
  void touch(std::string_view ids);
  /// The same, and keeps what stands then.
  void touch(std::string_view ids, const std::string& name);
  void type(std::string_view text);

  /// Back on the attract screen, whatever stood there.
  void home();

  /// From now on the device takes part in a depot that is on line, or that nobody reaches, holds
  /// some of its codes, and has a list of new ones on its stick. Then home().
  void takePartInDepot();
  void loseDepot();

  static constexpr std::string_view kInstructorPin = "402713";
  static constexpr std::string_view kStaffPin = "851294";
  static constexpr std::string_view kWord = "harbour";

 private:
  void prepare();
  void putStick();
  bool touchOne(const std::string& id);
  void settle();

  std::string language_;
  std::vector<GalleryScreen>& screens_;
  std::vector<std::string>& missing_;
  std::string group_;
  bool lost_ = false;
  DemoClock clock_;
  DemoFolder folder_;
  std::mutex mutex_;
  std::condition_variable rung_;
  bool rings_ = false;
  int codes_ = 0;
  std::optional<DepotStanding> depot_;  ///< nullopt: the device has none.
  Studio studio_;
  std::unique_ptr<App> app_;
};

}  // namespace hallpass
