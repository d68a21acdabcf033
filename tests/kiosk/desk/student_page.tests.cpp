#include "kiosk/desk/student_page.h"

#include "kiosk/desk/swap_page.h"
#include "platform/base/text.h"
#include "tests/kiosk/desk/page_stack.h"

using namespace hallpass;
using namespace tests;

namespace {

/// A class with one student, who may have a code.
struct One {
  DeskRoom room;
  StudentId aino;

  explicit One(int codes = 2) {
    room.openClass();
    room.stock(codes);
    aino = room.add("Virtanen, Aino", "S70100", "aino@example.org");
  }
  PageStack page() { return {room, std::make_unique<StudentPage>(room.tools(), aino)}; }
  PageStack swap() { return {room, std::make_unique<SwapPage>(room.tools(), aino)}; }
};

std::string label(Outcome outcome) { return std::string(title(outcome)); }
std::string label(Cause cause) { return std::string(title(cause)); }

}  // namespace

TEST_CASE("a student's page says who it is, and what was taken and said") {
  One one;
  one.room.claim(one.aino);
  one.room.claim(one.aino);
  one.room.say(one.aino, Outcome::CardAsked);
  PageStack pages = one.page();
  const std::string masked = Code(DeskRoom::codeText(0)).masked();
  CHECK(pages.desk().title == "Aino Virtanen");
  CHECK(pages.desk().lead == "Has the code " + masked + "; said: " + label(Outcome::CardAsked) +
                                 ". E-mail aino@example.org, number S70100.");
  CHECK(pages.rows() == std::vector<std::string>{masked + " | Wed 14 Oct, 17:46 | 2 times | " +
                                                 label(Outcome::CardAsked) + " | in use"});
  CHECK_FALSE(pages.desk().table->rows[0].opens);
  pages.open(0);
  CHECK(pages.screen() == "student");
}

TEST_CASE("the instructor sets each outcome, and the journal says who did") {
  One one;
  one.room.claim(one.aino);
  PageStack pages = one.page();
  CHECK(pages.field("outcome").chosen == kOutcomes.size());
  for (const Outcome outcome : kOutcomes) {
    pages.choose("outcome", label(outcome));
    CHECK(one.room.student(one.aino).outcome == name(outcome));
    CHECK(pages.field("outcome").choices.at(pages.field("outcome").chosen) == label(outcome));
    CHECK(one.room.newestEvent() == "outcome-reported by instructor");
  }
}

TEST_CASE("an outcome is not set for a code that is not there any more") {
  One one;
  one.room.claim(one.aino);
  PageStack pages = one.page();
  one.room.replaceClass("Tuesday");
  pages.choose("outcome", label(Outcome::Worked));
  CHECK(pages.on<NoticeView>().detail == deskSentence(Refusal::NoClaim));
  pages.touch("understood");
  CHECK(pages.desk().title == "Not in this class");
  CHECK(pages.desk().lead == "Another class was opened meanwhile. Go back to see its students.");
}

TEST_CASE("a student without a code gets the device, and nothing to swap") {
  One one;
  PageStack pages = one.page();
  CHECK(pages.desk().lead ==
        "No code yet. Hand the device over, and the student takes one on this screen. E-mail "
        "aino@example.org, number S70100.");
  CHECK(pages.desk().buttons.size() == 1);
  CHECK_FALSE(pages.desk().form);
  pages.touch("hand-over");
  CHECK(pages.left<HandOver>().student == one.aino);
  CHECK_FALSE(pages.left<HandOver>().swap);
}

TEST_CASE("the device is not handed over for a code that nobody can take, and the desk says why") {
  One one;
  PageStack pages = one.page();
  one.room.setState(ClassState::Paused);
  pages.touch("hand-over");
  CHECK(pages.on<NoticeView>().detail == deskSentence(Refusal::ClassPaused));
  CHECK_FALSE(pages.hasLeft());
  One empty(0);
  PageStack others = empty.page();
  others.touch("hand-over");
  CHECK(others.on<NoticeView>().detail == deskSentence(Refusal::OutOfStock));
}

TEST_CASE("a student who forgot the digits sees the code again, after a question") {
  One one;
  one.room.claim(one.aino, "2580");
  PageStack pages = one.page();
  pages.touch("again");
  CHECK(pages.on<NoticeView>().headline == "Give the device to Aino V.");
  pages.touch("not-now");
  CHECK(pages.screen() == "student");
  CHECK_FALSE(pages.hasLeft());
  pages.touch("again");
  pages.touch("hand-over");
  CHECK(pages.left<HandOver>().student == one.aino);
  CHECK_FALSE(pages.left<HandOver>().swap);
}

TEST_CASE("a name is corrected, and what stands on the roster with it") {
  One one;
  PageStack pages = one.page();
  pages.touch("rename");
  CHECK(pages.on<EditView>().typed == "Aino Virtanen");
  pages.type("Aino Virta-Lahti");
  CHECK(pages.desk().title == "Aino Virta-Lahti");
  const RosterEntry entry = one.room.student(one.aino).entry;
  CHECK(entry.name == "Aino Virta-Lahti");
  CHECK(entry.number == "S70100");
  CHECK(one.room.newestEvent() == "student-updated by instructor");
}

TEST_CASE("a name that is none is refused where it is typed, and so is one of another class") {
  One one;
  PageStack pages = one.page();
  pages.touch("rename");
  pages.type("");
  CHECK(pages.on<EditView>().mistake == deskSentence(Refusal::BadName));
  one.room.replaceClass("Tuesday");
  pages.type("Somebody");
  CHECK(pages.on<EditView>().mistake == deskSentence(Refusal::UnknownStudent));
}

TEST_CASE("a swap says what happens, and hands the device over without changing anything") {
  One one(13);
  one.room.claim(one.aino);
  PageStack pages = one.page();
  pages.touch("swap");
  CHECK(pages.desk().title == "Swap the code of Aino V.");
  CHECK(pages.desk().lead ==
        "The old code (" + Code(DeskRoom::codeText(0)).masked() +
            ") goes to quarantine and is never handed out again. Aino V. gets another one on this "
            "screen, after you hand over the device. 12 codes are left.");
  pages.touch("hand-over");
  CHECK(pages.field("cause").mistake == "Choose what is wrong with the old code.");
  CHECK_FALSE(pages.hasLeft());
  pages.choose("cause", label(Cause::Invalid));
  CHECK(pages.field("cause").mistake.empty());
  const auto events = one.room.journal().size();
  pages.touch("hand-over");
  CHECK(pages.left<HandOver>().student == one.aino);
  CHECK(pages.left<HandOver>().swap == Cause::Invalid);
  CHECK(one.room.journal().size() == events);
  CHECK(one.room.records().size() == 1);
}

TEST_CASE("every cause can be chosen for a swap") {
  for (const Cause cause : kCauses) {
    One one;
    one.room.claim(one.aino);
    PageStack pages = one.swap();
    pages.choose("cause", label(cause));
    pages.touch("hand-over");
    CHECK(pages.left<HandOver>().swap == cause);
  }
}

TEST_CASE("what the student said of a code is the cause that stands there at first") {
  const std::vector<std::pair<Outcome, Cause>> same{{Outcome::AlreadyUsed, Cause::Used},
                                                    {Outcome::BlankPage, Cause::BlankActivation},
                                                    {Outcome::WrongAccount, Cause::WrongAccount}};
  for (const auto& [outcome, cause] : same) {
    One one;
    one.room.claim(one.aino);
    one.room.say(one.aino, outcome);
    const PageStack pages = one.swap();
    CHECK(pages.field("cause").choices.at(pages.field("cause").chosen) == label(cause));
  }
  One one;
  one.room.claim(one.aino);
  one.room.say(one.aino, Outcome::CardAsked);
  CHECK(one.swap().field("cause").chosen == kCauses.size());
}

TEST_CASE("a swap that cannot be says why and leads to where it is mended") {
  One none(1);
  none.room.claim(none.aino);
  PageStack pages = none.swap();
  CHECK(pages.desk().lead == deskSentence(Refusal::OutOfStock));
  CHECK_FALSE(pages.desk().form);
  pages.touch("to-restock");
  CHECK(pages.left<GoToPlace>().place == DeskPlace::Restock);

  for (const ClassState state : {ClassState::Paused, ClassState::Closed}) {
    One one;
    one.room.claim(one.aino);
    one.room.setState(state);
    PageStack shut = one.swap();
    CHECK(shut.desk().lead ==
          deskSentence(state == ClassState::Paused ? Refusal::ClassPaused : Refusal::ClassClosed));
    shut.touch("to-class");
    CHECK(shut.left<GoToPlace>().place == DeskPlace::Class);
  }
}

TEST_CASE("a class that is over, or not begun, swaps nothing") {
  One one;
  one.room.claim(one.aino);
  NewClass facts = one.room.heldClass().facts;
  facts.until = at("2026-10-14T23:00");
  REQUIRE(one.room.ledger().classes().change(facts, Role::Operator).ok());
  PageStack pages = one.swap();
  REQUIRE(pages.desk().form);
  one.room.clock.pass(std::chrono::hours(24));
  pages.choose("cause", label(Cause::Used));
  pages.touch("hand-over");
  CHECK_FALSE(pages.hasLeft());
  CHECK(pages.desk().lead == deskSentence(Refusal::ClassOver));
  facts.until.reset();
  facts.from = at("2026-11-01T09:00");
  REQUIRE(one.room.ledger().classes().change(facts, Role::Operator).ok());
  CHECK(one.swap().desk().lead == deskSentence(Refusal::ClassNotYetOpen));
}

TEST_CASE("a swap of nobody's code is refused") {
  One one;
  PageStack pages = one.swap();
  CHECK(pages.desk().lead == deskSentence(Refusal::NoClaim));
  CHECK_FALSE(pages.desk().main);
  pages.act(Intent::Act::Main);
  CHECK_FALSE(pages.hasLeft());
}

TEST_CASE("a code that was swapped meanwhile is not swapped once more unseen") {
  One one(3);
  one.room.claim(one.aino);
  PageStack pages = one.swap();
  pages.choose("cause", label(Cause::Used));
  REQUIRE(one.room.ledger().claims().replace(one.aino, Cause::Used, Role::Operator).ok());
  pages.touch("hand-over");
  CHECK_FALSE(pages.hasLeft());
  CHECK(pages.desk().lead.starts_with(
      "The code was swapped meanwhile; this one is new. The old code (" +
      Code(DeskRoom::codeText(1)).masked()));
  pages.touch("hand-over");
  CHECK(pages.left<HandOver>().swap == Cause::Used);
}

TEST_CASE("a swap never reaches a student of another class") {
  One one;
  one.room.claim(one.aino);
  PageStack pages = one.swap();
  pages.choose("cause", label(Cause::Used));
  one.room.replaceClass("Tuesday");
  one.room.add("Somebody Else");
  pages.touch("hand-over");
  CHECK_FALSE(pages.hasLeft());
  CHECK(pages.desk().lead == deskSentence(Refusal::UnknownStudent));
}

TEST_CASE("keeping the code leads back") {
  One one;
  one.room.claim(one.aino);
  PageStack pages = one.page();
  pages.touch("swap");
  pages.touch("keep");
  CHECK(pages.screen() == "student");
}

TEST_CASE(
    "a student who was swapped twice shows all three codes, newest first, with their causes") {
  One one(3);
  one.room.claim(one.aino);
  one.room.say(one.aino, Outcome::AlreadyUsed);
  for (const Cause cause : {Cause::Used, Cause::Expired}) {
    one.room.clock.pass(std::chrono::minutes(1));
    REQUIRE(one.room.ledger().claims().replace(one.aino, cause, Role::Operator).ok());
  }
  PageStack pages = one.page();
  const auto masked = [](int code) { return Code(DeskRoom::codeText(code)).masked(); };
  CHECK(pages.rows() ==
        std::vector<std::string>{
            masked(2) + " | Wed 14 Oct, 17:48 | 1 time |  | in use",
            masked(1) + " | Wed 14 Oct, 17:47 | 1 time |  | swapped: " + label(Cause::Expired),
            masked(0) + " | Wed 14 Oct, 17:46 | 1 time | " + label(Outcome::AlreadyUsed) +
                " | swapped: " + label(Cause::Used)});
  CHECK(pages.desk().lead.find("said nothing yet.") != std::string::npos);
}
