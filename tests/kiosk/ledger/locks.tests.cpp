#include "kiosk/ledger/locks.h"

#include <random>

#include "tests/kiosk/ledger/children.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Lock;
using hallpass::LockState;
using hallpass::Refusal;
using hallpass::Role;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

struct LockedRoom : tests::Room {
  LockedRoom() {
    for (const Lock lock : {Lock::Instructor, Lock::Staff}) set(lock, "the hash");
  }

  void set(Lock lock, const std::string& hash) {
    REQUIRE(ledger->locks().set(lock, hash, Role::System).ok());
  }
  LockState state(Lock lock = Lock::Instructor) { return ledger->locks().state(lock).value(); }

  /// "counted", or the name of the refusal.
  std::string count(Lock lock = Lock::Instructor) {
    const auto counted = ledger->locks().count(lock);
    return counted ? "counted" : std::string(hallpass::name(counted.error()));
  }

  /// Wrong tries in a row, each after its wait.
  void fail(int times) {
    for (int done = 0; done < times; ++done) {
      clock.pass(state().wait);
      REQUIRE(count() == "counted");
    }
  }

  /// Another start of the machine, `uptime` ago.
  void restart(milliseconds uptime) {
    clock.bootName = "00000000-0000-0000-0000-" + std::to_string(100'000'000'000 + ++boots_);
    clock.boot = {uptime.count()};
    reopen();
  }

 private:
  std::int64_t boots_ = 0;
};

}  // namespace

TEST_CASE("a lock without a secret is not tried", "[ledger][locks]") {
  tests::Room room;
  for (const Lock lock : hallpass::kLocks) {
    CHECK_FALSE(room.ledger->locks().state(lock)->set);
    CHECK(room.ledger->locks().count(lock).error() == Refusal::NoPin);
    CHECK(room.ledger->locks().opened(lock).error() == Refusal::NoPin);
  }
  CHECK(room.eventIds() == std::vector<std::string>{"ledger-created"});
}

TEST_CASE("a try gives the hash to compare with, and is counted before it does",
          "[ledger][locks]") {
  LockedRoom room;
  const auto hash = room.ledger->locks().count(Lock::Staff);
  REQUIRE(hash.ok());
  CHECK(*hash == "the hash");
  CHECK(room.state(Lock::Staff).failures == 1);
  CHECK(tests::RawSql(room.folder.file()).text("SELECT failures FROM lock WHERE name = 'staff'") ==
        "1");
  CHECK(room.journal().back().event == "lock-tried");
  CHECK(room.journal().back().fields == R"({"lock":"staff","failures":"1","wait_seconds":"0"})");
}

TEST_CASE("five tries are free, then each waits as the schedule says, to the millisecond",
          "[ledger][locks]") {
  LockedRoom room;
  room.fail(5);
  CHECK(room.state().wait == 30s);
  for (const milliseconds next : {milliseconds(1min), milliseconds(5min), milliseconds(15min),
                                  milliseconds(1h), milliseconds(1h)}) {
    room.clock.pass(room.state().wait - 1ms);
    CHECK(room.count() == "LockWaits");
    CHECK(room.state().wait == 1ms);
    room.clock.pass(1ms);
    CHECK(room.count() == "counted");
    CHECK(room.state().wait == next);
  }
}

TEST_CASE("a refused try is neither counted nor recorded", "[ledger][locks]") {
  LockedRoom room;
  room.fail(5);
  const auto before = room.eventIds();
  CHECK(room.count() == "LockWaits");
  CHECK(room.state().failures == 5);
  CHECK(room.eventIds() == before);
}

TEST_CASE("the right secret sets the count to none, and the other locks stay as they were",
          "[ledger][locks]") {
  LockedRoom room;
  room.fail(5);
  REQUIRE(room.count(Lock::Staff) == "counted");
  room.clock.pass(30s);
  REQUIRE(room.count() == "counted");
  REQUIRE(room.ledger->locks().opened(Lock::Instructor).ok());
  CHECK(room.state().failures == 0);
  CHECK(room.state().mayTry());
  CHECK(room.state(Lock::Staff).failures == 1);
  CHECK(room.journal().back().event == "lock-opened");
  CHECK(room.journal().back().role == "instructor");
  CHECK(room.journal().back().fields == R"({"lock":"instructor"})");
}

TEST_CASE("a stopped lock stays so whatever time passes, until it gets a new secret",
          "[ledger][locks]") {
  LockedRoom room;
  room.fail(hallpass::kMostTries);
  CHECK(room.state().stopped());
  room.clock.pass(24h * 365);
  CHECK(room.count() == "LockStopped");
  room.restart(24h);
  CHECK(room.count() == "LockStopped");
  CHECK(room.count(Lock::Staff) == "counted");
  room.set(Lock::Instructor, "another hash");
  CHECK(room.state(Lock::Staff).failures == 1);
  CHECK(room.ledger->locks().count(Lock::Instructor).value() == "another hash");
}

TEST_CASE("the last try that a lock allows can still be the right one", "[ledger][locks]") {
  LockedRoom room;
  room.fail(hallpass::kMostTries);
  REQUIRE(room.ledger->locks().opened(Lock::Instructor).ok());
  CHECK(room.state().mayTry());
}

TEST_CASE("a recovery word opens once", "[ledger][locks]") {
  LockedRoom room;
  room.set(Lock::Recovery, "hash of the word");
  REQUIRE(room.count(Lock::Recovery) == "counted");
  CHECK(room.state(Lock::Recovery).set);
  REQUIRE(room.ledger->locks().opened(Lock::Recovery).ok());
  CHECK_FALSE(room.state(Lock::Recovery).set);
  CHECK(room.count(Lock::Recovery) == "NoPin");
  room.set(Lock::Recovery, "hash of the next word");
  CHECK(room.count(Lock::Recovery) == "counted");
}

TEST_CASE("setting and locking are recorded with who and why, never with the hash",
          "[ledger][locks]") {
  LockedRoom room;
  REQUIRE(room.ledger->locks().set(Lock::Staff, "secret hash", Role::Instructor).ok());
  CHECK(room.journal().back().role == "instructor");
  REQUIRE(room.ledger->locks().locked(Lock::Staff, "idle").ok());
  CHECK(room.journal().back().role == "system");
  CHECK(room.journal().back().fields == R"({"lock":"staff","why":"idle"})");
  REQUIRE(room.ledger->locks().locked(Lock::Staff, "left").ok());
  CHECK(room.journal().back().role == "staff");
  for (const auto& entry : room.journal()) CHECK(entry.fields.find("hash") == std::string::npos);
}

TEST_CASE("a wait is time powered on: a clock that is set changes nothing", "[ledger][locks]") {
  LockedRoom room;
  room.fail(5);
  for (const std::int64_t wall : {0LL, 253'000'000'000'000LL}) {
    room.clock.time.ms = wall;
    CHECK(room.state().wait == 30s);
    CHECK(room.count() == "LockWaits");
  }
  room.clock.boot = room.clock.boot + 30s;
  CHECK(room.count() == "counted");
}

TEST_CASE("after a restart the wait is what it was, less the time since that start",
          "[ledger][locks]") {
  LockedRoom room;
  room.clock.pass(1h);
  room.fail(5);
  room.clock.pass(20s);
  CHECK(room.state().wait == 10s);
  SECTION("what was served counts only where it was written down") {
    room.restart(0s);
    CHECK(room.state().wait == 30s);
    room.clock.pass(29'999ms);
    CHECK(room.count() == "LockWaits");
    room.clock.pass(1ms);
    CHECK(room.count() == "counted");
  }
  SECTION("written down, it is not waited for again") {
    REQUIRE(room.ledger->locks().keepServed().ok());
    CHECK(room.state().wait == 10s);
    room.restart(4s);
    CHECK(room.state().wait == 6s);
    REQUIRE(room.ledger->locks().keepServed().ok());
    CHECK(room.state().wait == 6s);
    room.clock.pass(1s);
    room.restart(0s);
    CHECK(room.state().wait == 6s);
  }
}

TEST_CASE("writing down what was served records nothing, and nothing where no wait runs",
          "[ledger][locks]") {
  LockedRoom room;
  room.fail(4);
  const auto before = room.eventIds();
  tests::RawSql raw(room.folder.file());
  const std::string row = "SELECT name || wait || boot_id || since_boot FROM lock ORDER BY name";
  const auto rows = raw.column(row);
  room.clock.pass(5s);
  REQUIRE(room.ledger->locks().keepServed().ok());
  CHECK(raw.column(row) == rows);
  room.fail(1);
  REQUIRE(room.ledger->locks().keepServed().ok());
  CHECK(room.eventIds().size() == before.size() + 1);
}

TEST_CASE("over 100 wrong tries with restarts and set clocks no count falls and no wait is shorter",
          "[ledger][locks]") {
  LockedRoom room;
  std::mt19937 random(7);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  int failures = 0;
  int tries = 0;
  milliseconds owed{0};  // As the schedule says, kept beside the ledger.
  const auto pass = [&](milliseconds span) {
    room.clock.boot = room.clock.boot + span;
    owed = std::max(0ms, owed - span);
  };
  while (tries < 100) {
    if (failures == hallpass::kMostTries) {
      REQUIRE(room.count() == "LockStopped");
      room.set(Lock::Instructor, "a hash");
      failures = 0;
      owed = 0ms;
    }
    room.clock.time.ms += (below(3) - 1) * 86'400'000LL;
    if (below(3) == 0) {
      REQUIRE(room.ledger->locks().keepServed().ok());
      room.restart(0s);
    } else if (below(2) == 0) {
      room.reopen();
    }
    REQUIRE(room.state().failures == failures);
    REQUIRE(room.state().wait == owed);
    if (owed > 0ms) {
      pass(milliseconds(below(static_cast<int>(owed.count()))));
      REQUIRE(room.count() == "LockWaits");
      pass(owed);
    }
    REQUIRE(room.count() == "counted");
    ++tries;
    owed = hallpass::waitAfter(++failures);
  }
  CHECK(room.state().failures == failures);
  CHECK_FALSE(room.ledger->journal().verify({})->firstBad);
}

TEST_CASE("a process that is killed after counting has counted", "[ledger][locks]") {
  LockedRoom room;
  room.ledger.reset();
  tests::RecordPipe<int> told;
  tests::RecordPipe<int> never;
  {
    tests::Children child(1, [&](int) {
      const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
      const bool counted = opened && (*opened)->locks().count(Lock::Instructor).ok();
      int waited = counted ? 1 : 0;
      if (!told.put(waited)) return 1;
      (void)never.take(waited);  // Killed here: after count(), before opened().
      return (*opened)->locks().opened(Lock::Instructor).ok() ? 0 : 2;
    });
    int counted = 0;
    REQUIRE(told.take(counted));
    REQUIRE(counted == 1);
    child.kill();
    CHECK(child.wait() == std::vector<int>{-1});
  }
  room.reopen();
  CHECK(room.state().failures == 1);
}

TEST_CASE("control: a process that is not killed opens the lock", "[ledger][locks]") {
  LockedRoom room;
  room.ledger.reset();
  tests::Children child(1, [&](int) {
    const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
    const bool counted = opened && (*opened)->locks().count(Lock::Instructor).ok();
    return counted && (*opened)->locks().opened(Lock::Instructor).ok() ? 0 : 1;
  });
  CHECK(child.wait() == std::vector<int>{0});
  room.reopen();
  CHECK(room.state().failures == 0);
}
