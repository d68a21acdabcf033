#include "kiosk/desk/places.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

TEST_CASE("a class is changed on one screen, all but its pass") {
  DeskRoom room;
  room.openClass();
  PageStack pages(room, classPage(room.tools()));
  pages.touch("change");
  CHECK(pages.screen() == "class-change");
  CHECK(pages.desk().form->fields.size() == 6);
  CHECK(pages.desk().lead.find("The pass stays Azure Pass") != std::string::npos);
  pages.fill("title", "AZ-104, Tuesday");
  pages.fill("until", "2026-11-27 17:00");
  pages.choose("walk-ins", "Yes");
  pages.touch("save");
  CHECK(pages.screen() == "class");
  CHECK(pages.desk().title == "AZ-104, Tuesday");
  const NewClass facts = room.heldClass().facts;
  CHECK(facts.until == at("2026-11-27T17:00"));
  CHECK(facts.walkIns == WalkIns::Allowed);
  CHECK(facts.passType == "azure-pass");
  CHECK(room.newestEvent() == "class-changed by instructor");
}

TEST_CASE("what was typed for one class is never saved into another") {
  DeskRoom room;
  room.openClass("Monday");
  PageStack pages(room, classPage(room.tools()));
  pages.touch("change");
  pages.fill("title", "Monday, room 2");
  room.replaceClass("Tuesday");
  pages.touch("save");
  CHECK(pages.desk().lead == "Another class was opened meanwhile. Go back: nothing was changed.");
  CHECK(room.heldClass().facts.title == "Tuesday");
}

TEST_CASE("a class that was closed meanwhile is not changed, and the form says so") {
  DeskRoom room;
  room.openClass();
  PageStack pages(room, classPage(room.tools()));
  pages.touch("change");
  room.setState(ClassState::Closed);
  pages.touch("save");
  CHECK(pages.desk().lead == "The class was closed meanwhile. Go back and open the next one.");
}

TEST_CASE("a class that is over may keep its end while something else of it is changed") {
  DeskRoom room;
  const NewClass facts{
      "AZ-104", "azure-pass", std::nullopt, at("2026-10-14T23:00"), WalkIns::Refused, "", 0};
  REQUIRE(room.ledger().classes().open(facts, Role::Operator).ok());
  room.clock.pass(std::chrono::hours(24));
  PageStack pages(room, classPage(room.tools()));
  pages.touch("change");
  pages.fill("title", "AZ-104, room 2");
  CHECK(pages.field("until").mistake.empty());
  pages.touch("save");
  CHECK(room.heldClass().facts.title == "AZ-104, room 2");
  CHECK(room.heldClass().facts.until == facts.until);
}
