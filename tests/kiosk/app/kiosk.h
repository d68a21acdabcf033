#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/app.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace tests {

using namespace hallpass;
using Act = Intent::Act;

inline NewClass sampleClass() {
  NewClass facts;
  facts.title = "AZ-104";
  facts.passType = "azure-pass";
  facts.walkIns = WalkIns::Allowed;
  return facts;
}

/// A kiosk without a window, and a second program that works on the same ledger.
class Kiosk {
 public:
  explicit Kiosk(int codes = 3, const NewClass& facts = sampleClass()) {
    REQUIRE(desk().classes().open(facts, Role::Operator));
    const std::vector<RosterEntry> roster{{"Aino Virtanen", "aino@example.org", "S1"},
                                          {"John Smith", "js1@example.org", "S2"},
                                          {"John Smith", "js2@example.org", "S3"}};
    REQUIRE(desk().roster().add(roster, Mode::Keep, Role::Operator));
    addCodes(codes);
    app().refresh();
  }

  Ledger& desk() {
    if (!desk_) desk_ = std::move(Ledger::open(file(), clock)).value();
    return *desk_;
  }
  App& app() {
    if (!app_) {
      AppPlaces places{file(), assetsFolder()};
      places.machine = machine;
      places.diskIsLow = [this] { return diskIsLow; };
      places.retentionDays = retentionDays;
      places.openFirst = openSoundBeside(file(), clock);  // As serve() has it.
      app_ = std::make_unique<App>(std::move(places), VisitTimes{}, clock);
      app_->tick();
    }
    return *app_;
  }
  void restart() { app_.reset(); }
  /// Neither the kiosk nor the second program has the ledger open.
  void closeAll() {
    app_.reset();
    desk_.reset();
  }

  void addCodes(int count, NewBatch batch = {}) {
    std::vector<NewCode> codes;
    for (int i = 0; i < count; ++i) {
      const std::string text = "WK0SKTEST0000000" + std::to_string(10 + next_++);
      codes.push_back({i + 1, Code(text), text, std::nullopt});
    }
    batch.passType = "azure-pass";
    batch.fileHash = platform::sha256(std::to_string(next_));
    REQUIRE(desk().stock().add(batch, codes, Mode::Keep, Role::Operator, {}));
  }

  void act(Act what, const std::string& text = "", std::size_t index = 0) {
    app().handle({what, text, index});
  }
  void pass(std::chrono::milliseconds span) {
    clock.pass(span);
    app().tick();
  }
  template <class T>
  const T& on() {
    const T* screen = std::get_if<T>(&app().view().screen);
    REQUIRE(screen != nullptr);
    return *screen;
  }
  template <class T>
  [[nodiscard]] bool shows() {
    return std::holds_alternative<T>(app().view().screen);
  }

  /// Up to the question "Is this you?".
  void nameSomebody(const std::string& typed) {
    act(Act::Wake);
    act(Act::Type, typed);
    act(Act::Pick);
    (void)on<ConfirmView>();
  }
  /// Up to the choice of the own digits.
  void readCards(const std::string& typed) {
    nameSomebody(typed);
    act(Act::Yes);
    for (int card = 0; card < 3; ++card) act(Act::Agree);
    (void)on<DigitsView>();
  }
  void typeDigits(const std::string& digits) {
    for (const char digit : digits) act(Act::Type, std::string(1, digit));
  }
  std::string takeCode(const std::string& typed, const std::string& digits = "2580") {
    readCards(typed);
    typeDigits(digits);
    act(Act::Take);
    return on<CodeView>().code.reveal();
  }
  /// Up to "You already have a code".
  void comeBack(const std::string& typed) {
    nameSomebody(typed);
    act(Act::Yes);
    (void)on<HaveCodeView>();
  }
  /// What typing `digits` for a code that is there gives; "" = it is not shown.
  std::string seeAgain(const std::string& digits = "2580") {
    act(Act::Show);
    typeDigits(digits);
    act(Act::Take);
    const auto* code = std::get_if<CodeView>(&app().view().screen);
    return code == nullptr ? "" : code->code.reveal();
  }
  /// The code is left; another person may come.
  void leave() {
    act(Act::Finish);
    (void)on<DoneView>();
    act(Act::Finish);
    (void)on<AttractView>();
  }
  /// Of the roster, in its order.
  StudentId student(std::size_t index) { return desk().roster().students()->at(index).id; }
  StockCount stock() { return *desk().stock().count("azure-pass"); }

  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "ledger.db"; }

  ManualClock clock;
  MachineTools machine;  ///< For the next start.
  bool diskIsLow = false;
  int retentionDays = 0;  ///< As of the next restart().

 private:
  TemporaryFolder folder_;
  int next_ = 0;
  std::unique_ptr<Ledger> desk_;
  std::unique_ptr<App> app_;
};

}  // namespace tests
