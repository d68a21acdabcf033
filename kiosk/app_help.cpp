// What everybody may do without a PIN: call the instructor, and have the screens drawn so that they
// can be read and reached.
#include "kiosk/app.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

/// `look` as it was asked for; as it is where nothing of it was.
Look changed(Look look, const Intent& intent) {
  if (intent.act == Act::TextStep && intent.index < kTextSteps)
    look.text = static_cast<TextStep>(intent.index);
  if (intent.act == Act::Theme && intent.index < kThemeIds.size())
    look.theme = static_cast<ThemeName>(intent.index);
  if (intent.act == Act::ControlsLow) look.controlsLow = intent.index == 1;
  if (intent.act == Act::LeftHand) look.leftHand = intent.index == 1;
  return look;
}

}  // namespace

/// As the screens are drawn where nobody asked for anything else.
Look App::deviceLook() const {
  Look look;
  look.theme = places_.machine.settings.theme;
  return look;
}

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
  open(HelpView{look_, places_.machine.settings.speech && !voiceless_});
  if (auto* digits = std::get_if<DigitsView>(&trail_.back())) digits->typed.clear();
}

void App::on(const Intent& intent, const HelpView& view) {
  const bool speech = view.speech;
  switch (intent.act) {
    case Act::Back:
      return goBack();
    case Act::Call:
      return callInstructor();
    default:
      look_ = changed(look_, intent);
  }
  view_.screen = HelpView{look_, speech};
}

/// Whoever called may walk over to the instructor: a code that was on the screen asks for its
/// digits afterwards, and what the instructor allowed this student alone is allowed no more.
void App::callInstructor() {
  if (handed_) endVisit();
  codeAtHand_ = false;
  callUntil_ = clock_.sinceBoot() + kCall;
  view_.screen = CallView{};
}

bool App::asksToStopCalling() const {
  const auto* call = std::get_if<CallView>(&view_.screen);
  return call != nullptr && call->asked;
}

/// A question that nobody answers was touched by mistake: the call goes on, to be seen across the
/// room.
void App::tickCall() {
  const platform::BootTime now = clock_.sinceBoot();
  if (now >= callUntil_) return showAttract();
  if (asksToStopCalling() && now >= askUntil_) view_.screen = CallView{};
}

void App::endCall() {
  goBack();
  if (!std::holds_alternative<AttractView>(view_.screen)) endVisitOfAnotherClass();
}

void App::on(const Intent& intent, const CallView& view) {
  if (intent.act == Act::Finish) {
    view_.screen = CallView{true};
    askUntil_ = clock_.sinceBoot() + kCallQuestion;
  }
  if (intent.act == Act::Stay) view_.screen = CallView{};
  if (intent.act == Act::Yes && view.asked) endCall();
}

}  // namespace hallpass
