// What everybody may do without a PIN: call the instructor, larger text, high contrast.
#include "kiosk/app.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

}  // namespace

/// Help that was asked for on the attract screen, by nobody whom a class would have to let in.
bool App::helpsAtAttract() const {
  const bool helps = std::holds_alternative<HelpView>(view_.screen) ||
                     std::holds_alternative<CallView>(view_.screen);
  return helps && !student_ && !trail_.empty() &&
         std::holds_alternative<AttractView>(trail_.front());
}

/// Lies over the screen that stands, as the guide does: Back leads there.
void App::openHelp() {
  const ScreenView& now = view_.screen;
  if (std::holds_alternative<OutOfServiceView>(now) || std::holds_alternative<HelpView>(now) ||
      std::holds_alternative<CallView>(now)) {
    return;
  }
  if (std::holds_alternative<AttractView>(now)) startTimer();
  open(HelpView{look_});
  if (auto* digits = std::get_if<DigitsView>(&trail_.back())) digits->typed.clear();
}

void App::on(const Intent& intent, const HelpView&) {
  switch (intent.act) {
    case Act::Back:
      return goBack();
    case Act::Call:
      return callInstructor();
    case Act::LargerText:
      look_.largerText = !look_.largerText;
      break;
    case Act::HighContrast:
      look_.highContrast = !look_.highContrast;
      break;
    default:
      return;
  }
  view_.screen = HelpView{look_};
}

/// Whoever called may walk over to the instructor: a code that was on the screen asks for its
/// digits afterwards, and what the instructor allowed this student alone is allowed no more.
void App::callInstructor() {
  if (handed_) endVisit();
  codeAtHand_ = false;
  callUntil_ = clock_.sinceBoot() + kCall;
  view_.screen = CallView{};
}

void App::endCall() {
  goBack();
  if (!std::holds_alternative<AttractView>(view_.screen)) endVisitOfAnotherClass();
}

void App::on(const Intent& intent, const CallView& view) {
  if (intent.act == Act::Finish) view_.screen = CallView{true};
  if (intent.act == Act::Stay) view_.screen = CallView{};
  if (intent.act == Act::Yes && view.asked) endCall();
}

}  // namespace hallpass
