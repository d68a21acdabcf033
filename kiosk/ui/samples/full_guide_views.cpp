#include "kiosk/ui/samples/full_guide_views.h"

#include <utility>

#include "kiosk/ui/samples/sample_texts.h"

namespace hallpass::samples {
namespace {

/// The fullest step that a guide may hold.
StepView step() {
  StepView view{reading()};
  view.parts = {longest(10), longest(10)};
  for (int i = 0; i < static_cast<int>(kMostSteps); ++i) view.partOf.push_back(i < 9 ? 1 : 2);
  view.index = 9;
  view.step.id = "enter-code";
  view.step.part = 2;
  view.step.title = longest(kLongestTitle);
  view.step.body = longest(kLongestCardBody);
  view.step.button = "Claim Promo Code";
  view.step.olderButtons = {"Submit", "Claim Promotion Code"};
  view.step.minutes = 5;
  view.step.level = Level::Stop;
  view.step.warning = longest(kLongestSentence);
  view.step.check = longest(kLongestSentence);
  view.step.address = "balance";
  view.step.picture = "promo-code";
  view.answers = true;
  view.showsPrivate = true;
  return view;
}

/// A step of a topic, read by somebody who has no code.
StepView shortStep() {
  StepView view{withoutCode()};
  view.topic = "balance";
  view.title = "How much is left";
  view.partOf = {1, 1, 1};
  view.index = 2;
  view.step.id = "look";
  view.step.title = "Look at the balance";
  view.step.body = "Sign in at {balance} with the account of the pass.";
  view.step.level = Level::Care;
  view.step.warning = "The figures lag a day behind.";
  return view;
}

GuideAnswer answer() {
  GuideAnswer answer;
  answer.id = "already-used";
  answer.outcome = Outcome::AlreadyUsed;
  answer.title = longest(kLongestTitle);
  answer.question = "Did you click Claim yourself a few minutes ago, in this or another window?";
  answer.yes = longest(kLongestAnswer);
  answer.cause = longest(kLongestSentence);
  answer.body = longest(kLongestAnswer - 20) + " {portal}";
  answer.picture = "portal-menu";
  return answer;
}

std::vector<Symptom> symptoms(int count) {
  std::vector<Symptom> all;
  for (int i = 1; i <= count; ++i) all.push_back({std::to_string(i), longest(kLongestTitle)});
  return all;
}

Browser browser(DeviceKind device) {
  Browser browser;
  browser.id = "firefox";
  browser.device = device;
  browser.name = "Mozilla Firefox";
  browser.called = "Private Browsing";
  if (device == DeviceKind::Computer) {
    browser.menu = longest(kLongestSentence);
    browser.keys = "Ctrl+Shift+P";
    browser.keysMac = "Cmd+Shift+P";
  } else {
    browser.android = longest(kLongestSentence);
    browser.iphone = longest(kLongestSentence);
  }
  browser.mark = longest(kLongestSentence);
  browser.trap = longest(kLongestSentence);
  return browser;
}

/// With an id of its own for each.
BrowsersView numbered(BrowsersView view) {
  int number = 0;
  for (Browser& one : view.browsers) one.id += std::to_string(++number);
  return view;
}

TopicsView topics() {
  TopicsView view{reading(), {}};
  for (const char* id :
       {"steps", "new-account", "which-account", "balance", "help", "wrong", "pocket"}) {
    view.entries.push_back(
        {id, TopicsView::Way::Topic, longest(kLongestTitle), longest(kLongestSentence)});
  }
  return view;
}

PocketView pocket() {
  std::string lines;
  while (lines.size() < 560) lines += "3: Type the code, then Submit. Wait five minutes. ";
  return {reading(), lines};
}

}  // namespace

std::vector<SampleView> fullGuideViews() {
  std::vector<SampleView> views;
  using Turn = AnswerView::Turn;
  const auto add = [&](std::string title, ScreenView screen) {
    views.push_back({std::move(title), atStudent(std::move(screen))});
  };
  const auto both = [](DeviceKind device, int count) {
    return BrowsersView{reading(), device,
                        std::vector<Browser>(static_cast<std::size_t>(count), browser(device))};
  };
  add("topics", topics());
  add("step", step());
  add("step of a topic", shortStep());
  add("devices", DevicesView{reading()});
  add("browsers", numbered(both(DeviceKind::Computer, 7)));
  add("browsers of a phone", numbered(both(DeviceKind::Phone, 8)));
  add("browser", BrowserView{reading(), browser(DeviceKind::Computer)});
  add("browser of a phone", BrowserView{reading(), browser(DeviceKind::Phone)});
  add("pocket", pocket());
  add("went-wrong", WentWrongView{reading(), {kStages.begin(), kStages.end()}});
  add("symptoms", SymptomsView{reading(), longest(kLongestTitle), symptoms(18), true});
  add("symptoms, few", SymptomsView{reading(), "Enter the code", symptoms(2), true});
  add("look-up", LookUpView{reading(), "USED", true, symptoms(14)});
  add("look-up, nothing", LookUpView{reading(), "QQ", true, {}});
  add("answer, question", AnswerView{reading(), answer(), Turn::Question, platform::UtcTime{}});
  add("answer, yes", AnswerView{reading(), answer(), Turn::Yes, platform::UtcTime{}});
  add("answer", AnswerView{reading(), answer(), Turn::Advice, platform::UtcTime{}});
  add("answer, last", AnswerView{reading(), answer(), Turn::Last, {}});
  add("answer without a code", AnswerView{withoutCode(), answer(), Turn::Advice, {}});
  return views;
}

}  // namespace hallpass::samples
