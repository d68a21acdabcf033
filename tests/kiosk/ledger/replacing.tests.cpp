// Swapping a code, and what is said of one.
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Cause;
using hallpass::ClassState;
using hallpass::Outcome;
using hallpass::Refusal;
using hallpass::Role;

namespace {

/// A class with `codes` codes, and a student who holds the first of them.
struct Held : tests::Room {
  explicit Held(int codes) {
    openClass();
    addCodes(tests::newCodes(0, codes));
    student = tests::Room::student("Aino");
    REQUIRE(claim(student).ok());
  }

  platform::Result<hallpass::Claim, Refusal> replace(Cause cause = Cause::BlankActivation) {
    return ledger->claims().replace(student, cause, Role::Instructor);
  }
  std::string report(Outcome outcome) {
    const auto said = ledger->claims().report(student, outcome, Role::Student);
    return said ? "" : std::string(hallpass::name(said.error()));
  }
  std::string outcome() { return ledger->roster().students()->front().outcome; }
  std::vector<hallpass::ClaimRecord> records() { return ledger->claims().records().value(); }

  hallpass::StudentId student;
};

/// All that a refused swap could have changed.
std::vector<std::string> content(const tests::Room& room) {
  tests::RawSql raw(room.folder.file());
  auto all = raw.column("SELECT id || ' ' || live || ' ' || times_shown FROM claim");
  for (const auto& line : raw.column("SELECT id || ' ' || state FROM code")) all.push_back(line);
  for (const auto& line : raw.column("SELECT sequence FROM journal")) all.push_back(line);
  for (const auto& line : raw.column("SELECT claim FROM own_digits")) all.push_back(line);
  return all;
}

}  // namespace

TEST_CASE("a swap puts the old code away and gives the next one", "[ledger][replacing]") {
  Held room(3);
  const auto swapped = room.replace();
  REQUIRE(swapped.ok());
  CHECK(swapped->code == tests::newCode(1).code);
  CHECK(swapped->timesShown == 1);
  CHECK_FALSE(swapped->again);
  CHECK(room.ledger->claims().find(room.student).value()->code == tests::newCode(1).code);
  CHECK(room.claim(room.student)->code == tests::newCode(1).code);
  tests::RawSql raw(room.folder.file());
  CHECK(raw.column("SELECT state FROM code ORDER BY id") ==
        std::vector<std::string>{"quarantined", "claimed", "stock"});
  CHECK(room.ledger->stock().count("azure-pass")->quarantined == 1);
}

TEST_CASE("a swap is two entries with the cause, and names neither code nor student",
          "[ledger][replacing]") {
  Held room(2);
  REQUIRE(room.replace(Cause::WrongAccount).ok());
  const auto journal = room.journal();
  const auto& put = journal[journal.size() - 2];
  CHECK(put.event == "code-quarantined");
  CHECK(put.role == "instructor");
  CHECK(put.fields ==
        R"({"code":"1","batch":"1","claim":"1","student":"1","cause":"wrong-account"})");
  const auto& taken = journal.back();
  CHECK(taken.event == "claim-replaced");
  CHECK(taken.fields.find(R"({"claim":"2","replaces":"1","class":"1","student":"1","who":")") == 0);
  CHECK(describe(taken).find("Claim 2 replaced claim 1 (wrong-account): student 1 of class 1 took "
                             "code 2 of batch 1.") == 0);
  for (const auto& entry : journal) {
    CHECK(entry.fields.find("TEST-CODE") == std::string::npos);
    CHECK(entry.fields.find("Aino") == std::string::npos);
  }
}

TEST_CASE("a student is replaced twice, and every code is on record", "[ledger][replacing]") {
  Held room(3);
  REQUIRE(room.replace(Cause::Used).ok());
  REQUIRE(room.replace(Cause::Other).ok());
  const auto records = room.records();
  REQUIRE(records.size() == 3);
  CHECK(records[0].code == tests::newCode(0).code);
  CHECK_FALSE(records[0].replaces.has_value());
  CHECK(records[0].cause.empty());
  CHECK_FALSE(records[0].live);
  CHECK(records[1].replaces == hallpass::ClaimId{1});
  CHECK(records[1].cause == "used");
  CHECK_FALSE(records[1].live);
  CHECK(records[2].replaces == hallpass::ClaimId{2});
  CHECK(records[2].cause == "other");
  CHECK(records[2].live);
  CHECK(records[2].who.name == "Aino");
  CHECK(records[2].batch == 1);
  CHECK(room.replace().error() == Refusal::OutOfStock);
}

TEST_CASE("a refused swap changes nothing", "[ledger][replacing]") {
  Held room(1);
  const auto before = content(room);
  CHECK(room.replace().error() == Refusal::OutOfStock);
  CHECK(content(room) == before);
  room.addCodes(tests::newCodes(10, 1));
  room.setState(ClassState::Paused);
  const auto paused = content(room);
  CHECK(room.replace().error() == Refusal::ClassPaused);
  CHECK(content(room) == paused);
  room.setState(ClassState::Open);
  CHECK(room.replace().ok());
}

TEST_CASE("who holds nothing has nothing to swap and nothing to say", "[ledger][replacing]") {
  tests::Room room;
  auto& claims = room.ledger->claims();
  CHECK(claims.replace({1}, Cause::Used, Role::Instructor).error() == Refusal::NoClass);
  CHECK(claims.report({1}, Outcome::Worked, Role::Student).error() == Refusal::NoClaim);
  CHECK(claims.records()->empty());
  room.openClass();
  room.addCodes(tests::newCodes(0, 1));
  CHECK(claims.replace({1}, Cause::Used, Role::Instructor).error() == Refusal::UnknownStudent);
  const auto student = room.student("Aino");
  CHECK(claims.replace(student, Cause::Used, Role::Instructor).error() == Refusal::NoClaim);
  CHECK(claims.report(student, Outcome::Worked, Role::Student).error() == Refusal::NoClaim);
  CHECK(claims.records()->empty());
}

TEST_CASE("a claim that another program ended is refused, and the ledger goes on",
          "[ledger][replacing]") {
  Held room(2);
  tests::RawSql(room.folder.file()).run("UPDATE claim SET live = 0");
  CHECK(room.claim(room.student).error() == Refusal::NoClaim);
  CHECK(room.replace().error() == Refusal::NoClaim);
  CHECK_FALSE(room.ledger->failed());
  CHECK(room.claim(room.tests::Room::student("Ben")).ok());
}

TEST_CASE("a claim says what its batch is worth", "[ledger][replacing]") {
  tests::Room room;
  room.openClass();
  auto batch = tests::newBatch();
  batch.value = "about $100";
  room.addCodes(tests::newCodes(0, 2), batch);
  const auto student = room.student("Aino");
  CHECK(room.claim(student)->value == "about $100");
  CHECK(room.claim(student)->value == "about $100");
  CHECK(room.ledger->claims().find(student).value()->value == "about $100");
  CHECK(room.ledger->claims().replace(student, Cause::Used, Role::Instructor)->value ==
        "about $100");
}

TEST_CASE("the last word on a code counts, and all are kept", "[ledger][replacing]") {
  Held room(1);
  CHECK(room.outcome().empty());
  CHECK(room.records()[0].outcome.empty());
  CHECK(room.report(Outcome::BlankPage).empty());
  CHECK(room.outcome() == "blank-page");
  CHECK(room.report(Outcome::Worked).empty());
  CHECK(room.outcome() == "worked");
  CHECK(room.records()[0].outcome == "worked");
  CHECK(room.journal().back().event == "outcome-reported");
  CHECK(room.journal().back().fields == R"({"claim":"1","student":"1","outcome":"worked"})");
  tests::RawSql raw(room.folder.file());
  CHECK(raw.column("SELECT outcome || ' ' || role FROM outcome ORDER BY id") ==
        std::vector<std::string>{"blank-page student", "worked student"});
}

TEST_CASE("a new code has no outcome yet; that of the old one stays on record",
          "[ledger][replacing]") {
  Held room(2);
  CHECK(room.report(Outcome::AlreadyUsed).empty());
  REQUIRE(room.replace(Cause::Used).ok());
  CHECK(room.outcome().empty());
  CHECK(room.ledger->roster().students()->front().claimed);
  CHECK(room.records()[0].outcome == "already-used");
  CHECK(room.records()[1].outcome.empty());
}

TEST_CASE("records are of the current class, and a name that was erased is empty there",
          "[ledger][replacing]") {
  Held room(2);
  tests::RawSql(room.folder.file()).run("DELETE FROM identity");
  REQUIRE(room.records().size() == 1);
  CHECK(room.records()[0].who.name.empty());
  CHECK(room.records()[0].student == room.student);
  room.setState(ClassState::Closed);
  CHECK(room.records().size() == 1);
  room.openClass();
  CHECK(room.records().empty());
}
