#pragma once

#include <chrono>
#include <cstdint>

#include "platform/base/clock.h"

namespace hallpass {

/// How long a visit waits for a touch. All times are counted from the boot, so that a clock that is
/// set meanwhile changes nothing.
struct VisitTimes {
  std::chrono::seconds idle{60};       ///< Without a touch until the warning: 45-300.
  std::chrono::seconds countdown{20};  ///< From the warning until all is cleared (WCAG 2.2.1).
  std::chrono::seconds done{15};       ///< How long the last screen stays by itself.
};

/// When a visit that nobody touches ends. One tap during the countdown starts it anew, as often as
/// the student likes.
class VisitTimer {
 public:
  enum class Phase : std::uint8_t {
    Active,   ///< Nothing to show.
    Warning,  ///< The countdown runs.
    Over,     ///< Everything personal is to be cleared.
  };

  VisitTimer(VisitTimes times, platform::BootTime now) : times_(times), touchedAt_(now) {}

  void touched(platform::BootTime now) { touchedAt_ = now; }
  /// Whether there is much to read on the screen: it waits twice as long until the warning.
  void reads(bool much) { reads_ = much; }
  [[nodiscard]] platform::BootTime touchedAt() const { return touchedAt_; }

  [[nodiscard]] Phase phase(platform::BootTime now) const;

  /// Whole seconds until the end, counting down from `countdown` to 1; 0 when it is over.
  [[nodiscard]] int secondsLeft(platform::BootTime now) const;

  /// The next moment at which phase() or, in the countdown, secondsLeft() changes.
  [[nodiscard]] platform::BootTime nextChange(platform::BootTime now) const;

 private:
  [[nodiscard]] std::chrono::seconds idle() const { return reads_ ? 2 * times_.idle : times_.idle; }

  VisitTimes times_;
  platform::BootTime touchedAt_;
  bool reads_ = false;
};

}  // namespace hallpass
