#include "platform/base/clock.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

namespace platform {
namespace {

constexpr std::int64_t kMsPerDay = 86'400'000;
constexpr std::int64_t kEndOf9999 = 253'402'300'799'999;

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
