// What became of a code: the student says so, and is helped where it did not work.
#include <utility>

#include "kiosk/app.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

AnswerView lastAnswer() {
  return {"Please call your instructor",
          "Tell your instructor what you see, and show the page. Your instructor can look up your "
          "code and, if it is lost, swap it for another one here.",
          true};
}

}  // namespace

void App::on(const Intent& intent, const DoneView& view) {
  if (intent.act == Act::Finish) return showAttract();
  if (view.thanks) return;
  if (intent.act == Act::ItWorked) itWorked();
  if (intent.act == Act::ItDidNot) askWhatWentWrong();
}

/// Whether it is on record; where it is not, the screen that says so stands.
bool App::report(Outcome outcome) {
  return kept(ledger_->claims().report(*student_, outcome, Role::Student)).has_value();
}

void App::itWorked() {
  if (report(Outcome::Worked)) view_.screen = DoneView{{"Your instructor can see it now."}, true};
}

void App::askWhatWentWrong() {
  WentWrongView view;
  for (const GuideAnswer& answer : room_.guide->answers) view.choices.push_back(answer.title);
  view_.screen = std::move(view);
}

void App::on(const Intent& intent, const WentWrongView&) {
  if (intent.act == Act::Back) {
    const auto held = kept(ledger_->claims().find(*student_));
    if (held && *held) showHeld(**held);
  }
  if (intent.act != Act::Pick || intent.index >= room_.guide->answers.size()) return;
  const GuideAnswer& answer = room_.guide->answers[intent.index];
  if (report(answer.outcome)) view_.screen = AnswerView{answer.title, answer.body, false};
}

void App::on(const Intent& intent, const AnswerView& view) {
  if (intent.act == Act::ItWorked) return itWorked();
  if (intent.act == Act::Back) return askWhatWentWrong();
  if (intent.act == Act::ItDidNot && !view.last) view_.screen = lastAnswer();
  if (intent.act == Act::Finish && view.last) showAttract();
}

}  // namespace hallpass
