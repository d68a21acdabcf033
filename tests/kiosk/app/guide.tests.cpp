// The guide on the screen: with a code and without one.
#include <algorithm>

#include "tests/kiosk/app/kiosk.h"

using namespace tests;
using namespace std::chrono_literals;

namespace {

Guide guide() {
  auto loaded = loadGuide(assetsFolder(), "azure-pass");
  REQUIRE(loaded);
  return *std::move(loaded);
}

/// Opens the entry of that id, from the topics.
void choose(Kiosk& kiosk, std::string_view id) {
  const auto& entries = kiosk.on<TopicsView>().entries;
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return entry.id == id; });
  REQUIRE(found != entries.end());
  kiosk.act(Act::Pick, "", static_cast<std::size_t>(found - entries.begin()));
}

/// A word that the title of the answer of `id` begins with.
void openAnswer(Kiosk& kiosk, const std::string& id) {
  const auto known = guide();
  const GuideAnswer* answer = known.answer(id);
  REQUIRE(answer != nullptr);
  const auto& stages = kiosk.on<WentWrongView>().stages;
  const auto stage = std::find(stages.begin(), stages.end(), answer->stage);
  REQUIRE(stage != stages.end());
  kiosk.act(Act::Pick, "", static_cast<std::size_t>(stage - stages.begin()));
  const auto& symptoms = kiosk.on<SymptomsView>().symptoms;
  const auto place = std::find_if(symptoms.begin(), symptoms.end(),
                                  [&](const Symptom& symptom) { return symptom.id == id; });
  REQUIRE(place != symptoms.end());
  kiosk.act(Act::Pick, "", static_cast<std::size_t>(place - symptoms.begin()));
}

std::string outcomeOf(Kiosk& kiosk, std::size_t student) {
  return kiosk.desk().roster().students()->at(student).outcome;
}

}  // namespace

TEST_CASE("Do it now: every step there and back, and the question at the end") {
  const auto steps = shownFor(guide().steps, AccountKind::Personal);
  REQUIRE(steps.size() > 2);
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Steps);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    CHECK(kiosk.on<StepView>().index == i);
    CHECK(kiosk.on<StepView>().step.id == steps[i].id);
    CHECK(kiosk.on<StepView>().partOf.size() == steps.size());
    CHECK(kiosk.on<StepView>().reading.code);
    if (i > 0) {
      kiosk.act(Act::Back);
      CHECK(kiosk.on<StepView>().index == i - 1);
      kiosk.act(Act::Next);
    }
    kiosk.act(Act::Next);
  }
  CHECK_FALSE(kiosk.on<DoneView>().thanks);
  CHECK(kiosk.on<DoneView>().next == guide().next);
}

TEST_CASE("the account of the class decides which steps and cards are shown") {
  const auto known = guide();
  NewClass facts = sampleClass();
  facts.account = name(AccountKind::Tenant);
  Kiosk kiosk(3, facts);
  kiosk.nameSomebody("aino");
  kiosk.act(Act::Yes);
  const auto cards = shownFor(known.cards, AccountKind::Tenant);
  REQUIRE(kiosk.on<BeforeView>().cards.size() == cards.size());
  CHECK(kiosk.on<BeforeView>().cards[1].title == cards[1].title);
  for (std::size_t i = 0; i < cards.size(); ++i) kiosk.act(Act::Agree);
  kiosk.typeDigits("2580");
  kiosk.act(Act::Take);
  kiosk.act(Act::Steps);
  CHECK(kiosk.on<StepView>().partOf.size() == shownFor(known.steps, AccountKind::Tenant).size());
}

TEST_CASE("the code is one tap away, and the steps go on where they were left") {
  Kiosk kiosk;
  const std::string code = kiosk.takeCode("aino");
  kiosk.act(Act::Steps);
  kiosk.act(Act::Next);
  kiosk.act(Act::Show);
  CHECK(kiosk.on<CodeView>().code.reveal() == code);
  kiosk.act(Act::Steps);
  CHECK(kiosk.on<StepView>().index == 1);
  kiosk.act(Act::Back);
  kiosk.act(Act::Back);
  CHECK(kiosk.on<CodeView>().code.reveal() == code);
  CHECK(kiosk.stock().claimed == 1);
}

TEST_CASE("after the countdown's question the code asks for its digits, in the guide too") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Steps);
  kiosk.pass(120s);
  REQUIRE(kiosk.app().view().secondsLeft);
  kiosk.act(Act::Stay);
  CHECK(kiosk.shows<StepView>());
  kiosk.act(Act::Show);
  CHECK(kiosk.on<DigitsView>().purpose == DigitsView::Purpose::Ask);
}

TEST_CASE("the way back from the first step shows no code that has hidden itself") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Steps);
  kiosk.pass(120s);
  kiosk.act(Act::Stay);
  kiosk.act(Act::Back);
  CHECK(kiosk.shows<CodeHiddenView>());
}

TEST_CASE("the door takes the code away from the guide as well") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Steps);
  kiosk.act(Act::OpenDoor);
  kiosk.act(Act::Back);
  if (kiosk.shows<StepView>()) {
    kiosk.act(Act::Show);
    CHECK_FALSE(kiosk.shows<CodeView>());
  }
}

TEST_CASE("reading takes twice as long until the warning, and other screens do not") {
  Kiosk kiosk;
  kiosk.act(Act::Topics);
  kiosk.pass(119s);
  CHECK_FALSE(kiosk.app().view().secondsLeft);
  kiosk.pass(1s);
  CHECK(kiosk.app().view().secondsLeft == 20);
  kiosk.pass(20s);
  CHECK(kiosk.shows<AttractView>());
  kiosk.act(Act::Wake);
  kiosk.pass(60s);
  CHECK(kiosk.app().view().secondsLeft == 20);
}

TEST_CASE("How it works is read without a name and without a code") {
  Kiosk kiosk;
  kiosk.act(Act::Topics);
  CHECK_FALSE(kiosk.on<TopicsView>().reading.code);
  choose(kiosk, "steps");
  const std::size_t count = kiosk.on<StepView>().partOf.size();
  for (std::size_t i = 0; i < count; ++i) {
    CHECK_FALSE(kiosk.on<StepView>().reading.code);
    kiosk.act(Act::Show);
    kiosk.act(Act::Next);
  }
  for (const GuideTopic& topic : guide().topics) {
    choose(kiosk, topic.id);
    CHECK(kiosk.on<StepView>().title == topic.title);
    CHECK(kiosk.on<StepView>().step.id == topic.steps.front().id);
    kiosk.act(Act::Back);
  }
  choose(kiosk, "pocket");
  CHECK(kiosk.on<PocketView>().text == guide().pocket);
  kiosk.act(Act::Back);
  kiosk.act(Act::Back);
  CHECK(kiosk.shows<AttractView>());
  CHECK(kiosk.stock().claimed == 0);
}

TEST_CASE("the topics stand in the order of their places, between the steps and what goes wrong") {
  Kiosk kiosk;
  kiosk.act(Act::Topics);
  std::vector<std::string> shown;
  for (const auto& entry : kiosk.on<TopicsView>().entries) shown.push_back(entry.id);
  std::vector<std::string> expected{"steps"};
  std::vector<int> places;
  for (const GuideTopic& topic : guide().topics) {
    expected.push_back(topic.id);
    places.push_back(static_cast<int>(topic.place));
  }
  CHECK(std::is_sorted(places.begin(), places.end()));
  REQUIRE(places.size() > 1);
  REQUIRE(places.front() != places.back());
  expected.insert(expected.end(), {"wrong", "pocket"});
  CHECK(shown == expected);
  // With the way to a private window there would be eight; the first step leads there.
  CHECK(shown.size() == 7);
  choose(kiosk, "steps");
  CHECK(kiosk.on<StepView>().showsPrivate);
}

TEST_CASE("what goes wrong is read without a code, and nothing goes on record") {
  Kiosk kiosk;
  kiosk.act(Act::Topics);
  choose(kiosk, "wrong");
  openAnswer(kiosk, "blank-page");
  for (const Act act : {Act::ItDidNot, Act::ItWorked}) kiosk.act(act);
  CHECK(kiosk.on<AnswerView>().turn != AnswerView::Turn::Last);
  kiosk.act(Act::Finish);
  CHECK(kiosk.shows<AttractView>());
  CHECK(outcomeOf(kiosk, 0).empty());
}

TEST_CASE("the guide is read while the class is paused, and until it is another one") {
  Kiosk kiosk;
  kiosk.act(Act::Topics);
  REQUIRE(kiosk.desk().classes().setState(ClassState::Paused, Role::Operator));
  kiosk.app().refresh();
  CHECK(kiosk.shows<TopicsView>());
  kiosk.act(Act::Back);
  CHECK(kiosk.on<AttractView>().standing == Standing::Paused);
  CHECK(kiosk.on<AttractView>().guide);
  kiosk.act(Act::Topics);
  CHECK(kiosk.shows<TopicsView>());
  REQUIRE(kiosk.desk().classes().setState(ClassState::Closed, Role::Operator));
  REQUIRE(kiosk.desk().classes().open(sampleClass(), Role::Operator));
  kiosk.app().refresh();
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("a private window: device, browser, and back to the card that asked") {
  Kiosk kiosk;
  kiosk.nameSomebody("aino");
  kiosk.act(Act::Yes);
  REQUIRE(kiosk.on<BeforeView>().showsPrivate);
  kiosk.act(Act::Private);
  CHECK(kiosk.shows<DevicesView>());
  for (const DeviceKind device : {DeviceKind::Computer, DeviceKind::Phone}) {
    kiosk.act(Act::Pick, "", static_cast<std::size_t>(device));
    const auto browsers = kiosk.on<BrowsersView>().browsers;
    CHECK(browsers.size() >= 6);
    for (std::size_t i = 0; i < browsers.size(); ++i) {
      CHECK(browsers[i].device == device);
      kiosk.act(Act::Pick, "", i);
      CHECK(kiosk.on<BrowserView>().browser.name == browsers[i].name);
      kiosk.act(Act::Back);
    }
    if (device == DeviceKind::Computer) kiosk.act(Act::Back);
  }
  kiosk.act(Act::Pick);
  kiosk.act(Act::Next);
  CHECK(kiosk.on<BeforeView>().agreed == 0);
  kiosk.act(Act::Agree);
  CHECK(kiosk.on<BeforeView>().agreed == 1);
}

TEST_CASE("a step that failed shows its own answers first, then all others") {
  const auto known = guide();
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Steps);
  while (kiosk.on<StepView>().step.answers.empty()) kiosk.act(Act::Next);
  const GuideStep step = kiosk.on<StepView>().step;
  kiosk.act(Act::ItDidNot);
  const auto symptoms = kiosk.on<SymptomsView>().symptoms;
  REQUIRE(symptoms.size() == step.answers.size());
  CHECK(symptoms.front().title == known.answer(step.answers.front())->title);
  kiosk.act(Act::Pick);
  CHECK(kiosk.on<AnswerView>().answer.id == step.answers.front());
  CHECK(outcomeOf(kiosk, 0).empty());
  kiosk.act(Act::Back);
  kiosk.act(Act::Others);
  CHECK(kiosk.shows<WentWrongView>());
  kiosk.act(Act::Back);
  kiosk.act(Act::Back);
  CHECK(kiosk.on<StepView>().step.id == step.id);
}

TEST_CASE("who calls the instructor from a step has said what happened") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Steps);
  while (kiosk.on<StepView>().step.answers.empty()) kiosk.act(Act::Next);
  kiosk.act(Act::ItDidNot);
  kiosk.act(Act::Pick);
  if (kiosk.on<AnswerView>().turn == AnswerView::Turn::Question) kiosk.act(Act::No);
  const Outcome outcome = kiosk.on<AnswerView>().answer.outcome;
  kiosk.act(Act::ItDidNot);
  CHECK(kiosk.on<AnswerView>().turn == AnswerView::Turn::Last);
  CHECK(outcomeOf(kiosk, 0) == name(outcome));
}

TEST_CASE(
    "already used: the record says when the code was given, and the question parts the ways") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Finish);
  kiosk.act(Act::ItDidNot);
  openAnswer(kiosk, "already-used");
  REQUIRE(kiosk.on<AnswerView>().turn == AnswerView::Turn::Question);
  CHECK(kiosk.on<AnswerView>().givenAt == kiosk.clock.now());
  kiosk.act(Act::ItWorked);
  CHECK(kiosk.shows<AnswerView>());
  kiosk.act(Act::Yes);
  CHECK(kiosk.on<AnswerView>().turn == AnswerView::Turn::Yes);
  kiosk.act(Act::Back);
  kiosk.act(Act::No);
  CHECK(kiosk.on<AnswerView>().turn == AnswerView::Turn::Advice);
}

TEST_CASE("an answer is found by a word of the message, typed with mistakes taken back") {
  Kiosk kiosk;
  kiosk.act(Act::Topics);
  choose(kiosk, "wrong");
  kiosk.act(Act::Search);
  kiosk.act(Act::Type, " ");
  CHECK(kiosk.on<LookUpView>().typed.empty());
  for (const char* key : {"U", "S", "É", "X"}) kiosk.act(Act::Type, key);
  CHECK(kiosk.on<LookUpView>().found.empty());
  kiosk.act(Act::Erase);
  const auto found = kiosk.on<LookUpView>().found;
  REQUIRE_FALSE(found.empty());
  const auto there = std::find_if(found.begin(), found.end(), [](const Symptom& symptom) {
    return symptom.id == "already-used";
  });
  REQUIRE(there != found.end());
  kiosk.act(Act::Pick, "", static_cast<std::size_t>(there - found.begin()));
  CHECK(kiosk.on<AnswerView>().answer.id == "already-used");
  kiosk.act(Act::Back);
  CHECK(kiosk.on<LookUpView>().typed == "USÉ");
}

TEST_CASE("the next person finds nothing of the last one's way through the guide") {
  Kiosk kiosk;
  kiosk.takeCode("aino");
  kiosk.act(Act::Steps);
  kiosk.act(Act::Next);
  kiosk.pass(120s);
  kiosk.pass(20s);
  REQUIRE(kiosk.shows<AttractView>());
  kiosk.act(Act::Topics);
  choose(kiosk, "steps");
  CHECK(kiosk.on<StepView>().index == 0);
  CHECK_FALSE(kiosk.on<StepView>().reading.code);
  kiosk.act(Act::Show);
  CHECK(kiosk.shows<StepView>());
}
