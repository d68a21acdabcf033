#include "platform/base/clock.h"

#include <sys/timex.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>

namespace platform {
namespace {

constexpr std::int64_t kMsPerDay = 86'400'000;

/// The whole units in `ms`, rounded down before 1970 as well.
std::int64_t floorDivide(std::int64_t ms, std::int64_t unit) {
  return ms / unit - (ms % unit < 0 ? 1 : 0);
}

std::int64_t readClockMs(clockid_t id) {
  timespec spec{};
  clock_gettime(id, &spec);
  return std::int64_t{spec.tv_sec} * 1000 + spec.tv_nsec / 1'000'000;
}

/// Takes exactly `digits` digits off the front of `text`; nullopt when they are not there.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return number;
}

bool takeChar(std::string_view& text, std::string_view oneOf) {
  if (text.empty() || oneOf.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::int64_t> takeDay(std::string_view& text) {
  const auto year = takeNumber(text, 4);
  if (!year || !takeChar(text, "-")) return std::nullopt;
  const auto month = takeNumber(text, 2);
  if (!month || !takeChar(text, "-")) return std::nullopt;
  const auto day = takeNumber(text, 2);
  if (!day || *year < 1970) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

/// One to nine digits behind the point, cut to whole milliseconds.
std::optional<int> takeFraction(std::string_view& text) {
  int ms = 0;
  int digits = 0;
  for (int weight = 100; digits < 9; ++digits, weight /= 10) {
    const auto digit = takeNumber(text, 1);
    if (!digit) break;
    ms += *digit * weight;
  }
  if (digits == 0) return std::nullopt;
  return ms;
}

std::optional<std::int64_t> takeTimeOfDay(std::string_view& text) {
  const auto hour = takeNumber(text, 2);
  if (!hour || *hour > 23 || !takeChar(text, ":")) return std::nullopt;
  const auto minute = takeNumber(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  std::int64_t ms = (*hour * 60 + *minute) * std::int64_t{60'000};
  if (!takeChar(text, ":")) return ms;
  const auto second = takeNumber(text, 2);
  if (!second || *second > 59) return std::nullopt;
  ms += *second * std::int64_t{1000};
  if (!takeChar(text, ".")) return ms;
  const auto fraction = takeFraction(text);
  if (!fraction) return std::nullopt;
  return ms + *fraction;
}

constexpr UtcTime kEndOf9999{253'402'300'799'999};

std::tm localParts(UtcTime time) {
  ::tzset();  // localtime_r() need not look at a $TZ that has changed.
  const auto seconds = static_cast<std::time_t>(floorDivide(time.ms, 1000));
  std::tm parts{};
  localtime_r(&seconds, &parts);
  return parts;
}

/// What the device's clocks show at `time`, as if they showed UTC.
UtcTime shownAt(UtcTime time) {
  return {time.ms + localParts(time).tm_gmtoff * std::int64_t{1000}};
}

/// When the device's clocks show `shown`; mktime() leaves open which of two such moments it means.
UtcTime whenShown(UtcTime shown) {
  const auto offsetAt = [](std::int64_t ms) { return shownAt({ms}).ms - ms; };
  // A day to either side is beyond every offset, and no two changes are so near to each other.
  const std::int64_t before = offsetAt(shown.ms - kMsPerDay);
  const std::int64_t after = offsetAt(shown.ms + kMsPerDay);
  const UtcTime first{shown.ms - std::max(before, after)};
  const UtcTime second{shown.ms - std::min(before, after)};
  if (shownAt(first) == shown) return first;
  if (shownAt(second) == shown) return second;
  return {shown.ms - before};
}

UtcTime withinYears(UtcTime time) { return std::clamp(time, UtcTime{0}, kEndOf9999); }

}  // namespace

UtcTime SystemClock::now() const { return {readClockMs(CLOCK_REALTIME)}; }

BootTime SystemClock::sinceBoot() const { return {readClockMs(CLOCK_BOOTTIME)}; }

ClockQuality SystemClock::quality() const {
  timex status{};
  const bool kept = ntp_adjtime(&status) != TIME_ERROR && (status.status & STA_UNSYNC) == 0;
  return kept ? ClockQuality::Synchronised : ClockQuality::Unsynchronised;
}

std::string SystemClock::bootId() const {
  std::string id;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
  return id;
}

std::string toIsoText(UtcTime time) {
  const auto seconds = static_cast<std::time_t>(floorDivide(time.ms, 1000));
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
  char fraction[8];
  std::snprintf(fraction, sizeof fraction, ".%03dZ",
                static_cast<int>(time.ms - std::int64_t{seconds} * 1000));
  return std::string(text, length) + fraction;
}

std::string toIsoDate(UtcTime time) { return toIsoText(time).substr(0, 10); }

std::optional<UtcTime> parseIsoTime(std::string_view text) {
  const auto day = takeDay(text);
  if (!day) return std::nullopt;
  UtcTime time{*day * kMsPerDay};
  if (text.empty()) return time;
  if (!takeChar(text, "T ")) return std::nullopt;
  const auto timeOfDay = takeTimeOfDay(text);
  if (!timeOfDay) return std::nullopt;
  takeChar(text, "Z");
  if (!text.empty()) return std::nullopt;
  return UtcTime{time.ms + *timeOfDay};
}

UtcTime endOfDay(UtcTime time) { return {(floorDivide(time.ms, kMsPerDay) + 1) * kMsPerDay - 1}; }

std::optional<UtcTime> parseLocalTime(std::string_view text) {
  const auto read = parseIsoTime(text);
  if (!read || text.back() == 'Z') return read;
  return withinYears(whenShown(*read));
}

UtcTime endOfLocalDay(UtcTime time) {
  const UtcTime lastShown = endOfDay(shownAt(time));
  return withinYears({whenShown({lastShown.ms + 1}).ms - 1});
}

std::string toLocalText(UtcTime time) {
  const std::tm parts = localParts(time);
  char text[64];
  const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %Z", &parts);
  return {text, length};
}

}  // namespace platform
