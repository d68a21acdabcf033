// What is typed into the kiosk, by real keys, the keys on the screen or the PIN pad, with touches
// in between: each character is a key, each control character something that a screen can ask for.
// The ledger must add up, whatever was typed.
#include <array>
#include <chrono>

#include "kiosk/app.h"
#include "kiosk/ui/keyboard.h"
#include "platform/base/text.h"
#include "tests/fuzz/class_ledger.h"
#include "tests/support/bell.h"

namespace tests {
namespace {

using namespace hallpass;
using Act = Intent::Act;

/// What the control characters from 1 on ask for; backspace and newline are the keyboard's own.
constexpr std::array kActs{
    Act::Wake,  Act::Pick,   Act::JoinList, Act::Yes,  Act::No,   Act::Back,     Act::Agree,
    Act::Type,  Act::Take,   Act::Submit,   Act::Show, Act::Hide, Act::Finish,   Act::ItWorked,
    Act::Stay,  Act::Topics, Act::Steps,    Act::Next, Act::Help, Act::ItDidNot, Act::Search,
    Act::Other, Act::Main,   Act::Press,    Act::Open, Act::Turn, Act::Focus,    Act::OpenDoor,
    Act::Lock,  Act::Others, Act::Language,
};

/// Does what `key` stands for. Time passes at U+007F.
void press(App& app, ManualClock& clock, char32_t key) {
  if (key == 0x7F) {
    clock.pass(std::chrono::seconds(61));
    app.tick();
  } else if (key >= 1 && key <= kActs.size() && key != U'\b' && key != U'\n') {
    app.handle({kActs[key - 1], "", 0});
  } else {
    for (const Intent& intent : typedIntents({&key, 1})) app.handle(intent);
  }
}

/// Waits until a PIN that is compared or made on another thread is done.
void finishWork(App& app, Bell& bell) {
  const auto works = [&] {
    const auto* pin = std::get_if<PinView>(&app.view().screen);
    return std::holds_alternative<WorkingView>(app.view().screen) ||
           (pin != nullptr && pin->checking);
  };
  for (int rung = bell.count(); works(); rung = bell.count()) {
    app.tick();
    if (works()) must(bell.waitFor(rung + 1), "work on another thread ends");
  }
}

}  // namespace

void fuzzOne(std::string_view bytes) {
  static const ClassLedger kMade;
  ManualClock clock;
  const auto file = kMade.fresh();
  Bell bell;
  {
    App app({file, TESTS_DATA "/assets"}, VisitTimes{}, clock, [&] { bell.ring(); });
    app.tick();
    for (const char32_t key : platform::toCodePoints(bytes)) {
      press(app, clock, key);
      finishWork(app, bell);
    }
  }
  mustAddUp(file);
}

}  // namespace tests
