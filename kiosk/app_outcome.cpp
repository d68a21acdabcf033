// What became of a code: the student says so, and is helped where it did not work.
#include <algorithm>
#include <utility>

#include "kiosk/app.h"
#include "kiosk/guide/find_answers.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using Turn = AnswerView::Turn;

constexpr std::size_t kLongestLookUp = 40;

std::vector<Symptom> symptomsOf(const std::vector<const GuideAnswer*>& answers) {
  std::vector<Symptom> symptoms;
  symptoms.reserve(answers.size());
  for (const GuideAnswer* answer : answers) symptoms.push_back({answer->id, answer->title});
  return symptoms;
}

}  // namespace

void App::on(const Intent& intent, const DoneView& view) {
  if (intent.act == Act::Finish) return showAttract();
  if (view.thanks) return;
  if (intent.act == Act::ItWorked) itWorked();
  if (intent.act == Act::Topics) showTopics();
  if (intent.act == Act::ItDidNot) itDidNot();
}

void App::finishCode() {
  codeAtHand_ = false;
  trail_.clear();
  view_.screen = DoneView{room_.guide->next, false, reading()};
}

/// Whether it is on record; where it is not, the screen that says so stands.
bool App::report(Outcome outcome) {
  return kept(ledger_->claims().report(*student_, outcome, Role::Student)).has_value();
}

void App::itWorked() {
  if (!report(Outcome::Worked)) return;
  trail_.clear();
  view_.screen = DoneView{{}, true, {}};
}

/// From now on what the student sees goes on record as soon as it is chosen.
void App::itDidNot() {
  failed_ = true;
  askWhatWentWrong();
}

void App::askWhatWentWrong() {
  WentWrongView view{reading()};
  for (const Stage stage : kStages) {
    const auto& answers = room_.guide->answers;
    if (std::any_of(answers.begin(), answers.end(),
                    [&](const GuideAnswer& answer) { return answer.stage == stage; })) {
      view.stages.push_back(stage);
    }
  }
  open(std::move(view));
}

void App::on(const Intent& intent, const WentWrongView& view) {
  if (intent.act == Act::Back) return goBack();
  if (intent.act == Act::Search) return open(LookUpView{view.reading});
  if (intent.act != Act::Pick || intent.index >= view.stages.size()) return;
  const Stage stage = view.stages[intent.index];
  std::vector<const GuideAnswer*> answers;
  for (const GuideAnswer& answer : room_.guide->answers) {
    if (answer.stage == stage) answers.push_back(&answer);
  }
  open(SymptomsView{view.reading, std::string(title(stage)), symptomsOf(answers), false});
}

/// Of a step that failed: what it knows of, and the way to all others.
void App::showAnswersOf(const GuideStep& step) {
  std::vector<const GuideAnswer*> answers;
  for (const std::string& id : step.answers) {
    if (const GuideAnswer* answer = room_.guide->answer(id)) answers.push_back(answer);
  }
  if (answers.empty()) return askWhatWentWrong();
  open(SymptomsView{reading(), step.title, symptomsOf(answers), true});
}

void App::on(const Intent& intent, const SymptomsView& view) {
  if (intent.act == Act::Back) return goBack();
  if (intent.act == Act::Others && view.others) return askWhatWentWrong();
  if (intent.act == Act::Pick && intent.index < view.symptoms.size()) {
    showAnswer(view.symptoms[intent.index].id);
  }
}

void App::lookUp(const std::string& typed) {
  LookUpView view{reading(), typed};
  view.enough = enoughToFindAnswers(typed);
  view.found = symptomsOf(findAnswers(room_.guide->answers, typed));
  view_.screen = std::move(view);
}

void App::on(const Intent& intent, const LookUpView& view) {
  std::u32string points = platform::toCodePoints(view.typed);
  switch (intent.act) {
    case Act::Type:
      if (points.size() >= kLongestLookUp || (points.empty() && intent.text == " ")) return;
      return lookUp(view.typed + intent.text);
    case Act::Erase:
      if (!points.empty()) points.pop_back();
      return lookUp(platform::toUtf8(points));
    case Act::Submit:
      if (view.found.size() == 1) showAnswer(view.found.front().id);
      return;
    case Act::Pick:
      if (intent.index < view.found.size()) showAnswer(view.found[intent.index].id);
      return;
    case Act::Back:
      return goBack();
    default:
      return;
  }
}

void App::showAnswer(const std::string& id) {
  const GuideAnswer* answer = room_.guide->answer(id);
  if (answer == nullptr) return;
  AnswerView view{reading(), *answer, Turn::Advice, {}};
  if (!answer->question.empty()) view.turn = Turn::Question;
  if (view.reading.code && answer->outcome == Outcome::AlreadyUsed) {
    const auto held = kept(ledger_->claims().find(*student_));
    if (!held) return;
    if (*held) view.givenAt = (*held)->madeAt;
  }
  if (view.reading.code && failed_ && !report(answer->outcome)) return;
  open(std::move(view));
}

void App::on(const Intent& intent, const AnswerView& view) {
  switch (intent.act) {
    case Act::Yes:
    case Act::No:
      if (view.turn == Turn::Question) turn(intent.act == Act::Yes ? Turn::Yes : Turn::Advice);
      return;
    case Act::Back:
      return leaveAnswer(view);
    case Act::ItWorked:
      if (view.reading.code && view.turn != Turn::Question) itWorked();
      return;
    case Act::ItDidNot:
      if (!view.reading.code || view.turn == Turn::Last) return;
      if (report(view.answer.outcome)) turn(Turn::Last);
      return;
    case Act::Finish:
      if (!view.reading.code || view.turn == Turn::Last) showAttract();
      return;
    default:
      return;
  }
}

void App::leaveAnswer(const AnswerView& view) {
  const bool asked = !view.answer.question.empty();
  if (view.turn == Turn::Last) return turn(asked ? Turn::Question : Turn::Advice);
  if (view.turn != Turn::Question && asked) return turn(Turn::Question);
  goBack();
}

void App::turn(AnswerView::Turn to) {
  if (auto* answer = std::get_if<AnswerView>(&view_.screen)) answer->turn = to;
}

}  // namespace hallpass
