// Names that are older than the venue keeps them (Ledger::eraseNamesBefore).
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::ClassState;
using hallpass::Refusal;
using hallpass::Role;
using std::chrono::hours;

namespace {

constexpr hours kMonth(30 * 24);

struct Month : tests::Room {
  /// A class of two students, one of whom takes a code with digits of their own.
  void hold(const std::string& first, const std::string& second) {
    openClass();
    taker = student(first);
    student(second);
    REQUIRE(ledger->claims().make(taker, Role::Student, "1234").ok());
  }

  /// What is older than a month goes, as of the clock.
  std::int64_t erase() {
    return ledger->eraseNamesBefore({clock.time.ms - kMonthMs}, Role::System).value();
  }

  std::string names() { return tests::RawSql(folder.file()).text("SELECT count(*) FROM identity"); }

  static constexpr std::int64_t kMonthMs = std::chrono::milliseconds(kMonth).count();
  hallpass::StudentId taker;
};

}  // namespace

TEST_CASE("names go when their class has been over for as long as they are kept",
          "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  room.hold("Aino", "Ben");
  room.setState(ClassState::Closed);
  room.clock.pass(kMonth);
  CHECK(room.erase() == 0);
  CHECK(room.names() == "2");
  room.clock.pass(std::chrono::milliseconds(1));
  CHECK(room.erase() == 2);
  CHECK(room.names() == "0");
  CHECK(tests::RawSql(room.folder.file()).text("SELECT count(*) FROM own_digits") == "0");
}

TEST_CASE("erased names leave claims, counts and a journal that is whole", "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  room.hold("Aino", "Ben");
  room.setState(ClassState::Closed);
  const auto before = room.ledger->journal().verify({}).value();
  const auto counts = room.ledger->stock().count(std::nullopt).value();
  room.clock.pass(kMonth * 2);
  REQUIRE(room.erase() == 2);
  const auto after = room.ledger->journal().verify(before.head).value();
  CHECK_FALSE(after.firstBad);
  CHECK(after.headFound);
  CHECK(after.events == before.events + 1);
  CHECK(room.journal().back().event == "names-erased");
  CHECK(room.journal().back().fields.find(R"({"names":"2","classes":"1",)") == 0);
  CHECK(room.ledger->stock().count(std::nullopt)->claimed == counts.claimed);
  const auto records = room.ledger->claims().records().value();
  REQUIRE(records.size() == 1);
  CHECK(records.front().student == room.taker);
  CHECK(records.front().who.name.empty());
  CHECK(room.ledger->roster().students()->empty());
  const auto places = room.ledger->roster().places().value();
  REQUIRE(places.size() == 2);
  CHECK(places.front().claimed);
  CHECK_FALSE(places.back().claimed);
  CHECK(places.front().entry.name.empty());
  CHECK(room.ledger->isSound().value());
  room.reopen();
  CHECK(room.ledger->roster().students()->empty());
}

TEST_CASE("where no name is too old nothing is written", "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  room.hold("Aino", "Ben");
  const auto events = room.journal().size();
  CHECK(room.erase() == 0);
  CHECK(room.journal().size() == events);
  room.clock.pass(kMonth * 2);
  REQUIRE(room.erase() == 2);
  const auto erased = room.journal().size();
  CHECK(room.erase() == 0);
  CHECK(room.journal().size() == erased);
}

TEST_CASE("a class in use, or yet to come, keeps its names however long ago they came in",
          "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  SECTION("something happened in it since") {
    room.hold("Aino", "Ben");
    room.clock.pass(kMonth * 2);
    room.student("Chen");
  }
  SECTION("its window has not begun") {
    auto facts = tests::newClass();
    facts.from = platform::UtcTime{room.clock.time.ms + 3 * Month::kMonthMs};
    room.openClass(facts);
    room.student("Aino");
    room.clock.pass(kMonth * 2);
  }
  SECTION("its window has not ended for so long") {
    auto facts = tests::newClass();
    facts.until = platform::UtcTime{room.clock.time.ms + Month::kMonthMs * 3 / 2};
    room.openClass(facts);
    room.student("Aino");
    room.clock.pass(kMonth * 2);
  }
  CHECK(room.erase() == 0);
  CHECK(room.names() != "0");
}

TEST_CASE("a clock that was behind and is set right makes no class old", "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  room.clock.time = platform::UtcTime{1'000};  // 1970
  room.clock.kept = platform::ClockQuality::Unsynchronised;
  room.clock.bootName = "00000000-0000-0000-0000-000000000002";
  room.clock.boot = {1'000};
  room.hold("Aino", "Ben");
  room.setState(ClassState::Closed);
  room.clock.pass(hours(1));
  room.clock.time = platform::UtcTime{1'792'000'000'000};
  SECTION("in the same boot") {}
  SECTION("before the next one") {
    REQUIRE(room.ledger->journal().acceptClock(Role::Staff).ok());
    room.clock.bootName = "00000000-0000-0000-0000-000000000003";
    room.clock.time.ms += 60'000;
    room.clock.boot = {500};
  }
  CHECK(room.erase() == 0);
  room.clock.pass(kMonth - hours(2));
  CHECK(room.erase() == 0);
  room.clock.pass(hours(2));
  CHECK(room.erase() > 0);
}

TEST_CASE("a class of a boot whose clock stood years behind counts from the first right clock on",
          "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  const bool impossible = GENERATE(true, false);
  room.clock.time = platform::UtcTime{impossible ? 1'000 : 1'780'000'000'000};
  room.clock.bootName = "00000000-0000-0000-0000-000000000002";
  room.clock.boot = {1'000};
  room.hold("Aino", "Ben");
  room.setState(ClassState::Closed);
  room.clock.bootName = "00000000-0000-0000-0000-000000000003";
  room.clock.time = platform::UtcTime{1'792'000'000'000};
  room.clock.boot = {500};
  if (!impossible) {  // A machine that lay in a drawer.
    CHECK(room.erase() == 2);
    return;
  }
  CHECK(room.erase() == 0);
  CHECK(room.eventIds().back() == "class-dated");
  room.clock.pass(kMonth);
  CHECK(room.erase() == 0);
  room.clock.pass(hours(1));
  CHECK(room.erase() == 2);
}

TEST_CASE("a forgotten class is closed with its names, so nobody takes a second code",
          "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  room.hold("Aino", "Ben");
  room.clock.pass(kMonth * 2);
  REQUIRE(room.erase() == 2);
  CHECK(room.ledger->classes().current().value()->state == ClassState::Closed);
  CHECK(room.ledger->roster().addWalkIn("Aino", Role::Student).error() == Refusal::ClassClosed);
  CHECK(room.claim(room.taker).error() == Refusal::UnknownStudent);
  const auto ids = room.eventIds();
  CHECK(ids[ids.size() - 2] == "class-closed");
}

TEST_CASE("only the old class loses its names", "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  room.hold("Aino", "Ben");
  room.setState(ClassState::Closed);
  room.clock.pass(kMonth * 2);
  room.hold("Chen", "Dana");
  CHECK(room.erase() == 2);
  const auto left = room.ledger->roster().students().value();
  REQUIRE(left.size() == 2);
  CHECK(left.front().entry.name == "Chen");
  CHECK(room.claim(room.taker)->again);
}

TEST_CASE("names are erased while another program has the ledger open", "[ledger][retention]") {
  Month room;
  room.addCodes(tests::newCodes(0, 5));
  room.hold("Aino", "Ben");
  room.clock.pass(kMonth * 2);
  const auto second = tests::openLedger(room.folder.file(), room.clock);
  CHECK(room.erase() == 2);
  CHECK(second->roster().students()->empty());
  CHECK(tests::RawSql(room.folder.file()).text("SELECT count(*) FROM erasing") == "0");
}
