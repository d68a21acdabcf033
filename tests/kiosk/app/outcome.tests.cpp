// What became of a code: said by its student, kept by the ledger, answered by the guide.
#include <algorithm>

#include "tests/kiosk/app/kiosk.h"

using namespace tests;
using namespace std::chrono_literals;

namespace {

std::string outcomeOf(Kiosk& kiosk, std::size_t student) {
  return kiosk.desk().roster().students()->at(student).outcome;
}

/// Opens the answer of that id, from where it is asked what went wrong.
void openAnswer(Kiosk& kiosk, const GuideAnswer& answer) {
  const auto stages = kiosk.on<WentWrongView>().stages;
  const auto stage = std::find(stages.begin(), stages.end(), answer.stage);
  REQUIRE(stage != stages.end());
  kiosk.act(Act::Pick, "", static_cast<std::size_t>(stage - stages.begin()));
  const auto symptoms = kiosk.on<SymptomsView>().symptoms;
  const auto place = std::find_if(symptoms.begin(), symptoms.end(),
                                  [&](const Symptom& symptom) { return symptom.id == answer.id; });
  REQUIRE(place != symptoms.end());
  kiosk.act(Act::Pick, "", static_cast<std::size_t>(place - symptoms.begin()));
}

void openAnswer(Kiosk& kiosk, std::string_view id) {
  const auto guide = loadGuide(assetsFolder(), "azure-pass");
  REQUIRE(guide);
  REQUIRE(guide->answer(id) != nullptr);
  openAnswer(kiosk, *guide->answer(id));
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
  REQUIRE(guide->answers.size() >= 5);
  for (const GuideAnswer& answer : guide->answers) {
    INFO(answer.id);
    openAnswer(kiosk, answer);
    CHECK(kiosk.on<AnswerView>().answer.title == answer.title);
    CHECK(kiosk.on<AnswerView>().answer.body == answer.body);
    CHECK(outcomeOf(kiosk, 0) == name(answer.outcome));
    kiosk.act(Act::Back);
    kiosk.act(Act::Back);
  }
  kiosk.act(Act::Pick, "", 9);
  CHECK(kiosk.shows<WentWrongView>());
}

TEST_CASE("the answer helped: it worked now, and that is the last word") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Finish);
  kiosk.act(Act::ItDidNot);
  openAnswer(kiosk, "blank-page");
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
  openAnswer(kiosk, "already-used");
  kiosk.act(Act::No);
  kiosk.act(Act::Finish);
  CHECK(kiosk.on<AnswerView>().turn == AnswerView::Turn::Advice);
  kiosk.act(Act::ItDidNot);
  CHECK(kiosk.on<AnswerView>().turn == AnswerView::Turn::Last);
  kiosk.act(Act::Finish);
  CHECK(kiosk.shows<AttractView>());
  CHECK(outcomeOf(kiosk, 0) == "already-used");
}

TEST_CASE("who comes back can say what happened, and sees what was said") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.leave();
  kiosk.comeBack("aino");
  CHECK_FALSE(kiosk.on<HaveCodeView>().outcome);
  kiosk.act(Act::ItDidNot);
  openAnswer(kiosk, "card-asked");
  for (int back = 0; back < 3; ++back) kiosk.act(Act::Back);
  CHECK(kiosk.on<HaveCodeView>().outcome == Outcome::CardAsked);
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
  kiosk.pass(120s);
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
  openAnswer(kiosk, "card-asked");
  CHECK(outcomeOf(kiosk, 0) == "card-asked");
}
