#include "kiosk/depot/refill.h"

#include "kiosk/depot/depot_key.h"
#include "tests/kiosk/depot/spoilt_ledger.h"

using namespace hallpass;

namespace {

struct RefillRoom : tests::Room {
  void join() { REQUIRE(ledger->leases().join(freshUuid(), Role::Operator).ok()); }

  void openFor(int students, WalkIns walkIns) {
    NewClass facts = tests::newClass();
    facts.walkIns = walkIns;
    openClass(facts);
    std::vector<RosterEntry> entries;
    for (int at = 0; at < students; ++at) {
      const std::string number = std::to_string(at);
      entries.push_back({"Student " + number, "s" + number + "@example.org", "S" + number});
    }
    if (students > 0) (void)enrol(entries);
  }

  /// What is asked for, once refill() has looked.
  std::vector<int> asked() {
    REQUIRE(refill(*ledger).ok());
    std::vector<int> counts;
    for (const LeaseAsk& ask : ledger->leases().asks().value()) counts.push_back(ask.count);
    return counts;
  }
};

const std::vector<int> kNothing;

}  // namespace

TEST_CASE("a block is what one class may still need", "[depot]") {
  CHECK(blockOf(24, 24, WalkIns::Refused) == 30);
  CHECK(blockOf(24, 0, WalkIns::Refused) == 6);
  CHECK(blockOf(0, 0, WalkIns::Refused) == 4);
  CHECK(blockOf(0, 0, WalkIns::Allowed) == 12);
  CHECK(blockOf(100'000, 100'000, WalkIns::Allowed) == kMostLeased);
}

TEST_CASE("a block is asked for once, and anew when fewer than half of it is here or coming",
          "[depot]") {
  RefillRoom room;
  room.join();
  room.openFor(24, WalkIns::Refused);
  CHECK(room.asked() == std::vector<int>{30});
  CHECK(room.asked() == std::vector<int>{30});
}

TEST_CASE("codes that are here count, wherever they came from", "[depot]") {
  RefillRoom room;
  room.join();
  room.openFor(24, WalkIns::Refused);
  (void)room.addCodes(tests::newCodes(0, 14));
  CHECK(room.asked() == std::vector<int>{16});
  RefillRoom half;
  half.join();
  half.openFor(24, WalkIns::Refused);
  (void)half.addCodes(tests::newCodes(0, 15));
  CHECK(half.asked() == kNothing);
}

TEST_CASE("nothing is asked for a class that is closed, or by a kiosk that gets nothing",
          "[depot]") {
  RefillRoom room;
  CHECK(room.asked() == kNothing);  // No class, and in no depot.
  room.openFor(3, WalkIns::Allowed);
  CHECK(room.asked() == kNothing);
  room.join();
  room.setState(ClassState::Closed);
  CHECK(room.asked() == kNothing);
  room.openFor(3, WalkIns::Allowed);
  REQUIRE(room.ledger->leases().freeze("two-ledgers").ok());
  CHECK(room.asked() == kNothing);
}

TEST_CASE("what was asked for of another pass type is none of this class's codes", "[depot]") {
  RefillRoom room;
  room.join();
  REQUIRE(room.ledger->leases().ask({freshUuid(), "exam-voucher", 100}).ok());
  room.openFor(24, WalkIns::Refused);
  CHECK(room.asked() == std::vector<int>{100, 30});
}

TEST_CASE(
    "whatever of the ledger cannot be read, nothing is asked for that the class has not to have",
    "[depot]") {
  RefillRoom room;
  room.join();
  room.openFor(24, WalkIns::Refused);
  room.ledger.reset();
  const tests::SpoiltLedgers spoilt(room.folder.path());
  int told = 0;
  spoilt.each([&](const std::string& name, const tests::TempFolder& copy) {
    INFO(name);
    auto opened = Ledger::open(copy.file(), room.clock);
    if (!opened) return;
    if (const auto done = refill(**opened); !done) {
      CHECK(done.error() == Refusal::Failed);
      // From now on this ledger does nothing any more.
      CHECK((*opened)->failed());
      ++told;
      return;
    }
    const auto asks = (*opened)->leases().asks();
    REQUIRE(asks->size() == 1);
    CHECK(asks->front().count == 30);
  });
  CHECK(told > 5);
}
