#include "platform/base/clock.h"

#include <rapidcheck.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

namespace platform {
namespace {

constexpr std::int64_t kMsPerDay = 86'400'000;
constexpr std::int64_t kEndOf9999 = 253'402'300'799'999;

/// The device stands in another time zone, for as long as this lives.
class Zone {
 public:
  explicit Zone(const char* rules) {
    if (const char* set = std::getenv("TZ")) before_ = set;
    ::setenv("TZ", rules, 1);
  }
  ~Zone() { before_ ? ::setenv("TZ", before_->c_str(), 1) : ::unsetenv("TZ"); }
  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;

 private:
  std::optional<std::string> before_;
};

constexpr const char* kCentralEurope = "CET-1CEST,M3.5.0,M10.5.0/3";
constexpr const char* kMidnightChanges = "XXX4YYY,M10.3.0/0,M2.3.0/0";  // as once in Brazil

std::string utcOf(std::string_view local) {
  const auto time = parseLocalTime(local);
  return time ? toIsoText(*time) : "no time";
}

std::string endOfDayOf(std::string_view local) {
  return toIsoText(endOfLocalDay(*parseLocalTime(local)));
}

/// toLocalText(), as parseLocalTime() reads it.
std::string withoutZone(UtcTime time) { return toLocalText(time).substr(0, 19); }

}  // namespace

TEST_CASE("a time written and read again is the same to the millisecond") {
  REQUIRE(rc::check("round trip", [] {
    const UtcTime time{*rc::gen::inRange<std::int64_t>(0, kEndOf9999)};
    const auto read = parseIsoTime(toIsoText(time));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == time);
    RC_ASSERT(toIsoText(time).size() == 24U);
  }));
}

TEST_CASE("a date is its first instant, and its end is the last millisecond of it") {
  REQUIRE(rc::check("date", [] {
    const UtcTime time{*rc::gen::inRange<std::int64_t>(0, kEndOf9999)};
    const auto day = parseIsoTime(toIsoDate(time));
    RC_ASSERT(day.has_value());
    RC_ASSERT(day->ms % kMsPerDay == 0);
    RC_ASSERT(*day <= time);
    RC_ASSERT(endOfDay(time).ms == day->ms + kMsPerDay - 1);
    RC_ASSERT(endOfDay(time) >= time);
  }));
}

TEST_CASE("times are read with and without seconds, fractions, T and Z") {
  const std::int64_t halfPastNine = 1'795'253'400'000;
  CHECK(parseIsoTime("2026-11-21")->ms == halfPastNine - 34'200'000);
  for (const char* text : {"2026-11-21T09:30", "2026-11-21 09:30", "2026-11-21T09:30Z",
                           "2026-11-21 09:30:00", "2026-11-21T09:30:00.000Z"}) {
    CHECK(parseIsoTime(text)->ms == halfPastNine);
  }
  CHECK(parseIsoTime("2026-11-21T09:30:07.5")->ms == halfPastNine + 7'500);
  CHECK(parseIsoTime("2026-11-21T09:30:07.123456789Z")->ms == halfPastNine + 7'123);
  CHECK(parseIsoTime("1970-01-01")->ms == 0);
  CHECK(parseIsoTime("9999-12-31T23:59:59.999Z")->ms == kEndOf9999);
}

TEST_CASE("impossible dates and other writings are refused") {
  for (const char* text : {"",
                           "2026",
                           "2026-11",
                           "2026-02-31",
                           "2026-13-01",
                           "2026-00-10",
                           "2026-01-00",
                           "2025-02-29",
                           "1900-02-28",
                           "1969-12-31",
                           "10000-01-01",
                           "26-11-21",
                           "21.11.2026",
                           "2026/11/21",
                           "2026-11-21T",
                           "2026-11-21T9:30",
                           "2026-11-21T24:00",
                           "2026-11-21T09:60",
                           "2026-11-21T09:30:60",
                           "2026-11-21T09:30:00.",
                           "2026-11-21T09:30:00.1234567890",
                           "2026-11-21T09:30+02:00",
                           "2026-11-21T09:30ZZ",
                           " 2026-11-21",
                           "2026-11-21 ",
                           "2026-11-2x",
                           "+026-11-21",
                           "tomorrow"}) {
    INFO(text);
    CHECK_FALSE(parseIsoTime(text));
  }
  CHECK(parseIsoTime("2024-02-29"));
}

TEST_CASE("a text is a time within the years that can be written, or none") {
  REQUIRE(rc::check("any text", [] {
    const auto tail = rc::gen::container<std::string>(
        rc::gen::element('0', '1', '2', '5', '9', ':', '-', '.', 'T', ' ', 'Z'));
    const std::string text =
        *rc::gen::element<std::string>("", "1970-01-01", "2026-11-21T") + *tail;
    if (const auto time = parseIsoTime(text)) {
      RC_ASSERT(time->ms >= 0);
      RC_ASSERT(time->ms <= kEndOf9999);
      RC_ASSERT(toIsoDate(*time) == text.substr(0, 10));
    }
  }));
}

TEST_CASE("a local time is the device's, with Z it is UTC") {
  const Zone zone(kCentralEurope);
  CHECK(utcOf("2026-11-21T17:30") == "2026-11-21T16:30:00.000Z");
  CHECK(utcOf("2026-07-01 17:30:01.5") == "2026-07-01T15:30:01.500Z");
  CHECK(utcOf("2026-11-21T17:30Z") == "2026-11-21T17:30:00.000Z");
  CHECK(utcOf("2026-11-21") == "2026-11-20T23:00:00.000Z");
  CHECK(endOfDayOf("2026-11-21") == "2026-11-21T22:59:59.999Z");
  CHECK(endOfDayOf("2026-11-21T23:59") == "2026-11-21T22:59:59.999Z");
  CHECK(utcOf("2026-02-31") == "no time");
  CHECK(utcOf("") == "no time");
  CHECK(toLocalText({1'795'253'400'000}) == "2026-11-21 10:30:00 CET");
  CHECK(toLocalText({1'782'912'600'999}) == "2026-07-01 15:30:00 CEST");
}

TEST_CASE("a local time that the clocks leave out is later, one that comes twice is the first") {
  const Zone zone(kCentralEurope);
  CHECK(utcOf("2026-03-29T01:59:59") == "2026-03-29T00:59:59.000Z");
  CHECK(utcOf("2026-03-29T02:30") == "2026-03-29T01:30:00.000Z");
  CHECK(utcOf("2026-03-29T03:00") == "2026-03-29T01:00:00.000Z");
  CHECK(utcOf("2026-10-25T02:30") == "2026-10-25T00:30:00.000Z");
  CHECK(utcOf("2026-10-25T03:00") == "2026-10-25T02:00:00.000Z");
}

TEST_CASE("a local day begins and ends where its midnight is left out or comes twice") {
  const Zone zone(kMidnightChanges);
  CHECK(utcOf("2026-10-18") == "2026-10-18T04:00:00.000Z");  // 00:00 is 01:00
  CHECK(endOfDayOf("2026-10-17") == "2026-10-18T03:59:59.999Z");
  CHECK(endOfDayOf("2026-02-14") == "2026-02-15T03:59:59.999Z");  // 23:00 to 24:00 comes twice
  CHECK(utcOf("2026-02-15") == "2026-02-15T04:00:00.000Z");
}

TEST_CASE("a local time written and read again is the same second, or the hour before it again") {
  for (const char* rules : {kCentralEurope, kMidnightChanges, "UTC0", "NST3:30NDT,M3.2.0,M11.1.0",
                            "<+14>-14", "<-12>12"}) {
    const Zone zone(rules);
    REQUIRE(rc::check(std::string("round trip in ") + rules, [] {
      const UtcTime time{*rc::gen::inRange<std::int64_t>(kMsPerDay, kEndOf9999 - kMsPerDay)};
      const auto read = parseLocalTime(withoutZone(time));
      RC_ASSERT(read.has_value());
      const std::int64_t cut = time.ms / 1000 * 1000;
      RC_ASSERT((read->ms == cut || read->ms == cut - 3'600'000));
      RC_ASSERT(withoutZone(*read) == withoutZone(time));
      const UtcTime end = endOfLocalDay(time);
      RC_ASSERT(end >= time);
      RC_ASSERT(withoutZone(end) == withoutZone(time).substr(0, 10) + " 23:59:59");
      RC_ASSERT(withoutZone({end.ms + 1}).substr(0, 10) > withoutZone(time).substr(0, 10));
      RC_ASSERT(*parseLocalTime(withoutZone(time).substr(0, 10)) <= time);
    }));
  }
}

TEST_CASE("every reading near a change of the clocks is a time that the clocks show, or a gap's") {
  const Zone zone(kCentralEurope);
  const std::int64_t spring = parseIsoTime("2026-03-29")->ms;
  REQUIRE(rc::check("around 02:00 to 03:00", [spring] {
    const std::int64_t minute = *rc::gen::inRange<std::int64_t>(0, 24 * 60);
    const std::string text = toIsoText({spring + minute * 60'000}).substr(0, 19);
    const auto read = parseLocalTime(text);
    RC_ASSERT(read.has_value());
    const bool leftOut = minute >= 120 && minute < 180;
    const std::string shown = toIsoText({spring + (minute + (leftOut ? 60 : 0)) * 60'000});
    RC_ASSERT(withoutZone(*read).substr(11) == shown.substr(11, 8));
  }));
}

TEST_CASE("a local time at the edge of the years stays within them") {
  const Zone east("<+14>-14");
  CHECK(utcOf("1970-01-01") == "1970-01-01T00:00:00.000Z");
  const Zone west("<-12>12");
  CHECK(endOfDayOf("9999-12-31") == "9999-12-31T23:59:59.999Z");
}

TEST_CASE("a time before 1970 is still written as a time") {
  CHECK(toIsoText({-1}) == "1969-12-31T23:59:59.999Z");
  CHECK(toIsoText({-1000}) == "1969-12-31T23:59:59.000Z");
  CHECK(endOfDay({-1}).ms == -1);
  CHECK(endOfDay({-kMsPerDay}).ms == -1);
}

TEST_CASE("the system's clocks answer: the boot time never goes back, the boot has a name") {
  const SystemClock clock;
  const BootTime first = clock.sinceBoot();
  CHECK(first.ms > 0);
  CHECK(clock.sinceBoot() >= first);
  CHECK(clock.bootId().size() == 36);
  CHECK(clock.bootId() == clock.bootId());
}

TEST_CASE("spans between boot times add up") {
  tests::ManualClock clock;
  const BootTime before = clock.sinceBoot();
  clock.pass(std::chrono::seconds(90));
  CHECK(clock.sinceBoot() - before == std::chrono::milliseconds(90'000));
  CHECK(before + std::chrono::seconds(90) == clock.sinceBoot());
}

}  // namespace platform
