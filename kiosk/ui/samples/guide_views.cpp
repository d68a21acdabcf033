#include <set>
#include <string>
#include <utility>

#include "kiosk/domain/language.h"
#include "kiosk/guide/guide.h"
#include "kiosk/ui/samples/sample_views.h"

namespace hallpass::samples {
namespace {

/// Collects the screens of one guide after the other.
class Collector {
 public:
  void addGuide(const Guide& guide) {
    guide_ = &guide;
    reading_ = {guide.addresses, true};
    for (const AccountKind account : guide.accounts) {
      addCards(shownFor(guide.cards, account));
      addSteps("", guide.id, shownFor(guide.steps, account));
    }
    for (const GuideTopic& topic : guide.topics) addTopic(topic);
    for (const GuideAnswer& answer : guide.answers) addAnswer(answer);
    for (const Browser& browser : guide.browsers) {
      const bool phone = browser.device == DeviceKind::Phone;
      add("browser " + browser.id + (phone ? ", phone" : ""), BrowserView{reading_, browser});
    }
    addLists();
    add("done " + guide.id, DoneView{guide.next, false, reading_});
    add("pocket " + guide.id, PocketView{reading_, guide.pocket});
  }

  void addPassType(const PassType& type, const Guide& guide) {
    guide_ = &guide;
    reading_ = {guide.addresses, true};
    const std::string code = "TESTA-TESTB-TESTC-TESTD-TESTE";
    add("attract " + type.id, AttractView{Standing::Open, "AZ-104", type.title, {}, true});
    CodeView view{type.title, type.value, Code(code), code, type.site, {}, {}, true};
    view.codeStep = guide.codeStep;
    view.siteStep = guide.siteStep;
    view.reading = reading_;
    view.steps = true;
    add("code " + type.id, std::move(view));
    add("code-hidden " + type.id, CodeHiddenView{type.title, true});
    add("have-code " + type.id, HaveCodeView{{"Aino Virtanen", ""}, type.title, {}, {}});
  }

  std::vector<SampleView> take() { return std::move(views_); }

 private:
  void add(std::string name, ScreenView screen) {
    if (!names_.insert(name).second) return;
    View view;
    view.screen = std::move(screen);
    for (std::size_t i = 0; i < kLanguages.size(); ++i) view.languages.push_back(i);
    views_.push_back({std::move(name), std::move(view)});
  }

  void addCards(const std::vector<WarningCard>& cards) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
      add("before " + guide_->id + ", " + cards[i].title,
          BeforeView{cards, i, guide_->lead, reading_, i == 0});
    }
  }

  void addSteps(const std::string& topic, const std::string& of,
                const std::vector<GuideStep>& steps) {
    StepView view{reading_};
    view.topic = topic;
    view.answers = true;
    if (topic.empty()) view.parts = guide_->parts;
    for (const GuideStep& step : steps) view.partOf.push_back(step.part);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      view.index = i;
      view.step = steps[i];
      view.showsPrivate = steps[i].picture == "private-window";
      add("step " + of + ", " + steps[i].id, view);
    }
  }

  void addTopic(const GuideTopic& topic) {
    addSteps(topic.id, topic.id, topic.steps);
    std::vector<TopicsView::Entry> entries;
    for (const GuideTopic& each : guide_->topics) {
      entries.push_back({each.id, TopicsView::Way::Topic, each.title, each.lead});
    }
    add("topics " + guide_->id, TopicsView{reading_, entries});
  }

  void addAnswer(const GuideAnswer& answer) {
    using Turn = AnswerView::Turn;
    const std::string name = "answer " + answer.id;
    if (!answer.question.empty()) {
      add(name + ", question", AnswerView{reading_, answer, Turn::Question, platform::UtcTime{}});
      add(name + ", yes", AnswerView{reading_, answer, Turn::Yes, platform::UtcTime{}});
    }
    add(name, AnswerView{reading_, answer, Turn::Advice, {}});
    add(name + ", last", AnswerView{reading_, answer, Turn::Last, {}});
  }

  void addLists() {
    for (const Stage stage : kStages) {
      SymptomsView view{reading_, std::string(title(stage))};
      for (const GuideAnswer& answer : guide_->answers) {
        if (answer.stage == stage) view.symptoms.push_back({answer.id, answer.title});
      }
      if (view.symptoms.empty()) continue;  // Nobody is asked about it.
      add("symptoms " + guide_->id + ", " + std::string(name(stage)), view);
    }
  }

  const Guide* guide_ = nullptr;
  Reading reading_;
  std::set<std::string> names_;
  std::vector<SampleView> views_;
};

}  // namespace

std::vector<SampleView> guideViews() {
  const auto assets = assetsFolder();
  Collector collector;
  for (const std::string& id : guideIds(assets)) {
    if (const auto guide = loadGuide(assets, id)) collector.addGuide(*guide);
  }
  for (const std::string& id : passTypeIds(assets)) {
    const auto type = loadPassType(assets, id);
    if (!type) continue;
    if (const auto guide = loadGuide(assets, type->guide)) collector.addPassType(*type, *guide);
  }
  return collector.take();
}

}  // namespace hallpass::samples
