#include "kiosk/ledger/classes.h"

#include "tests/kiosk/ledger/room.h"

using hallpass::ClassState;
using hallpass::Refusal;
using hallpass::Role;
using platform::UtcTime;

TEST_CASE("a class that was opened is the current one, as it was said", "[ledger][classes]") {
  tests::Room room;
  CHECK_FALSE(room.ledger->classes().current()->has_value());
  auto facts = tests::newClass();
  facts.title = "Ääkköset \"quoted\"";
  facts.from = room.clock.time;
  facts.until = room.clock.time;
  const auto id = room.openClass(facts);
  const auto current = room.ledger->classes().current().value();
  REQUIRE(current);
  CHECK(current->id == id);
  CHECK(current->state == ClassState::Open);
  CHECK(current->facts.title == facts.title);
  CHECK(current->facts.passType == "azure-pass");
  CHECK(current->facts.from == facts.from);
  CHECK(current->facts.until == facts.until);
  CHECK(current->facts.walkIns == hallpass::WalkIns::Allowed);
  CHECK(room.journal().back().fields ==
        R"({"class":"1","title":"Ääkköset \"quoted\"","pass_type":"azure-pass",)"
        R"("from":"2026-10-14T17:46:40.000Z","until":"2026-10-14T17:46:40.000Z","walk_ins":"yes",)"
        R"("languages":"","account":""})");
}

TEST_CASE("a class without a window or walk-ins has none", "[ledger][classes]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.walkIns = hallpass::WalkIns::Refused;
  room.openClass(facts);
  const auto current = room.ledger->classes().current().value();
  CHECK_FALSE(current->facts.from);
  CHECK_FALSE(current->facts.until);
  CHECK(current->facts.walkIns == hallpass::WalkIns::Refused);
}

TEST_CASE("a window that ends before it begins is refused", "[ledger][classes]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.from = UtcTime{room.clock.time.ms + 6};
  facts.until = UtcTime{room.clock.time.ms + 5};
  CHECK(room.ledger->classes().open(facts, Role::Operator).error() == Refusal::BadWindow);
  CHECK_FALSE(room.ledger->classes().current()->has_value());
}

TEST_CASE("a window that has ended already is refused", "[ledger][classes]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.until = UtcTime{room.clock.time.ms - 1};
  const auto open = [&] { return room.ledger->classes().open(facts, Role::Operator); };
  CHECK(open().error() == Refusal::BadWindow);
  facts.from = UtcTime{room.clock.time.ms - 9};
  CHECK(open().error() == Refusal::BadWindow);
  CHECK_FALSE(room.ledger->classes().current()->has_value());
  facts.until = room.clock.time;
  CHECK(open().ok());
}

TEST_CASE("a second class opens only when the first one is closed", "[ledger][classes]") {
  tests::Room room;
  room.openClass();
  const auto again = [&] { return room.ledger->classes().open(tests::newClass(), Role::Operator); };
  CHECK(again().error() == Refusal::ClassAlreadyOpen);
  room.setState(ClassState::Paused);
  CHECK(again().error() == Refusal::ClassAlreadyOpen);
  room.setState(ClassState::Closed);
  CHECK(room.ledger->classes().current().value()->state == ClassState::Closed);
  CHECK(again().ok());
  CHECK(room.ledger->classes().current().value()->id.value == 2);
}

TEST_CASE("pausing, resuming and closing are recorded, a state that is there is not",
          "[ledger][classes]") {
  tests::Room room;
  CHECK(room.ledger->classes().setState(ClassState::Open, Role::Operator).error() ==
        Refusal::NoClass);
  room.openClass();
  room.setState(ClassState::Open);
  room.setState(ClassState::Paused);
  room.setState(ClassState::Paused);
  room.setState(ClassState::Open);
  room.addCodes(tests::newCodes(0, 1));
  REQUIRE(room.claim(room.student("Aino")).ok());
  room.setState(ClassState::Closed);
  room.setState(ClassState::Closed);
  CHECK(room.ledger->classes().setState(ClassState::Open, Role::Operator).error() ==
        Refusal::ClassClosed);
  CHECK(room.eventIds() ==
        std::vector<std::string>{"ledger-created", "class-opened", "class-paused", "class-resumed",
                                 "codes-imported", "walk-in-added", "claim-made", "class-closed"});
  CHECK(room.journal().back().fields == R"({"class":"1","claims":"1"})");
  CHECK(room.journal().back().role == "operator");
}

TEST_CASE("a class keeps its word and its wait for a touch", "[ledger][classes]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.word = "Zebra";
  facts.idleSeconds = 60;
  room.openClass(facts);
  room.reopen();
  const auto held = room.ledger->classes().current().value();
  CHECK(held->facts.word == "Zebra");
  CHECK(held->facts.idleSeconds == 60);
  for (const auto& entry : room.journal()) CHECK(entry.fields.find("Zebra") == std::string::npos);
}

TEST_CASE("all but the pass type of a class can be changed, and the journal says what",
          "[ledger][classes]") {
  tests::Room room;
  room.openClass();
  hallpass::NewClass facts;
  facts.title = "Networks";
  facts.passType = "exam-voucher";
  facts.from = room.clock.time;
  facts.until = UtcTime{room.clock.time.ms + 1'000};
  facts.walkIns = hallpass::WalkIns::Refused;
  facts.word = "Zebra";
  facts.idleSeconds = 90;
  REQUIRE(room.ledger->classes().change(facts, Role::Instructor).ok());
  const auto now = room.ledger->classes().current().value()->facts;
  CHECK(now.title == "Networks");
  CHECK(now.passType == "azure-pass");
  CHECK(now.from == facts.from);
  CHECK(now.until == facts.until);
  CHECK(now.walkIns == hallpass::WalkIns::Refused);
  CHECK(now.word == "Zebra");
  CHECK(now.idleSeconds == 90);
  const auto entry = room.journal().back();
  CHECK(entry.event == "class-changed");
  CHECK(entry.role == "instructor");
  CHECK(entry.fields.find(R"("changed":"title from until walk_ins word idle_seconds")") !=
        std::string::npos);
  CHECK(entry.fields.find(R"("word":"yes","idle_seconds":"90","languages":"","account":"")") !=
        std::string::npos);
  CHECK(entry.fields.find("Zebra") == std::string::npos);
}

TEST_CASE("a change that changes nothing is not recorded", "[ledger][classes]") {
  tests::Room room;
  room.openClass();
  const auto before = room.eventIds();
  CHECK(room.ledger->classes().change(tests::newClass(), Role::Instructor).ok());
  CHECK(room.eventIds() == before);
}

TEST_CASE("a wait for a touch is taken as the nearest that there is", "[ledger][classes]") {
  tests::Room room;
  room.openClass();
  const auto taken = [&](int seconds) {
    auto facts = tests::newClass();
    facts.idleSeconds = seconds;
    REQUIRE(room.ledger->classes().change(facts, Role::Instructor).ok());
    return room.ledger->classes().current().value()->facts.idleSeconds;
  };
  CHECK(taken(1) == 45);
  CHECK(taken(45) == 45);
  CHECK(taken(300) == 300);
  CHECK(taken(301) == 300);
  CHECK(taken(0) == 0);
  CHECK(taken(-5) == 0);
}

TEST_CASE("a class without a class, or a closed one, is not changed", "[ledger][classes]") {
  tests::Room room;
  const auto change = [&] {
    auto facts = tests::newClass();
    facts.title = "Other";
    return room.ledger->classes().change(facts, Role::Instructor);
  };
  CHECK(change().error() == Refusal::NoClass);
  room.openClass();
  room.setState(ClassState::Paused);
  CHECK(change().ok());
  room.setState(ClassState::Closed);
  CHECK(change().error() == Refusal::ClassClosed);
  CHECK(room.journal().back().event == "class-closed");
}

TEST_CASE("a changed window must be one; an end that passed may stay", "[ledger][classes]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.until = room.clock.time;
  room.openClass(facts);
  room.clock.pass(std::chrono::seconds(1));
  const auto change = [&] { return room.ledger->classes().change(facts, Role::Instructor); };
  facts.title = "Over, and called so";
  CHECK(change().ok());
  facts.until = UtcTime{room.clock.time.ms - 1};
  CHECK(change().error() == Refusal::BadWindow);
  facts.until = UtcTime{room.clock.time.ms + 5};
  facts.from = UtcTime{room.clock.time.ms + 6};
  CHECK(change().error() == Refusal::BadWindow);
  facts.from = facts.until;
  CHECK(change().ok());
}

TEST_CASE("a class keeps its languages in their order, and its account", "[ledger][classes]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.languages = {"sv", "en", "fi"};
  facts.account = "tenant";
  room.openClass(facts);
  const auto held = [&] { return room.ledger->classes().current().value()->facts; };
  CHECK(held().languages == facts.languages);
  CHECK(held().account == "tenant");
  CHECK(room.journal().back().fields.find(R"("languages":"sv,en,fi","account":"tenant")") !=
        std::string::npos);
  facts.languages = {};
  facts.account = "";
  REQUIRE(room.ledger->classes().change(facts, Role::Instructor).ok());
  CHECK(held().languages.empty());
  CHECK(held().account.empty());
  CHECK(room.journal().back().fields.find(R"("changed":"languages account")") != std::string::npos);
}

TEST_CASE("the order of languages is a change: the first is the class's own", "[ledger][classes]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.languages = {"en", "fi"};
  room.openClass(facts);
  facts.languages = {"fi", "en"};
  REQUIRE(room.ledger->classes().change(facts, Role::Instructor).ok());
  CHECK(room.ledger->classes().current().value()->facts.languages == facts.languages);
  CHECK(room.journal().back().event == "class-changed");
}

TEST_CASE("a language or an account that this program does not know is left out",
          "[ledger][classes]") {
  tests::Room room;
  auto facts = tests::newClass();
  facts.languages = {"xx", "de", "'", "de", ""};
  facts.account = "other";
  room.openClass(facts);
  const auto held = [&] { return room.ledger->classes().current().value()->facts; };
  CHECK(held().languages == std::vector<std::string>{"de"});
  CHECK(held().account.empty());
  const auto before = room.eventIds();
  CHECK(room.ledger->classes().change(facts, Role::Instructor).ok());
  CHECK(room.eventIds() == before);
}
