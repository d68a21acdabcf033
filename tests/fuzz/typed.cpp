// What is typed into the kiosk, by real keys, the keys on the screen or the PIN pad, with touches
// in between: each character is a key, each control character something that a screen can ask for.
// The ledger must add up, whatever was typed.
#include <array>
#include <chrono>

#include "kiosk/app.h"
#include "kiosk/ui/keyboard.h"
#include "platform/base/text.h"
#include "tests/e2e/monkey/ledger_problems.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/bell.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

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

/// A ledger with a class, three students and two codes, made once.
class Venue {
 public:
  Venue() {
    const auto ledger = Ledger::open(made_.path() / "ledger.db", clock_).value();
    NewClass facts;
    facts.title = "AZ-104";
    facts.passType = "small";
    facts.walkIns = WalkIns::Allowed;
    must(ledger->classes().open(facts, Role::Operator).ok(), "a class opens");
    const std::vector<RosterEntry> roster{{"Aino Virtanen", "aino@example.org", "S1"},
                                          {"Jo\u00e3o Smith", "", "S2"},
                                          {"\u30e4\u30de\u30c0 \u30bf\u30ed\u30a6", "", "S3"}};
    must(ledger->roster().add(roster, Mode::Keep, Role::Operator).ok(), "students are added");
    std::vector<NewCode> codes;
    for (const char* text : {"WK0SKTEST000000010", "WK0SKTEST000000011"}) {
      codes.push_back({1, Code(text), text, std::nullopt});
    }
    NewBatch batch;
    batch.passType = "small";
    must(ledger->stock().add(batch, codes, Mode::Keep, Role::Operator, {}).ok(), "codes are added");
  }

  /// A copy of the ledger as it was made.
  [[nodiscard]] std::filesystem::path freshLedger() const {
    const auto folder = used_.path() / "now";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(made_.path(), folder);
    return folder / "ledger.db";
  }

 private:
  ManualClock clock_;
  TemporaryFolder made_;
  TemporaryFolder used_;
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
  static const Venue kVenue;
  ManualClock clock;
  const auto file = kVenue.freshLedger();
  Bell bell;
  {
    App app({file, TESTS_DATA "/assets"}, VisitTimes{}, clock, [&] { bell.ring(); });
    app.tick();
    for (const char32_t key : platform::toCodePoints(bytes)) {
      press(app, clock, key);
      finishWork(app, bell);
    }
  }
  for (const std::string& problem : ledgerProblems(file)) must(false, problem.c_str());
  const auto ledger = Ledger::open(file, clock).value();
  const auto verdict = ledger->journal().verify(std::nullopt);
  must(verdict.ok() && !verdict->firstBad, "the journal's chain holds");
  const StockCount count = *ledger->stock().count("small");
  must(count.loaded ==
           count.inStock + count.claimed + count.quarantined + count.expired + count.returned,
       "the codes add up");
}

}  // namespace tests
