// The guide on the screen: what each of its screens does with what was touched on it.
#include <algorithm>
#include <utility>

#include "kiosk/app.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::noted;
using Way = TopicsView::Way;

template <class T>
std::optional<std::size_t> placeOf(const std::vector<T>& all, std::string_view id) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

/// Whether a step is about the window in which all of it is done.
bool isAboutPrivateWindow(const GuideStep& step) {
  return step.picture == "private-window" || step.picture == "close-windows";
}

bool isOffered(const GuideTopic& topic, std::string_view guide) {
  return topic.guides.empty() ||
         std::find(topic.guides.begin(), topic.guides.end(), guide) != topic.guides.end();
}

constexpr std::size_t kMostTopics = 7;  ///< More are not weighed at once.

bool leadsToPrivate(const Guide& guide) {
  return !guide.steps.empty() && isAboutPrivateWindow(guide.steps.front());
}

std::vector<Browser> browsersOn(DeviceKind device, const std::vector<Browser>& all) {
  std::vector<Browser> kept;
  std::copy_if(all.begin(), all.end(), std::back_inserter(kept),
               [&](const Browser& browser) { return browser.device == device; });
  return kept;
}

}  // namespace

bool App::readsGuide() const {
  const ScreenView& screen = view_.screen;
  return std::holds_alternative<TopicsView>(screen) || std::holds_alternative<StepView>(screen) ||
         std::holds_alternative<DevicesView>(screen) ||
         std::holds_alternative<BrowsersView>(screen) ||
         std::holds_alternative<BrowserView>(screen) ||
         std::holds_alternative<PocketView>(screen) ||
         std::holds_alternative<WentWrongView>(screen) ||
         std::holds_alternative<SymptomsView>(screen) ||
         std::holds_alternative<LookUpView>(screen) || std::holds_alternative<AnswerView>(screen);
}

/// The variant that the instructor chose for the class, where the guide knows it.
AccountKind App::account() const {
  const std::vector<AccountKind>& known = room_.guide->accounts;
  const auto chosen = accountKindNamed(room_.heldClass->facts.account);
  if (chosen && std::find(known.begin(), known.end(), *chosen) != known.end()) return *chosen;
  return known.empty() ? AccountKind::Personal : known.front();
}

Reading App::reading() {
  Reading reading{room_.guide->addresses, false};
  if (!student_) return reading;
  const auto held = ledger_->claims().find(*student_);
  reading.code = held && *held;
  return reading;
}

/// Puts a screen of the guide on top: Back leads to what stands now. A code is not kept there.
void App::open(ScreenView next) {
  ScreenView from = std::exchange(view_.screen, std::move(next));
  if (const auto* code = std::get_if<CodeView>(&from)) from = CodeHiddenView{code->passTitle, true};
  trail_.push_back(std::move(from));
}

void App::goBack() {
  if (trail_.empty()) return showAttract();
  ScreenView to = std::move(trail_.back());
  trail_.pop_back();
  if (std::holds_alternative<AttractView>(to)) return returnToAttract();
  if (std::holds_alternative<CodeHiddenView>(to) && codeAtHand_) return showMyCode();
  if (std::holds_alternative<HaveCodeView>(to)) {
    const auto held = kept(ledger_->claims().find(*student_));
    return held && *held ? showHeld(**held) : showAttract();
  }
  view_.screen = std::move(to);
}

/// Without the digits while its student has not left: the countdown and the hidden code ask for
/// them.
void App::showMyCode() {
  if (!codeAtHand_) return askDigits();
  if (const auto claim = kept(ledger_->claims().make(*student_, Role::Student))) showCode(*claim);
}

void App::showTopics() {
  if (!room_.guide) return;
  const Guide& guide = *room_.guide;
  TopicsView view{reading(), {}};
  const auto add = [&](bool there, TopicsView::Entry entry) {
    if (there) view.entries.push_back(std::move(entry));
  };
  add(!guide.steps.empty(), {"steps", Way::Steps, noted("Step by step"),
                             noted("What to do with your code, card by card.")});
  add(!guide.browsers.empty(), {"private", Way::Private, noted("Open a private window"),
                                noted("In your browser, on a computer or a phone.")});
  for (const GuideTopic& topic : guide.topics) {
    add(isOffered(topic, guide.id), {topic.id, Way::Topic, topic.title, topic.lead});
  }
  add(!guide.answers.empty(), {"wrong", Way::WentWrong, noted("What can go wrong"),
                               noted("What you see, why, and what to do.")});
  add(!guide.pocket.empty(), {"pocket", Way::Pocket, noted("Take it with you"),
                              noted("The steps as text, for your phone.")});
  // The first of the steps leads to a private window too.
  if (view.entries.size() > kMostTopics && leadsToPrivate(guide)) {
    std::erase_if(view.entries,
                  [](const TopicsView::Entry& entry) { return entry.way == Way::Private; });
  }
  open(std::move(view));
}

void App::on(const Intent& intent, const TopicsView& view) {
  if (intent.act == Act::Back) return goBack();
  if (intent.act != Act::Pick || intent.index >= view.entries.size()) return;
  const TopicsView::Entry& entry = view.entries[intent.index];
  switch (entry.way) {
    case Way::Steps:
      return openStep("", 0);
    case Way::Topic:
      return openStep(entry.id, 0);
    case Way::Private:
      return open(DevicesView{reading()});
    case Way::WentWrong:
      return askWhatWentWrong();
    case Way::Pocket:
      return open(PocketView{reading(), room_.guide->pocket});
  }
}

/// The steps that this class's students see, of a topic or, with "", of the guide itself.
std::vector<GuideStep> App::stepsOf(const std::string& topic) const {
  const Guide& guide = *room_.guide;
  if (topic.empty()) return shownFor(guide.steps, account());
  const auto place = placeOf(guide.topics, topic);
  return place ? shownFor(guide.topics[*place].steps, account()) : std::vector<GuideStep>{};
}

std::optional<StepView> App::stepView(const std::string& topic, std::size_t index) {
  const std::vector<GuideStep> steps = stepsOf(topic);
  if (index >= steps.size()) return std::nullopt;
  StepView view{reading()};
  view.topic = topic;
  if (const auto place = placeOf(room_.guide->topics, topic)) {
    view.title = room_.guide->topics[*place].title;
  } else {
    view.parts = room_.guide->parts;
  }
  for (const GuideStep& step : steps) view.partOf.push_back(step.part);
  view.index = index;
  view.step = steps[index];
  view.answers = !room_.guide->answers.empty();
  view.showsPrivate = isAboutPrivateWindow(view.step) && !room_.guide->browsers.empty();
  return view;
}

void App::openStep(const std::string& topic, std::size_t index) {
  if (auto view = stepView(topic, index)) open(*std::move(view));
}

void App::turnTo(const std::string& topic, std::size_t index) {
  if (topic.empty()) stepAt_ = index;
  if (auto view = stepView(topic, index)) view_.screen = *std::move(view);
}

void App::on(const Intent& intent, const StepView& view) {
  const bool last = view.index + 1 >= view.partOf.size();
  switch (intent.act) {
    case Act::Back:
      return view.index == 0 ? goBack() : turnTo(view.topic, view.index - 1);
    case Act::Next:
      return last ? leaveSteps(view) : turnTo(view.topic, view.index + 1);
    case Act::ItDidNot:
      if (view.answers) showAnswersOf(view.step);
      return;
    case Act::Show:
      if (view.reading.code) showMyCode();
      return;
    case Act::Private:
      if (view.showsPrivate) open(DevicesView{view.reading});
      return;
    default:
      return;
  }
}

/// Whoever has a code is asked at the end whether it worked.
void App::leaveSteps(const StepView& view) {
  if (!view.topic.empty() || !view.reading.code) return goBack();
  stepAt_ = 0;
  finishCode();
}

void App::on(const Intent& intent, const DevicesView& view) {
  if (intent.act == Act::Back) return goBack();
  if (intent.act != Act::Pick || intent.index > 1) return;
  const DeviceKind device = intent.index == 0 ? DeviceKind::Computer : DeviceKind::Phone;
  open(BrowsersView{view.reading, device, browsersOn(device, room_.guide->browsers)});
}

void App::on(const Intent& intent, const BrowsersView& view) {
  if (intent.act == Act::Back) return goBack();
  if (intent.act != Act::Pick || intent.index >= view.browsers.size()) return;
  open(BrowserView{view.reading, view.browsers[intent.index]});
}

/// With the window open one goes on where one had asked for it.
void App::on(const Intent& intent, const BrowserView&) {
  if (intent.act == Act::Next) {
    while (!trail_.empty() && (std::holds_alternative<BrowsersView>(trail_.back()) ||
                               std::holds_alternative<DevicesView>(trail_.back()))) {
      trail_.pop_back();
    }
  }
  if (intent.act == Act::Next || intent.act == Act::Back) goBack();
}

void App::on(const Intent& intent, const PocketView&) {
  if (intent.act == Act::Back) goBack();
}

}  // namespace hallpass
