#include "kiosk/ledger/claims.h"

#include "tests/kiosk/ledger/room.h"

using hallpass::ClassState;
using hallpass::Refusal;
using platform::UtcTime;

namespace {

std::string taken(tests::Room& room, const std::string& name) {
  const auto claim = room.claim(room.student(name));
  return claim ? claim->code.reveal() : std::string(hallpass::name(claim.error()));
}

}  // namespace

TEST_CASE("a claim gives the first code of the file and records it", "[ledger][claims]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 3));
  const auto student = room.student("Aino Virtanen");
  const auto claim = room.claim(student);
  REQUIRE(claim.ok());
  CHECK(claim->code == tests::newCode(0).code);
  CHECK(claim->student == student);
  CHECK(claim->madeAt == room.clock.time);
  CHECK(claim->timesShown == 1);
  CHECK_FALSE(claim->again);
  CHECK(room.eventIds().back() == "claim-made");
  CHECK(room.journal().back().role == "student");
}

TEST_CASE("the next code is the one to redeem soonest, then of the oldest batch, then file order",
          "[ledger][claims]") {
  tests::Room room;
  room.openClass();
  const UtcTime soon{room.clock.time.ms + 1'000};
  const UtcTime later{room.clock.time.ms + 2'000};
  room.addCodes({tests::newCode(0), tests::newCode(1, later)}, tests::newBatch("first.csv"));
  room.addCodes({tests::newCode(2, later), tests::newCode(3, soon), tests::newCode(4, soon)},
                tests::newBatch("second.csv"));
  std::vector<std::string> order;
  for (const char* name : {"A", "B", "C", "D", "E"}) order.push_back(taken(room, name));
  const auto text = [](int number) { return tests::newCode(number).code.reveal(); };
  CHECK(order == std::vector<std::string>{text(3), text(4), text(1), text(2), text(0)});
}

TEST_CASE("a code without a date of its own has its batch's", "[ledger][claims]") {
  tests::Room room;
  room.openClass();
  auto batch = tests::newBatch();
  batch.redeemBy = UtcTime{room.clock.time.ms + 5};
  room.addCodes({tests::newCode(0)}, batch);
  room.clock.time.ms += 6;
  CHECK(taken(room, "Late") == "OutOfStock");
}

TEST_CASE("a code may be taken up to its redeem-by, to the millisecond", "[ledger][claims]") {
  tests::Room room;
  room.openClass();
  const UtcTime last{room.clock.time.ms + 10};
  room.addCodes({tests::newCode(0, last), tests::newCode(1, last), tests::newCode(2)});
  room.clock.time = last;
  CHECK(taken(room, "In time") == tests::newCode(0).code.reveal());
  room.clock.time.ms += 1;
  CHECK(taken(room, "Too late for the dated one") == tests::newCode(2).code.reveal());
  CHECK(taken(room, "Nothing left") == "OutOfStock");
}

TEST_CASE("the same student gets the same code again, counted and recorded", "[ledger][claims]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 2));
  const auto student = room.student("Aino Virtanen");
  const auto first = room.claim(student);
  room.clock.pass(std::chrono::seconds(5));
  const auto second = room.claim(student);
  const auto third = room.claim(student);
  REQUIRE(third.ok());
  CHECK(second->again);
  CHECK(third->id == first->id);
  CHECK(third->code == first->code);
  CHECK(third->madeAt == first->madeAt);
  CHECK(third->timesShown == 3);
  CHECK(room.eventIds().back() == "code-shown-again");
  CHECK(room.ledger->stock().count(std::nullopt)->claimed == 1);
}

TEST_CASE("a held code is shown again whatever became of the class and the stock",
          "[ledger][claims]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.until = UtcTime{room.clock.time.ms + 1'000};
  room.openClass(facts);
  room.addCodes(tests::newCodes(0, 1));
  const auto holder = room.student("Holder");
  const auto other = room.student("Other");
  const auto claim = room.claim(holder);
  REQUIRE(claim.ok());
  SECTION("out of codes") { CHECK(room.claim(other).error() == Refusal::OutOfStock); }
  SECTION("paused") {
    room.setState(ClassState::Paused);
    CHECK(room.claim(other).error() == Refusal::ClassPaused);
  }
  SECTION("over") {
    room.clock.pass(std::chrono::hours(1));
    CHECK(room.claim(other).error() == Refusal::ClassOver);
  }
  SECTION("closed") {
    room.setState(ClassState::Closed);
    CHECK(room.claim(other).error() == Refusal::ClassClosed);
  }
  const auto again = room.claim(holder);
  REQUIRE(again.ok());
  CHECK(again->code == claim->code);
  CHECK(again->again);
}

TEST_CASE("a class hands out from the first to the last millisecond of its window",
          "[ledger][claims]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.from = UtcTime{room.clock.time.ms + 10};
  facts.until = UtcTime{room.clock.time.ms + 20};
  room.openClass(facts);
  room.addCodes(tests::newCodes(0, 4));
  const auto at = [&](std::int64_t ms, const char* name) {
    room.clock.time.ms = facts.from->ms - 10 + ms;
    return taken(room, name);
  };
  CHECK(at(9, "Early") == "ClassNotYetOpen");
  CHECK(at(10, "First") == tests::newCode(0).code.reveal());
  CHECK(at(20, "Last") == tests::newCode(1).code.reveal());
  CHECK(at(21, "Late") == "ClassOver");
}

TEST_CASE("a claim is refused by name where a rule says no, and nothing changes",
          "[ledger][claims]") {
  tests::Room room;
  CHECK(room.claim({1}).error() == Refusal::NoClass);
  room.openClass();
  const auto student = room.student("Aino");
  const auto before = room.eventIds();
  CHECK(room.claim({4'711}).error() == Refusal::UnknownStudent);
  CHECK(room.claim(student).error() == Refusal::OutOfStock);
  CHECK(room.eventIds() == before);
}

TEST_CASE("a student of the class before is unknown to the next one", "[ledger][claims]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 2));
  const auto student = room.student("Aino");
  REQUIRE(room.claim(student).ok());
  room.setState(ClassState::Closed);
  room.openClass();
  CHECK(room.claim(student).error() == Refusal::UnknownStudent);
  CHECK_FALSE(room.ledger->claims().find(student)->has_value());
}

TEST_CASE("codes of another pass type are not handed out", "[ledger][claims]") {
  tests::Room room;
  room.openClass();
  auto batch = tests::newBatch();
  batch.passType = "exam-voucher";
  room.addCodes(tests::newCodes(0, 2), batch);
  CHECK(taken(room, "Aino") == "OutOfStock");
}

TEST_CASE("find gives the live claim and changes nothing", "[ledger][claims]") {
  tests::Room room;
  CHECK_FALSE(room.ledger->claims().find({1})->has_value());
  room.openClass();
  room.addCodes(tests::newCodes(0, 1));
  const auto student = room.student("Aino");
  CHECK_FALSE(room.ledger->claims().find(student)->has_value());
  REQUIRE(room.claim(student).ok());
  const auto before = room.eventIds();
  const auto found = room.ledger->claims().find(student).value();
  REQUIRE(found.has_value());
  CHECK(found->code == tests::newCode(0).code);
  CHECK(found->timesShown == 1);
  CHECK(found->again);
  CHECK(room.eventIds() == before);
}

TEST_CASE("a claim is still there after the ledger was closed and opened", "[ledger][claims]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 2));
  const auto student = room.student("Aino");
  const auto claim = room.claim(student);
  room.reopen();
  const auto again = room.claim(student);
  REQUIRE(again.ok());
  CHECK(again->code == claim->code);
  CHECK(again->timesShown == 2);
}
