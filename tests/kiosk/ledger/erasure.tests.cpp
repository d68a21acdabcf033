#include "kiosk/ledger/erasure.h"

#include "tests/kiosk/ledger/children.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::ClassState;
using hallpass::KeptPins;
using hallpass::Lock;
using hallpass::Refusal;
using hallpass::Role;

namespace {

/// A room in which everything happened that an erasure must take away.
struct UsedRoom : tests::Room {
  UsedRoom() {
    auto facts = tests::newClass();
    facts.word = "Zebra";
    openClass(facts);
    addCodes(tests::newCodes(0, 4));
    addCodes({tests::newCode(10, clock.time)}, tests::newBatch("short.csv"));
    REQUIRE(ledger->orders().import(orders(), hallpass::Mode::Keep, Role::Instructor).ok());
    REQUIRE(ledger->orders().add("MP-1", 2, Role::Instructor).ok());
    clock.pass(std::chrono::hours(1));
    const auto aino = student("Aino Virtanen");
    const auto ben = student("Ben Okafor");
    student("Chen Li");
    REQUIRE(ledger->claims().make(aino, Role::Student, "1234").ok());
    REQUIRE(ledger->claims().make(ben, Role::Student).ok());
    REQUIRE(ledger->claims().replace(ben, hallpass::Cause::Used, Role::Instructor).ok());
    REQUIRE(ledger->claims().report(aino, hallpass::Outcome::Worked, Role::Student).ok());
    for (const Lock lock : hallpass::kLocks) {
      REQUIRE(ledger->locks().set(lock, "hash of " + std::string(name(lock)), Role::System).ok());
    }
  }

  std::vector<hallpass::Order> orders() {
    hallpass::Order order;
    order.number = "MP-1";
    order.date = clock.time;
    order.course = "AZ-104";
    order.title = "Azure Administrator";
    order.licences = 10;
    order.supportsPass = true;
    return {order};
  }

  bool isSet(Lock lock) { return ledger->locks().state(lock)->set; }

  platform::Hash head() { return ledger->journal().verify({})->head; }
};

constexpr std::array kEmptied{"outcome",      "own_digits",   "claim",   "code",
                              "batch",        "identity",     "student", "class",
                              "passes_added", "market_order", "erasing"};

}  // namespace

TEST_CASE("an erased ledger holds nothing but its receipt", "[ledger][erasure]") {
  UsedRoom room;
  CHECK_FALSE(*room.ledger->lastErasure());
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  CHECK(room.eventIds() == std::vector<std::string>{"ledger-erased"});
  CHECK(room.journal().front().role == "staff");
  CHECK_FALSE(room.ledger->classes().current()->has_value());
  CHECK(room.ledger->stock().count(std::nullopt)->loaded == 0);
  tests::RawSql raw(room.folder.file());
  for (const char* table : kEmptied) {
    INFO(table);
    CHECK(raw.text("SELECT count(*) FROM " + std::string(table)) == "0");
  }
}

TEST_CASE("the receipt says what was there, and is the first entry of a valid journal",
          "[ledger][erasure]") {
  UsedRoom room;
  const auto counts = room.ledger->stock().count(std::nullopt).value();
  REQUIRE(counts.loaded == 5);
  REQUIRE(counts.expired == 1);
  const auto before = room.ledger->journal().verify({}).value();
  const auto receipt = room.ledger->erase({true, false}, Role::Staff).value();
  CHECK(receipt.at == room.clock.time);
  CHECK(receipt.counts.loaded == counts.loaded);
  CHECK(receipt.counts.inStock == counts.inStock);
  CHECK(receipt.counts.claimed == counts.claimed);
  CHECK(receipt.counts.quarantined == counts.quarantined);
  CHECK(receipt.counts.expired == counts.expired);
  CHECK(receipt.counts.returned == counts.returned);
  CHECK(receipt.students == 3);
  CHECK(receipt.claims == 3);
  CHECK(receipt.classes == 1);
  CHECK(receipt.events == before.events);
  CHECK(receipt.oldHead == before.head);
  CHECK(receipt.kept.instructor);
  CHECK_FALSE(receipt.kept.staff);
  CHECK(receipt.deviceId.size() == 12);
  const auto after = room.ledger->journal().verify(receipt.newHead).value();
  CHECK(after.events == 1);
  CHECK_FALSE(after.firstBad);
  CHECK(after.headFound);
}

TEST_CASE("the receipt can be read until the next erasure, which names it", "[ledger][erasure]") {
  UsedRoom room;
  const auto first = room.ledger->erase({}, Role::Staff).value();
  room.reopen();
  const auto kept = room.ledger->lastErasure().value();
  REQUIRE(kept);
  CHECK(kept->newHead == first.newHead);
  CHECK(kept->oldHead == first.oldHead);
  CHECK(kept->counts.loaded == 5);
  const auto second = room.ledger->erase({}, Role::Staff).value();
  CHECK(second.oldHead == first.newHead);
  CHECK(second.counts.loaded == 0);
  CHECK(second.deviceId == first.deviceId);
}

TEST_CASE("a PIN stays only where it was chosen, the recovery word only with both",
          "[ledger][erasure]") {
  for (const bool instructor : {false, true}) {
    for (const bool staff : {false, true}) {
      UsedRoom room;
      REQUIRE(room.ledger->locks().count(Lock::Staff).ok());
      REQUIRE(room.ledger->erase({instructor, staff}, Role::Staff).ok());
      CHECK(room.isSet(Lock::Instructor) == instructor);
      CHECK(room.isSet(Lock::Staff) == staff);
      CHECK(room.isSet(Lock::Recovery) == (instructor && staff));
      CHECK(room.ledger->locks().state(Lock::Staff)->failures == (staff ? 1 : 0));
    }
  }
}

TEST_CASE("an erased device is used again like a new one", "[ledger][erasure]") {
  UsedRoom room;
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  room.openClass();
  room.addCodes(tests::newCodes(0, 2));
  const auto claim = room.claim(room.student("Aino Virtanen"));
  REQUIRE(claim.ok());
  CHECK(claim->code.reveal() == tests::newCode(0).code.reveal());
  room.reopen();
  CHECK_FALSE(room.ledger->journal().verify({})->firstBad);
  tests::RawSql raw(room.folder.file());
  CHECK(raw.refusal("DELETE FROM claim") == "a claim is never deleted");
  CHECK(raw.refusal("DELETE FROM journal") == "the journal is append-only");
}

TEST_CASE("an erasure waits for nobody who has the ledger open, and changes nothing then",
          "[ledger][erasure]") {
  UsedRoom room;
  const auto head = room.head();
  {
    const auto second = tests::openLedger(room.folder.file(), room.clock);
    CHECK(room.ledger->erase({}, Role::Staff).error() == Refusal::Busy);
    // Nobody is kept out by the try.
    const auto third = tests::openLedger(room.folder.file(), room.clock);
    CHECK(third->journal().verify({})->head == head);
    CHECK(third->locks().set(Lock::Staff, "another", Role::Staff).ok());
  }
  CHECK_FALSE(room.ledger->failed());
  CHECK(room.ledger->erase({}, Role::Staff).ok());
  CHECK(tests::openLedger(room.folder.file(), room.clock)->lastErasure()->has_value());
}

TEST_CASE("another program that has the ledger open keeps it from being erased",
          "[ledger][erasure]") {
  UsedRoom room;
  room.ledger.reset();
  tests::RecordPipe<char> up;
  tests::RecordPipe<char> stop;
  tests::Children other(1, [&](int) {
    stop.closeWriter();
    const auto opened = hallpass::Ledger::open(room.folder.file(), room.clock);
    char byte = opened ? 'y' : 'n';
    (void)up.put(byte);
    (void)stop.take(byte);
    return 0;
  });
  char byte = 0;
  REQUIRE((up.take(byte) && byte == 'y'));
  room.reopen();
  CHECK(room.ledger->erase({}, Role::Staff).error() == Refusal::Busy);
  CHECK(room.ledger->stock().count(std::nullopt)->loaded == 5);
  stop.closeWriter();
  REQUIRE(other.wait().front() == 0);
  CHECK(room.ledger->erase({}, Role::Staff).ok());
}

TEST_CASE("a ledger in memory can be erased", "[ledger][erasure]") {
  tests::ManualClock clock;
  const auto ledger = tests::openLedger(":memory:", clock);
  REQUIRE(ledger->classes().open(tests::newClass(), Role::Operator).ok());
  CHECK(ledger->erase({}, Role::Staff)->classes == 1);
}

TEST_CASE("what was meant to be erased is erased by the next opening", "[ledger][erasure]") {
  UsedRoom room;
  room.ledger.reset();
  tests::RawSql(room.folder.file())
      .run("INSERT INTO erasing VALUES (1, 'device', 'meant', 1, 0, 'staff')");
  room.reopen();
  CHECK(room.eventIds() == std::vector<std::string>{"ledger-erased"});
  CHECK(room.ledger->lastErasure().value()->counts.loaded == 5);
  CHECK(room.isSet(Lock::Instructor));
  CHECK_FALSE(room.isSet(Lock::Staff));
}

TEST_CASE("what was not exported is counted until it is", "[ledger][erasure]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 4));
  REQUIRE(room.claim(room.student("Aino")).ok());
  REQUIRE(room.claim(room.student("Ben")).ok());
  const auto missing = [&] { return room.ledger->notExported().value(); };
  CHECK(missing().claims == 2);
  CHECK(missing().events == std::ssize(room.journal()) - 1);  // All but that the ledger was made.
  const auto exported = [&](const char* what) {
    REQUIRE(room.ledger->journal().recordExport(what, 1, false, Role::Instructor).ok());
  };
  exported("students");
  CHECK(missing().claims == 2);
  exported("claims");
  CHECK(missing().claims == 0);
  exported("journal");
  CHECK(missing().events == 0);
  REQUIRE(room.claim(room.student("Chen")).ok());
  CHECK(missing().claims == 1);
  CHECK(missing().events == 2);
}

TEST_CASE("claims of earlier classes are counted apart, until a list of them is exported",
          "[ledger][erasure]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 4));
  REQUIRE(room.claim(room.student("Aino")).ok());
  room.setState(ClassState::Closed);
  room.openClass();
  REQUIRE(room.ledger->journal().recordExport("claims", 0, false, Role::Instructor).ok());
  CHECK(room.ledger->notExported()->claims == 0);
  CHECK(room.ledger->notExported()->earlierClaims == 1);
  REQUIRE(room.ledger->journal().recordExport("earlier-claims", 1, false, Role::Instructor).ok());
  CHECK(room.ledger->notExported()->earlierClaims == 0);
}
