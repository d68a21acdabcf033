#include "kiosk/settings/sleep_hours.h"

#include <cstdlib>

#include "tests/support/catch.h"

using namespace hallpass;

namespace {

Settings sleeping(const char* from, const char* until) {
  Settings settings;
  settings.sleepFrom = parseDayTime(from);
  settings.sleepUntil = parseDayTime(until);
  return settings;
}

bool sleepsAtText(const Settings& settings, const char* now) {
  return sleepsAt(settings, parseDayTime(now).value());
}

platform::UtcTime at(const char* text) { return platform::parseIsoTime(text).value(); }

/// The device's time zone, for as long as this lives.
struct Zone {
  explicit Zone(const char* name) { ::setenv("TZ", name, 1); }
  ~Zone() { ::unsetenv("TZ"); }
  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;
};

}  // namespace

TEST_CASE("the screen is dark from the first time until just before the second") {
  const Settings noon = sleeping("12:00", "13:30");
  CHECK_FALSE(sleepsAtText(noon, "11:59"));
  CHECK(sleepsAtText(noon, "12:00"));
  CHECK(sleepsAtText(noon, "13:29"));
  CHECK_FALSE(sleepsAtText(noon, "13:30"));
}

TEST_CASE("a night goes over midnight") {
  const Settings night = sleeping("22:00", "06:30");
  CHECK_FALSE(sleepsAtText(night, "21:59"));
  CHECK(sleepsAtText(night, "22:00"));
  CHECK(sleepsAtText(night, "00:00"));
  CHECK(sleepsAtText(night, "06:29"));
  CHECK_FALSE(sleepsAtText(night, "06:30"));
}

TEST_CASE("without two different times the screen is never dark") {
  for (const Settings& never : {Settings{}, sleeping("22:00", "22:00")}) {
    CHECK_FALSE(sleepsAtText(never, "22:00"));
    CHECK_FALSE(sleepsAtText(never, "03:00"));
    CHECK(untilSleepChanges(never, at("2026-11-21T21:59:30")) == kSleepLook);
  }
}

TEST_CASE("the next change is told to the second, and a far one is looked at again") {
  const Zone zone("UTC0");
  const Settings night = sleeping("22:00", "06:30");
  CHECK(untilSleepChanges(night, at("2026-11-21T21:59:30")) == std::chrono::seconds(30));
  CHECK(untilSleepChanges(night, at("2026-11-21T06:29:59.250")) == std::chrono::milliseconds(750));
  CHECK(untilSleepChanges(night, at("2026-11-21T22:00")) == kSleepLook);
}

TEST_CASE("the times are those of the device's zone") {
  const Zone zone("Asia/Tokyo");
  CHECK(toText(dayTimeAt(at("2026-11-21T21:59:30"))) == "06:59");
}
