#include "kiosk/desk/class_page.h"

#include "kiosk/desk/places.h"
#include "platform/base/text.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

platform::UtcTime at(const char* text) { return *platform::parseIsoTime(text); }

/// A class page on which the form to open a class stands.
struct Opening {
  DeskRoom room;
  PageStack pages{room, classPage(room.tools())};

  Opening() { pages.touch("open-class"); }

  void fillFirst() {
    pages.fill("title", "AZ-104, Monday");
    pages.choose("pass", "Azure Pass");
  }
};

}  // namespace

TEST_CASE("a class is opened in three screens, and stored as it was said") {
  Opening opening;
  PageStack& pages = opening.pages;
  CHECK(pages.screen() == "class-form");
  opening.fillFirst();
  pages.fill("from", "2026-11-23 09:00");
  pages.fill("until", "2026-11-27");
  pages.touch("next");
  CHECK(pages.screen() == "class-form-2");
  pages.choose("walk-ins", "Yes");
  pages.choose("wait", "90 s");
  pages.choose("word", "Type one");
  pages.type("Birch");
  pages.touch("next");
  CHECK(pages.screen() == "class-form-guide");
  pages.touch("open-class");
  CHECK(pages.screen() == "class");
  const Class held = opening.room.heldClass();
  CHECK(held.state == ClassState::Open);
  CHECK(held.facts.title == "AZ-104, Monday");
  CHECK(held.facts.passType == "azure-pass");
  CHECK(held.facts.from == at("2026-11-23T09:00"));
  CHECK(held.facts.until == at("2026-11-27T23:59:59.999"));
  CHECK(held.facts.walkIns == WalkIns::Allowed);
  CHECK(held.facts.word == "Birch");
  CHECK(held.facts.idleSeconds == 90);
  CHECK(opening.room.newestEvent() == "class-opened by instructor");
}

TEST_CASE("a title alone is enough where there is one kind of pass to choose") {
  Opening opening;
  opening.fillFirst();
  opening.pages.touch("next");
  opening.pages.touch("next");
  opening.pages.touch("open-class");
  const NewClass facts = opening.room.heldClass().facts;
  CHECK(facts.title == "AZ-104, Monday");
  CHECK_FALSE(facts.from);
  CHECK_FALSE(facts.until);
  CHECK(facts.walkIns == WalkIns::Refused);
  CHECK(facts.word.empty());
  CHECK(facts.idleSeconds == 0);
}

TEST_CASE("what is missing for a class is said at its field, and only when it is asked for") {
  Opening opening;
  PageStack& pages = opening.pages;
  CHECK(pages.field("title").mistake.empty());
  pages.touch("next");
  CHECK(pages.screen() == "class-form");
  CHECK(pages.field("title").mistake == "Give the class a title: students see it.");
  CHECK(pages.field("pass").mistake == "Choose one.");
  opening.fillFirst();
  CHECK(pages.field("title").mistake.empty());
  pages.touch("next");
  CHECK(pages.screen() == "class-form-2");
}

TEST_CASE("a time that is none is refused where it is typed") {
  Opening opening;
  opening.pages.fill("until", "2026-13-01");
  CHECK(opening.pages.on<EditView>().mistake ==
        "That is no day and time. Type it as 2026-11-23 09:00.");
  opening.pages.type("2026-11-23 17:30");
  CHECK(opening.pages.field("until").value == "2026-11-23 17:30");
}

TEST_CASE("a time of day alone is one of today, and nothing typed means no limit") {
  Opening opening;
  opening.pages.fill("until", "17:30");
  CHECK(opening.pages.field("until").value == "2026-10-14 17:30");
  opening.pages.fill("until", "");
  CHECK(opening.pages.field("until").value.empty());
  CHECK(opening.pages.field("until").whenEmpty == "until you close it");
}

TEST_CASE("the day that stands there to begin with is today") {
  Opening opening;
  opening.pages.act(Intent::Act::Focus, 3);
  CHECK(opening.pages.on<EditView>().typed == "2026-10-14");
  CHECK(opening.pages.on<EditView>().keyboard == hallpass::Keyboard::Numbers);
}

TEST_CASE("a class that ends before it begins, or in the past, is refused at its end") {
  Opening opening;
  PageStack& pages = opening.pages;
  opening.fillFirst();
  pages.fill("from", "2026-11-23 09:00");
  pages.fill("until", "2026-11-22");
  CHECK(pages.field("until").mistake == "That is before the class begins. Type a later time.");
  pages.touch("next");
  CHECK(pages.screen() == "class-form");
  pages.fill("from", "");
  pages.fill("until", "2026-10-01");
  CHECK(pages.field("until").mistake == "That is past. Type a later time.");
  pages.touch("next");
  CHECK(pages.screen() == "class-form");
  CHECK_FALSE(opening.room.ledger().classes().current().value());
}

TEST_CASE("a title longer than a hundred characters is not taken") {
  Opening opening;
  opening.pages.fill("title", std::string(101, 'x'));
  CHECK(opening.pages.on<EditView>().mistake ==
        "That is longer than 100 characters. Make it shorter.");
}

TEST_CASE("a class word is made at a touch, another one at the next, and none at a third") {
  Opening opening;
  PageStack& pages = opening.pages;
  opening.fillFirst();
  pages.touch("next");
  CHECK(pages.field("word").choices == std::vector<std::string>{"None", "Make one", "Type one"});
  pages.choose("word", "Make one");
  const std::string word = pages.field("word").value;
  CHECK(word.size() >= 4);
  CHECK(pages.field("word").choices.at(pages.field("word").chosen) == word);
  pages.choose("word", "Make another");
  CHECK(pages.field("word").value != word);
  pages.choose("word", pages.field("word").value);
  CHECK_FALSE(pages.field("word").value.empty());
  pages.choose("word", "None");
  CHECK(pages.field("word").value.empty());
}

TEST_CASE("a class word too long for the board, or of signs alone, is not taken") {
  Opening opening;
  opening.fillFirst();
  opening.pages.touch("next");
  opening.pages.choose("word", "Type one");
  opening.pages.type("abcdefghijklmnopqrstuvwxy");
  CHECK(opening.pages.on<EditView>().mistake ==
        "That is longer than 24 characters. Take a shorter word.");
  opening.pages.type("\xCC\x81");
  CHECK(opening.pages.on<EditView>().mistake ==
        "That has no letter or digit in it. Take another word.");
}

TEST_CASE("a class that was opened meanwhile is not opened over") {
  Opening opening;
  opening.fillFirst();
  opening.pages.touch("next");
  opening.pages.touch("next");
  opening.room.openClass("From the command line");
  opening.pages.touch("open-class");
  CHECK(opening.pages.desk().lead ==
        "A class was opened meanwhile. Go back and look at it; to open this one, close it.");
  CHECK(opening.room.heldClass().facts.title == "From the command line");
}

TEST_CASE("back leads from the second screen to the first, which keeps what was typed") {
  Opening opening;
  opening.fillFirst();
  opening.pages.touch("next");
  opening.pages.back();
  CHECK(opening.pages.field("title").value == "AZ-104, Monday");
  opening.pages.back();
  CHECK(opening.pages.screen() == "class");
  CHECK_FALSE(opening.room.ledger().classes().current().value());
}

TEST_CASE("an end that passed while a later screen stood leads back to the first") {
  Opening opening;
  opening.fillFirst();
  opening.pages.fill("until", "2026-10-14 23:30");
  opening.pages.touch("next");
  opening.pages.touch("next");
  opening.room.clock.pass(std::chrono::hours(24));
  opening.pages.touch("open-class");
  CHECK(opening.pages.screen() == "class-form");
  CHECK(opening.pages.field("until").mistake == "That is past. Type a later time.");
  CHECK(opening.pages.desk().leadSign == Sign::Attention);
}

TEST_CASE("the next class begins with the pass, walk-ins and wait of the last one") {
  DeskRoom room;
  NewClass last{"Last week",      "training-key", std::nullopt, std::nullopt,
                WalkIns::Allowed, "birch",        120};
  REQUIRE(room.ledger().classes().open(last, Role::Operator).ok());
  room.setState(ClassState::Closed);
  PageStack pages(room, classPage(room.tools()));
  pages.touch("open-class");
  CHECK(pages.field("title").value.empty());
  CHECK(pages.field("pass").choices.at(pages.field("pass").chosen) == "Training key");
  pages.fill("title", "This week");
  pages.touch("next");
  CHECK(pages.field("walk-ins").chosen == 1);
  CHECK(pages.field("word").value.empty());
  CHECK(pages.field("wait").choices.at(pages.field("wait").chosen) == "2 min");
}

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

TEST_CASE("the form says from when on students can take codes") {
  Opening opening;
  opening.fillFirst();
  opening.pages.touch("next");
  CHECK(opening.pages.desk().lead == "Students can take codes as soon as the class is open.");
  opening.pages.back();
  opening.pages.fill("from", "2026-11-23 09:00");
  opening.pages.touch("next");
  CHECK(opening.pages.desk().lead == "Students can take codes from Mon 23 Nov, 09:00 on.");
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
