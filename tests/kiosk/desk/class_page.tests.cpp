#include "kiosk/desk/class_page.h"

#include "kiosk/desk/places.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

TEST_CASE("the class page says what the class is, its word large among the facts") {
  DeskRoom room;
  NewClass facts{"AZ-104, Monday",
                 "azure-pass",
                 std::nullopt,
                 at("2026-11-27T17:00"),
                 WalkIns::Refused,
                 "birch",
                 90};
  REQUIRE(room.ledger().classes().open(facts, Role::Operator).ok());
  room.stock(2);
  room.claim(room.add("Aino Virtanen"));
  room.add("Eetu M\xC3\xA4kinen");
  const PageStack pages(room, classPage(room.tools()));
  const DeskView view = pages.desk();
  CHECK(view.title == "AZ-104, Monday");
  CHECK(view.lead == "Azure Pass. Open until Fri 27 Nov, 17:00.");
  REQUIRE(view.facts.size() == 5);
  CHECK(view.facts[0].value == "birch");
  CHECK(view.facts[0].label == "class word: write it on the board");
  CHECK((view.facts[1].value + " " + view.facts[1].label) == "2 students");
  CHECK((view.facts[2].value + " " + view.facts[2].label) == "1 has a code");
  CHECK((view.facts[3].value + " " + view.facts[3].label) == "No others may join");
  CHECK((view.facts[4].value + " " + view.facts[4].label) == "90 s until \"Still there?\"");
}

TEST_CASE("the class page says why nobody can take a code, and what to do") {
  DeskRoom room;
  NewClass facts{
      "AZ-104", "azure-pass", at("2026-11-23T09:00"), at("2026-11-27T17:00"), WalkIns::Refused, "",
      0};
  REQUIRE(room.ledger().classes().open(facts, Role::Operator).ok());
  room.add("Aino Virtanen");
  PageStack pages(room, classPage(room.tools()));
  CHECK(pages.desk().lead ==
        "Azure Pass. Opens by itself on Mon 23 Nov, 09:00, until Fri 27 Nov, 17:00.");
  room.clock.time = at("2026-11-28T09:00");
  CHECK(pages.desk().lead ==
        "Azure Pass. Its time ended on Fri 27 Nov, 17:00: nobody can take a code. Change the end, "
        "or close the class.");
  room.setState(ClassState::Paused);
  pages.refresh();
  CHECK(pages.desk().lead == "Azure Pass. Paused: nobody can take a code until you touch Go on.");
}

TEST_CASE("a class is paused and goes on by the same button") {
  DeskRoom room;
  room.openClass();
  PageStack pages(room, classPage(room.tools()));
  pages.touch("pause");
  CHECK(room.heldClass().state == ClassState::Paused);
  CHECK(room.newestEvent() == "class-paused by instructor");
  pages.touch("go-on");
  CHECK(room.heldClass().state == ClassState::Open);
  CHECK(room.newestEvent() == "class-resumed by instructor");
}

TEST_CASE("closing a class asks first and says what it means") {
  DeskRoom room;
  room.openClass();
  room.stock(3);
  for (const char* name : {"Aino", "Eetu"}) room.claim(room.add(name));
  room.add("Helmi");
  PageStack pages(room, classPage(room.tools()));
  pages.touch("close-class");
  CHECK(pages.on<NoticeView>().headline == "Close AZ-104, Monday?");
  CHECK(pages.on<NoticeView>().detail ==
        "2 of 3 students have a code. After closing nobody can take one, and it cannot be opened "
        "again.");
  pages.touch("keep-open");
  CHECK(pages.screen() == "class");
  CHECK(room.heldClass().state == ClassState::Open);
  pages.touch("close-class");
  pages.touch("close-class");
  CHECK(room.heldClass().state == ClassState::Closed);
  CHECK(room.newestEvent() == "class-closed by instructor");
  CHECK(pages.desk().main->id == "open-class");
  CHECK(pages.desk().buttons.empty());
}

TEST_CASE("a question about closing one class never closes another") {
  DeskRoom room;
  room.openClass("Monday");
  PageStack pages(room, classPage(room.tools()));
  pages.touch("close-class");
  room.replaceClass("Tuesday");
  pages.touch("close-class");
  CHECK(room.heldClass().state == ClassState::Open);
  CHECK(pages.desk().title == "Tuesday");
}

TEST_CASE("a touch on Pause never pauses another class than the one that stands there") {
  DeskRoom room;
  room.openClass("Monday");
  PageStack pages(room, classPage(room.tools()));
  room.replaceClass("Tuesday");
  pages.touch("pause");
  CHECK(room.heldClass().state == ClassState::Open);
  CHECK(pages.desk().title == "Tuesday");
}

TEST_CASE("a class that was closed meanwhile is not paused, and the desk says so") {
  DeskRoom room;
  room.openClass();
  PageStack pages(room, classPage(room.tools()));
  room.setState(ClassState::Closed);
  pages.touch("pause");
  CHECK(pages.on<NoticeView>().detail == deskSentence(Refusal::ClassClosed));
  pages.touch("understood");
  CHECK(pages.desk().main->id == "open-class");
}

TEST_CASE("every button of the class page leads where it says") {
  DeskRoom room;
  room.openClass();
  PageStack pages(room, classPage(room.tools()));
  pages.touch("roster");
  CHECK(pages.screen() == "roster-files");
  pages.back();
  pages.touch("add-student");
  CHECK(pages.screen() == "add-student");
  pages.back();
  CHECK(pages.screen() == "class");
}

TEST_CASE("an open class without students asks for them") {
  DeskRoom room;
  room.openClass();
  PageStack pages(room, classPage(room.tools()));
  CHECK(pages.desk().lead ==
        "Azure Pass. Open until you close it. It has no students yet: add them.");
  CHECK(pages.desk().leadSign == Sign::Attention);
  room.add("Aino");
  pages.refresh();
  CHECK(pages.desk().lead == "Azure Pass. Open until you close it.");
  CHECK(pages.desk().leadSign == Sign::Good);
}
