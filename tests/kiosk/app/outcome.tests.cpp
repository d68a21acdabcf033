// What became of a code: said by its student, kept by the ledger, answered by the guide.
#include "tests/kiosk/app/kiosk.h"

using namespace tests;
using namespace std::chrono_literals;

namespace {

std::string outcomeOf(Kiosk& kiosk, std::size_t student) {
  return kiosk.desk().roster().students()->at(student).outcome;
}

}  // namespace

TEST_CASE("it worked, says the student at the end, and is thanked") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Finish);
  CHECK_FALSE(kiosk.on<DoneView>().thanks);
  kiosk.act(Act::ItWorked);
  CHECK(kiosk.on<DoneView>().thanks);
  CHECK(outcomeOf(kiosk, 0) == "worked");
  kiosk.act(Act::ItDidNot);
  CHECK(kiosk.on<DoneView>().thanks);
  kiosk.act(Act::Finish);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("each thing that can go wrong is kept, and answered in the guide's words") {
  const auto guide = loadGuide(assetsFolder(), "azure-pass");
  REQUIRE(guide);
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Finish);
  kiosk.act(Act::ItDidNot);
  CHECK(kiosk.on<WentWrongView>().choices.size() == 5);
  for (std::size_t i = 0; i < guide->answers.size(); ++i) {
    CHECK(kiosk.on<WentWrongView>().choices[i] == guide->answers[i].title);
    kiosk.act(Act::Pick, "", i);
    CHECK(kiosk.on<AnswerView>().title == guide->answers[i].title);
    CHECK(kiosk.on<AnswerView>().body == guide->answers[i].body);
    CHECK(outcomeOf(kiosk, 0) == name(guide->answers[i].outcome));
    kiosk.act(Act::Back);
  }
  kiosk.act(Act::Pick, "", 5);
  CHECK(kiosk.shows<WentWrongView>());
}

TEST_CASE("the answer helped: it worked now, and that is the last word") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Finish);
  kiosk.act(Act::ItDidNot);
  kiosk.act(Act::Pick, "", 1);
  CHECK(outcomeOf(kiosk, 0) == "blank-page");
  kiosk.act(Act::ItWorked);
  CHECK(kiosk.on<DoneView>().thanks);
  CHECK(outcomeOf(kiosk, 0) == "worked");
}

TEST_CASE("the answer did not help: the instructor is called last") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Finish);
  kiosk.act(Act::ItDidNot);
  kiosk.act(Act::Pick, "", 0);
  kiosk.act(Act::Finish);
  CHECK_FALSE(kiosk.on<AnswerView>().last);
  kiosk.act(Act::ItDidNot);
  CHECK(kiosk.on<AnswerView>().last);
  CHECK(kiosk.on<AnswerView>().body.find("swap") != std::string::npos);
  kiosk.act(Act::Finish);
  CHECK(kiosk.shows<AttractView>());
  CHECK(outcomeOf(kiosk, 0) == "already-used");
}

TEST_CASE("who comes back can say what happened, and sees what was said") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.leave();
  kiosk.comeBack("aino");
  CHECK(kiosk.on<HaveCodeView>().outcome.empty());
  kiosk.act(Act::ItDidNot);
  kiosk.act(Act::Pick, "", 2);
  kiosk.act(Act::Back);
  kiosk.act(Act::Back);
  CHECK(kiosk.on<HaveCodeView>().outcome == title(Outcome::CardAsked));
  kiosk.act(Act::ItWorked);
  CHECK(outcomeOf(kiosk, 0) == "worked");
}

TEST_CASE("the next person cannot report for the last: the end clears who it was") {
  for (const bool byTime : {true, false}) {
    Kiosk kiosk;
    kiosk.takeCode("aino");
    kiosk.act(Act::Finish);
    if (byTime) kiosk.pass(15s);
    if (!byTime) kiosk.act(Act::Finish);
    CHECK(kiosk.shows<AttractView>());
    for (const Act act : {Act::ItWorked, Act::ItDidNot, Act::Pick}) kiosk.act(act);
    CHECK(kiosk.shows<AttractView>());
    CHECK(outcomeOf(kiosk, 0).empty());
  }
}

TEST_CASE("an untouched question of what went wrong ends like every screen") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Finish);
  kiosk.act(Act::ItDidNot);
  kiosk.pass(60s);
  CHECK(kiosk.app().view().secondsLeft);
  kiosk.pass(20s);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("a class that is closed meanwhile lets who has the code report") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Finish);
  REQUIRE(kiosk.desk().classes().setState(ClassState::Closed, Role::Operator));
  kiosk.app().refresh();
  kiosk.act(Act::ItDidNot);
  kiosk.app().refresh();
  kiosk.act(Act::Pick, "", 4);
  CHECK(outcomeOf(kiosk, 0) == "other");
}
