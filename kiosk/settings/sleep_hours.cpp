#include "kiosk/settings/sleep_hours.h"

#include <algorithm>

namespace hallpass {
namespace {

constexpr int kDay = 24 * 60;
constexpr std::int64_t kMsPerMinute = 60'000;

bool isSet(const Settings& settings) {
  return settings.sleepFrom && settings.sleepUntil && settings.sleepFrom != settings.sleepUntil;
}

/// Minutes from `now` until it is `then` again, 1 to a day.
int minutesUntil(DayTime now, DayTime then) {
  const int span = (then.minutes - now.minutes + kDay) % kDay;
  return span == 0 ? kDay : span;
}

}  // namespace

DayTime dayTimeAt(platform::UtcTime time) {
  // "2026-11-21 10:30:00 CET"
  return parseDayTime(platform::toLocalText(time).substr(11, 5)).value_or(DayTime{});
}

bool sleepsAt(const Settings& settings, DayTime now) {
  if (!isSet(settings)) return false;
  return minutesUntil(now, *settings.sleepUntil) < minutesUntil(now, *settings.sleepFrom);
}

std::chrono::milliseconds untilSleepChanges(const Settings& settings, platform::UtcTime now) {
  if (!isSet(settings)) return kSleepLook;
  const DayTime shown = dayTimeAt(now);
  const int minutes =
      std::min(minutesUntil(shown, *settings.sleepFrom), minutesUntil(shown, *settings.sleepUntil));
  const auto into = ((now.ms % kMsPerMinute) + kMsPerMinute) % kMsPerMinute;
  const std::chrono::milliseconds until = std::chrono::minutes(minutes);
  return std::min<std::chrono::milliseconds>(until - std::chrono::milliseconds(into), kSleepLook);
}

}  // namespace hallpass
