#include "kiosk/ledger/roster.h"

#include <rapidcheck.h>

#include <set>

#include "kiosk/ledger/commitment.h"
#include "platform/base/text.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Mode;
using hallpass::Refusal;
using hallpass::Role;
using hallpass::RosterEntry;

namespace {

std::vector<std::string> lines(tests::Room& room) {
  std::vector<std::string> all;
  for (const auto& student : *room.ledger->roster().students()) {
    all.push_back(student.entry.name + "|" + student.entry.email + "|" + student.entry.number);
  }
  return all;
}

using Lines = std::vector<std::string>;

rc::Gen<RosterEntry> anyEntry() {
  const auto who = rc::gen::elementOf(std::vector<RosterEntry>{{"Ada", "", "S1"},
                                                               {"ADA", "", "s1"},
                                                               {"Bob", "", "S2"},
                                                               {"Ada", "", "S3"},
                                                               {"Ada", "", ""},
                                                               {"Bob", "", ""},
                                                               {"Cai", "", ""}});
  const auto email = rc::gen::elementOf(std::vector<std::string>{"", "x@x", "X@x", "y@y"});
  return rc::gen::map(rc::gen::pair(who, email), [](const auto& drawn) {
    return RosterEntry{drawn.first.name, drawn.second, drawn.first.number};
  });
}

/// `list` as a roster file gives it: a number stands in one line.
std::vector<RosterEntry> withNumbersOnce(std::vector<RosterEntry> list) {
  std::set<std::string> seen;
  std::erase_if(list, [&](const RosterEntry& entry) {
    return !entry.number.empty() && !seen.insert(platform::foldForSearch(entry.number)).second;
  });
  return list;
}

std::set<std::string> numbersOf(const std::vector<RosterEntry>& entries) {
  std::set<std::string> numbers;
  for (const RosterEntry& entry : entries) {
    if (!entry.number.empty()) numbers.insert(platform::foldForSearch(entry.number));
  }
  return numbers;
}

}  // namespace

TEST_CASE("students stand in the order in which they were added, exactly as written",
          "[ledger][roster]") {
  tests::Room room;
  CHECK(room.ledger->roster().students()->empty());
  room.openClass();
  const auto report = room.enrol({{"Virtanen, Aino \"Ain\"", "aino@example.com", "A-1"},
                                  {"李小龍", "", "2"},
                                  {"Éva Őry", "eva@example.com", ""}});
  CHECK(report.added == 3);
  CHECK(report.updated == 0);
  CHECK(lines(room) == Lines{"Virtanen, Aino \"Ain\"|aino@example.com|A-1", "李小龍||2",
                             "Éva Őry|eva@example.com|"});
  CHECK(room.eventIds().back() == "student-added");
}

TEST_CASE("a student known by number or e-mail is updated, and never emptied", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  room.enrol({{"Aino", "aino@example.com", "A-1"}, {"Ben", "ben@example.com", ""}, {"Cy", "", ""}});
  const auto report =
      room.enrol({{"Aino Virtanen", "", "a-1"}, {"Ben", "BEN@example.com", "B-2"}, {"Cy", "", ""}});
  CHECK(report.added == 0);
  CHECK(report.updated == 2);
  CHECK(lines(room) ==
        Lines{"Aino Virtanen|aino@example.com|a-1", "Ben|BEN@example.com|B-2", "Cy||"});
  CHECK(room.eventIds().back() == "student-updated");
}

TEST_CASE("the same list again changes and records nothing", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  const std::vector<RosterEntry> list = {{"Aino", "a@example.com", "1"}, {"Ben", "", ""}};
  room.enrol(list);
  const auto before = room.eventIds();
  const auto report = room.enrol(list);
  CHECK(report.added + report.updated == 0);
  CHECK(room.eventIds() == before);
}

TEST_CASE("two students of one name are two, by number or e-mail", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  CHECK(room.enrol({{"John Smith", "", "1"},
                    {"John Smith", "", "2"},
                    {"John Smith", "j@x", ""},
                    {"John Smith", "", ""}})
            .added == 4);
}

TEST_CASE("one list may give two students one e-mail, told apart by number", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  const std::vector<RosterEntry> list = {{"Ann", "desk@example.com", "1"},
                                         {"Bob", "desk@example.com", "2"}};
  CHECK(room.enrol(list).added == 2);
  CHECK(room.enrol(list).updated == 0);
  CHECK(lines(room) == Lines{"Ann|desk@example.com|1", "Bob|desk@example.com|2"});
}

TEST_CASE("a shared e-mail never makes one student of two numbers", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  const RosterEntry ada{"Ada", "shared@example.org", "S1"};
  const RosterEntry bob{"Bob", "shared@example.org", "S2"};
  const RosterEntry cai{"Cai", "shared@example.org", "S3"};
  room.enrol({ada, bob});
  const auto report = room.enrol({cai, bob, ada});
  CHECK(report.added == 1);
  CHECK(report.updated == 0);
  CHECK(lines(room) == Lines{"Ada|shared@example.org|S1", "Bob|shared@example.org|S2",
                             "Cai|shared@example.org|S3"});
}

TEST_CASE("of students who share an e-mail the name tells which is meant", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  room.enrol({{"Ada", "shared@x", "S1"}, {"Bob", "shared@x", "S2"}});
  CHECK(room.enrol({{"BOB", "shared@x", ""}}).updated == 1);
  CHECK(room.enrol({{"Cai", "shared@x", ""}}).added == 1);
  CHECK(lines(room) == Lines{"Ada|shared@x|S1", "BOB|shared@x|S2", "Cai|shared@x|"});
}

TEST_CASE("what a student was known by before belongs to nobody", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  room.enrol({{"Ada", "old@x", "S1"}});
  const auto report = room.enrol({{"Ada", "new@x", "S1"}, {"Bob", "old@x", ""}});
  CHECK(report.updated == 1);
  CHECK(report.added == 1);
  CHECK(lines(room) == Lines{"Ada|new@x|S1", "Bob|old@x|"});
}

TEST_CASE("two entries of one number are one student, as the last one says", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  const std::vector<RosterEntry> list = {{"Ann", "", "1"}, {"Ann Lee", "a@x", "1"}};
  CHECK(room.enrol(list).added == 1);
  CHECK(lines(room) == Lines{"Ann Lee|a@x|1"});
  const auto again = room.enrol(list);
  CHECK(again.added + again.updated == 0);
}

TEST_CASE("any list again adds and updates nobody, and no number is lost", "[ledger][roster]") {
  REQUIRE(rc::check("the same list again", [] {
    const auto list = withNumbersOnce(*rc::gen::container<std::vector<RosterEntry>>(anyEntry()));
    const tests::ManualClock clock;
    const auto ledger = tests::openLedger(":memory:", clock);
    RC_ASSERT(ledger->classes().open(tests::newClass(), Role::Operator).ok());
    const auto enrol = [&] {
      return ledger->roster().add(list, Mode::Keep, Role::Operator).value();
    };
    enrol();
    const auto again = enrol();
    RC_ASSERT(again.added == 0);
    RC_ASSERT(again.updated == 0);
    std::vector<RosterEntry> held;
    for (const auto& student : *ledger->roster().students()) held.push_back(student.entry);
    RC_ASSERT(numbersOf(held) == numbersOf(list));
  }));
}

TEST_CASE("a dry run of a roster reports what would be, and nothing is", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  const auto before = room.eventIds();
  const std::vector<RosterEntry> list = {{"Aino", "", ""}};
  CHECK(room.ledger->roster().add(list, Mode::DryRun, Role::Operator)->added == 1);
  CHECK(lines(room).empty());
  CHECK(room.eventIds() == before);
}

TEST_CASE("a roster with one bad entry is refused whole", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  const auto refused = [&](const RosterEntry& bad) {
    const std::vector<RosterEntry> list = {{"Aino", "", ""}, bad};
    const auto report = room.ledger->roster().add(list, Mode::Keep, Role::Operator);
    return !report.ok() && report.error() == Refusal::BadName && lines(room).empty();
  };
  CHECK(refused({"", "x@example.com", "1"}));
  CHECK(refused({"Aino", "a\nb", ""}));
  CHECK(refused({"Aino", "", "\x1b[2J"}));
  CHECK(refused({"\xFF", "", ""}));
}

TEST_CASE("a roster needs a class that is not closed", "[ledger][roster]") {
  tests::Room room;
  const std::vector<RosterEntry> list = {{"Aino", "", ""}};
  const auto add = [&] { return room.ledger->roster().add(list, Mode::Keep, Role::Operator); };
  CHECK(add().error() == Refusal::NoClass);
  room.openClass();
  room.setState(hallpass::ClassState::Paused);
  CHECK(add().ok());
  room.setState(hallpass::ClassState::Closed);
  CHECK(add().error() == Refusal::ClassClosed);
  CHECK(room.ledger->roster().addWalkIn("Ben", Role::Student).error() == Refusal::ClassClosed);
  CHECK(lines(room) == Lines{"Aino||"});
  room.openClass();
  CHECK(lines(room).empty());
}

TEST_CASE("a walk-in joins where the class takes them", "[ledger][roster]") {
  tests::Room room;
  CHECK(room.ledger->roster().addWalkIn("Ben", Role::Student).error() == Refusal::NoClass);
  auto closedDoor = tests::newClass();
  closedDoor.walkIns = hallpass::WalkIns::Refused;
  room.openClass(closedDoor);
  CHECK(room.ledger->roster().addWalkIn("Ben", Role::Student).error() == Refusal::NoWalkIns);
  room.setState(hallpass::ClassState::Closed);
  room.openClass();
  room.student("  Ben  ");
  CHECK(lines(room) == Lines{"Ben||"});
  CHECK(room.eventIds().back() == "walk-in-added");
}

TEST_CASE("nobody joins a class twice under one name", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  room.enrol({{"Virtanen, Aino", "aino@example.com", "A-1"}});
  room.student("Ben Ek");
  const auto before = room.eventIds();
  for (const char* name : {"Ben Ek", " ben  EK ", "Ek, Ben", "Aino Virtanen", "AINO VIRTANEN"}) {
    INFO(name);
    CHECK(room.ledger->roster().addWalkIn(name, Role::Student).error() == Refusal::NameTaken);
  }
  CHECK(room.eventIds() == before);
  room.student("Ben J. Ek");
  room.setState(hallpass::ClassState::Closed);
  room.openClass();
  room.student("Ben Ek");
}

TEST_CASE("a name has 1 to 200 characters and no control characters", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  const auto add = [&](const std::string& name) {
    return room.ledger->roster().addWalkIn(name, Role::Student).ok();
  };
  std::string longest;
  for (int count = 0; count < 200; ++count) longest += "ß";
  CHECK(add("x"));
  CHECK(add(longest));
  CHECK_FALSE(add(longest + "x"));
  CHECK_FALSE(add(""));
  CHECK_FALSE(add(" \xE2\x80\x8B "));
  CHECK_FALSE(add("a\tb"));
  CHECK_FALSE(add("a\x7F"));
  CHECK_FALSE(add("\xC3"));
}

TEST_CASE("a student who holds a claim is marked so", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 1));
  room.student("Aino");
  REQUIRE(room.claim(room.student("Ben")).ok());
  const auto students = room.ledger->roster().students().value();
  CHECK_FALSE(students[0].claimed);
  CHECK(students[1].claimed);
}

TEST_CASE("a commitment depends on the key and on which field holds what", "[ledger][roster]") {
  const platform::Key key = platform::sha256("key");
  const auto made = hallpass::commitment(key, {"ab", "c", ""});
  CHECK(made.size() == 64);
  CHECK(made == hallpass::commitment(key, {"ab", "c", ""}));
  CHECK(made != hallpass::commitment(platform::sha256("other"), {"ab", "c", ""}));
  CHECK(made != hallpass::commitment(key, {"a", "bc", ""}));
  CHECK(made != hallpass::commitment(key, {"ab", "", "c"}));
}

TEST_CASE("an erased name leaves the chain whole and no trace of it", "[ledger][roster]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 2));
  room.enrol({{"Zzyzx Quuxbar", "quux@example.com", "QX-77"}});
  const auto student = room.ledger->roster().students()->front().id;
  REQUIRE(room.claim(student).ok());
  tests::RawSql raw(room.folder.file());
  raw.run("DELETE FROM identity");
  CHECK_FALSE(room.ledger->journal().verify({})->firstBad);
  for (const auto& entry : room.journal()) {
    for (const char* trace : {"Zzyzx", "Quuxbar", "quux@", "QX-77"}) {
      CHECK(entry.fields.find(trace) == std::string::npos);
    }
  }
  CHECK(room.ledger->roster().students()->empty());
  CHECK(room.claim(student).error() == Refusal::UnknownStudent);
  CHECK(raw.text("SELECT count(*) FROM claim") == "1");
}

TEST_CASE("the instructor adds a student to any class that is not closed", "[ledger][roster]") {
  tests::Room room;
  const auto add = [&](const hallpass::RosterEntry& entry) {
    const auto added = room.ledger->roster().addStudent(entry, Role::Instructor);
    return added ? "added" : std::string(hallpass::name(added.error()));
  };
  CHECK(add({"Aino", "", ""}) == "NoClass");
  auto facts = tests::newClass();
  facts.walkIns = hallpass::WalkIns::Refused;
  room.openClass(facts);
  CHECK(add({" Aino Virtanen ", " aino@example.com ", " 17 "}) == "added");
  CHECK(room.journal().back().event == "student-added");
  CHECK(room.journal().back().role == "instructor");
  const auto aino = room.ledger->roster().students()->front().entry;
  CHECK(aino.name == "Aino Virtanen");
  CHECK(aino.email == "aino@example.com");
  CHECK(aino.number == "17");
  CHECK(add({"Someone else", "", "17"}) == "NameTaken");
  CHECK(add({"Someone else", "AINO@example.com", "18"}) == "NameTaken");
  CHECK(add({"virtanen, aino", "", ""}) == "NameTaken");
  CHECK(add({"Aino Virtanen", "", "18"}) == "added");
  CHECK(add({"", "", "19"}) == "BadName");
  CHECK(add({"Ben", "a\tb", ""}) == "BadName");
  room.setState(hallpass::ClassState::Closed);
  CHECK(add({"Ben", "", ""}) == "ClassClosed");
}

TEST_CASE("a name is corrected, and nothing else of the student", "[ledger][roster]") {
  tests::Room room;
  const auto rename = [&](std::int64_t student, const std::string& name) {
    const auto done = room.ledger->roster().rename({student}, name, Role::Instructor);
    return done ? "done" : std::string(hallpass::name(done.error()));
  };
  CHECK(rename(1, "Aino") == "NoClass");
  room.openClass();
  room.enrol({{"Aion Virtanen", "aino@example.com", "17"}});
  CHECK(rename(1, " Aino Virtanen ") == "done");
  CHECK(room.journal().back().event == "student-updated");
  CHECK(room.journal().back().role == "instructor");
  const auto aino = room.ledger->roster().students()->front().entry;
  CHECK(aino.name == "Aino Virtanen");
  CHECK(aino.email == "aino@example.com");
  CHECK(aino.number == "17");
  const auto before = room.eventIds();
  CHECK(rename(1, "Aino Virtanen") == "done");
  CHECK(rename(1, "") == "BadName");
  CHECK(rename(2, "Ben") == "UnknownStudent");
  CHECK(room.eventIds() == before);
  room.setState(hallpass::ClassState::Closed);
  room.openClass();
  CHECK(rename(1, "Ben") == "UnknownStudent");
}
