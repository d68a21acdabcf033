#include "kiosk/domain/visit.h"

#include "tests/support/catch.h"

using hallpass::VisitTimer;
using platform::BootTime;
using namespace std::chrono_literals;

namespace {

constexpr BootTime kStart{5'000};

VisitTimer timerOf(std::chrono::seconds idle) { return {{.idle = idle}, kStart}; }

}  // namespace

TEST_CASE("a visit is active until it was not touched for the idle time") {
  const VisitTimer timer = timerOf(60s);
  CHECK(timer.phase(kStart) == VisitTimer::Phase::Active);
  CHECK(timer.phase(kStart + 59'999ms) == VisitTimer::Phase::Active);
  CHECK(timer.phase(kStart + 60'000ms) == VisitTimer::Phase::Warning);
  CHECK(timer.phase(kStart + 79'999ms) == VisitTimer::Phase::Warning);
  CHECK(timer.phase(kStart + 80'000ms) == VisitTimer::Phase::Over);
}

TEST_CASE("what is read waits twice as long, its countdown does not") {
  VisitTimer timer = timerOf(60s);
  timer.reads(true);
  CHECK(timer.phase(kStart + 119'999ms) == VisitTimer::Phase::Active);
  CHECK(timer.nextChange(kStart) == kStart + 120s);
  CHECK(timer.secondsLeft(kStart + 120s) == 20);
  CHECK(timer.phase(kStart + 140s) == VisitTimer::Phase::Over);
  timer.reads(false);
  CHECK(timer.phase(kStart + 60s) == VisitTimer::Phase::Warning);
}

TEST_CASE("the countdown shows each of its twenty seconds") {
  const VisitTimer timer = timerOf(45s);
  CHECK(timer.secondsLeft(kStart + 45'000ms) == 20);
  CHECK(timer.secondsLeft(kStart + 45'001ms) == 20);
  CHECK(timer.secondsLeft(kStart + 46'000ms) == 19);
  CHECK(timer.secondsLeft(kStart + 64'999ms) == 1);
  CHECK(timer.secondsLeft(kStart + 65'000ms) == 0);
}

TEST_CASE("one touch starts the countdown anew, as often as one likes") {
  VisitTimer timer = timerOf(60s);
  BootTime now = kStart;
  for (int extension = 0; extension < 25; ++extension) {
    now = now + 75s;
    REQUIRE(timer.phase(now) == VisitTimer::Phase::Warning);
    timer.touched(now);
    REQUIRE(timer.phase(now) == VisitTimer::Phase::Active);
  }
}

TEST_CASE("the next change is the warning, then each second, then the end") {
  const VisitTimer timer = timerOf(60s);
  BootTime now = kStart;
  CHECK(timer.nextChange(now) == kStart + 60s);
  for (int left = 20; left > 0; --left) {
    now = timer.nextChange(now);
    REQUIRE(timer.secondsLeft(now) == left);
  }
  now = timer.nextChange(now);
  CHECK(now == kStart + 80s);
  CHECK(timer.phase(now) == VisitTimer::Phase::Over);
}
