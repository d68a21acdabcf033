// Every clock that a device may have, against everything that must not read it. Only class windows
// and redeem-by dates read wall time (DESIGN.md 3.5); nothing else changes what it does.
#include <chrono>

#include "tests/kiosk/ledger/room.h"

using hallpass::Lock;
using hallpass::Refusal;
using hallpass::Role;
using platform::ClockQuality;
using platform::UtcTime;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

struct WrongClock {
  const char* what;
  std::int64_t stepMs;  ///< From the right time; 0 with `at` set.
  std::int64_t atMs;    ///< The time itself, where it is not 0.
};
constexpr WrongClock kWrongClocks[] = {
    {"1970, as a machine without a battery starts", 0, 1},
    {"2038, past 32 bits", 0, 2'147'483'648'000},
    {"a day back", -kDayMs, 0},
    {"ten years ahead", 3'650 * kDayMs, 0},
    {"an hour back, as a time zone that was set wrong", -3'600'000, 0},
    {"a second back", -1'000, 0},
};

void setClock(tests::Room& room, const WrongClock& to) {
  room.clock.time = {to.atMs != 0 ? to.atMs : room.clock.time.ms + to.stepMs};
  room.clock.kept = ClockQuality::Unsynchronised;
}

/// A class without a window, and codes without dates.
void beginClass(tests::Room& room) {
  room.openClass();
  room.addCodes(tests::newCodes(0, 10));
}

bool isBehind(const tests::Room& room, UtcTime right) { return room.clock.time < right; }

}  // namespace

TEST_CASE("no clock changes who gets which code", "[ledger][clock]") {
  for (const WrongClock& wrong : kWrongClocks) {
    INFO(wrong.what);
    tests::Room room;
    beginClass(room);
    const auto aino = room.student("Aino");
    const auto ben = room.student("Ben");
    const auto before = room.claim(aino).value();
    const UtcTime right = room.clock.time;
    setClock(room, wrong);  // In the midst of a visit.
    CHECK(room.claim(aino)->code == before.code);
    const auto taken = room.claim(ben);
    REQUIRE(taken.ok());
    CHECK(taken->code == tests::newCode(1).code);
    room.reopen();
    CHECK(room.claim(ben)->code == taken->code);
    const auto swapped =
        room.ledger->claims().replace(ben, hallpass::Cause::Used, Role::Instructor);
    REQUIRE(swapped.ok());
    CHECK(swapped->code == tests::newCode(2).code);
    CHECK_FALSE(room.ledger->journal().verify(std::nullopt)->firstBad);
    room.clock.time = right;
    CHECK(room.claim(aino)->code == before.code);
  }
}

TEST_CASE("no clock shortens or lengthens a wait after wrong PINs", "[ledger][clock]") {
  for (const WrongClock& wrong : kWrongClocks) {
    INFO(wrong.what);
    tests::Room room;
    auto& locks = room.ledger->locks();
    REQUIRE(locks.set(Lock::Instructor, "hash", Role::System).ok());
    for (int wrongTry = 0; wrongTry < 5; ++wrongTry) (void)locks.count(Lock::Instructor);
    const auto wait = locks.state(Lock::Instructor)->wait;
    REQUIRE(wait.count() > 0);
    setClock(room, wrong);
    CHECK(locks.state(Lock::Instructor)->wait == wait);
    CHECK(locks.count(Lock::Instructor).error() == Refusal::LockWaits);
    room.clock.pass(wait);
    CHECK(locks.state(Lock::Instructor)->wait.count() == 0);
    CHECK(locks.count(Lock::Instructor).ok());
  }
}

TEST_CASE("a time that nobody vouches for is marked in every entry", "[ledger][clock]") {
  for (const WrongClock& wrong : kWrongClocks) {
    INFO(wrong.what);
    tests::Room room;
    beginClass(room);
    const UtcTime right = room.clock.time;
    setClock(room, wrong);
    const bool behind = isBehind(room, right);
    REQUIRE(room.claim(room.student("Aino")).ok());
    // Behind what came before it, and from there on of a clock that nothing keeps right.
    const auto entries = room.journal();
    CHECK(entries[entries.size() - 2].wallQuality == (behind ? "behind" : "unsynchronised"));
    CHECK(entries.back().wallQuality == "unsynchronised");
    for (const auto& entry : entries) {
      CHECK((entry.wall == room.clock.time) == (entry.wallQuality != "synchronised"));
    }
  }
}

TEST_CASE("a window and a redeem-by date read the clock, and nothing else of the class does",
          "[ledger][clock]") {
  tests::Room room;
  auto facts = tests::newClass();
  const UtcTime now = room.clock.time;
  facts.from = UtcTime{now.ms - 1'000};
  facts.until = UtcTime{now.ms + kDayMs};
  room.openClass(facts);
  room.addCodes({tests::newCode(0, UtcTime{now.ms + 2 * kDayMs}), tests::newCode(1)});
  const auto aino = room.student("Aino");
  const auto ben = room.student("Ben");
  setClock(room, {"ahead", 3 * kDayMs, 0});
  CHECK(room.claim(aino).error() == Refusal::ClassOver);
  // What the instructor does about it: the class is told another window.
  facts.until = UtcTime{room.clock.time.ms + kDayMs};
  REQUIRE(room.ledger->classes().change(facts, Role::Instructor).ok());
  CHECK(room.claim(aino)->code == tests::newCode(1).code);
  setClock(room, {"behind", -30 * kDayMs, 0});
  CHECK(room.claim(ben).error() == Refusal::ClassNotYetOpen);
  CHECK(room.claim(aino)->code == tests::newCode(1).code);
}
