#pragma once

#include <chrono>

#include "kiosk/settings/day_time.h"
#include "kiosk/settings/settings.h"
#include "platform/base/clock.h"

namespace hallpass {

/// The time of day that the device's clocks show at `time`.
[[nodiscard]] DayTime dayTimeAt(platform::UtcTime time);

/// Whether the screen is to be dark at `now`: from sleepFrom, until just before sleepUntil, over
/// midnight where that is earlier. Never where they are the same, or not set.
[[nodiscard]] bool sleepsAt(const Settings& settings, DayTime now);

/// How long from `now` until the next of the two times, at most kSleepLook: a clock that is set
/// meanwhile, or goes forward in spring, is noticed by then. kSleepLook where they are not set.
[[nodiscard]] std::chrono::milliseconds untilSleepChanges(const Settings& settings,
                                                          platform::UtcTime now);

inline constexpr std::chrono::minutes kSleepLook{15};

}  // namespace hallpass
