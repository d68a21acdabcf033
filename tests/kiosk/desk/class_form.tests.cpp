#include "kiosk/desk/places.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

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
