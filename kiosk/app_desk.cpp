// The way to the desk and back, and training mode.
#include <filesystem>
#include <utility>

#include "kiosk/app.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/practice.h"
#include "kiosk/ui/view_texts.h"
#include "platform/base/text.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

/// How often the wait of a lock that was served is written down.
constexpr std::chrono::seconds kServe{30};

}  // namespace

DeskTools App::deskTools(Role role) {
  return {deviceLedger().locks(),
          *ledger_,
          ledgerFile_,
          places_.assets,
          clock_,
          worker_,
          media_,
          role,
          device_ != nullptr,
          &places_.display,
          &places_.machine,
          &deviceLedger().journal(),
          device_ ? nullptr : depot_.get()};
}

/// A device that was never used asks for its PINs before anything else.
void App::openFirstStart() {
  if (!needsFirstStart(deviceLedger())) return;
  desk_.emplace(deskTools(Role::System), DeskTimes{}, firstStartPage(deskTools(Role::System)));
  showDesk();
}

void App::openDoor() {
  if (!ledger_ || std::holds_alternative<OutOfServiceView>(view_.screen)) return;
  if (!std::holds_alternative<AttractView>(view_.screen)) {
    behindDoor_ = view_;
    cover(behindDoor_->screen);
  }
  desk_.emplace(deskTools(Role::Student), DeskTimes{}, doorPage(deskTools(Role::Student)));
  showDesk();
}

void App::showDesk() {
  if (ledger_->failed() || deviceLedger().failed()) {
    desk_.reset();
    behindDoor_.reset();
    return outOfService(std::string(deskSentence(Refusal::Failed)));
  }
  if (desk_->isOpen() && behindDoor_) {
    behindDoor_.reset();
    endVisit();
  }
  desk_->show(view_);
  completeView();
  // Each once: the desk may stand for days.
  for (const char32_t character : platform::toCodePoints(textsOf(view_.screen))) {
    if (characters_.find(character) == std::u32string::npos) characters_ += character;
  }
}

void App::takeEnding(const std::optional<Desk::Ending>& ending) {
  if (!ending) return showDesk();
  if (const auto* practised = std::get_if<Practise>(&*ending)) return practise(practised->on);
  restarts_ = std::holds_alternative<RestartProgram>(*ending);
  closeDoor();
  if (const auto* handed = std::get_if<HandOver>(&*ending)) {
    handDevice(handed->student, handed->swap, handed->overrule);
  }
}

/// Whoever only tried the door finds the visit as it was, as long as it lasts.
void App::closeDoor() {
  const bool wasOpen = desk_->isOpen();
  desk_.reset();
  serveAt_ = clock_.sinceBoot();
  const auto behind = std::exchange(behindDoor_, std::nullopt);
  const bool over = timer_.phase(clock_.sinceBoot()) == VisitTimer::Phase::Over;
  if (!behind || (over && !std::holds_alternative<CallView>(behind->screen))) {
    showAttract();
    // Staff may have erased the device, and PINs with it.
    if (wasOpen) openFirstStart();
    return;
  }
  view_ = *behind;
  speak(view_.language);
}

/// The desk stays open; what it works on is another ledger from now on.
void App::practise(bool on) {
  const std::filesystem::path file = on ? trainingLedger(places_.ledger) : places_.ledger;
  const Desk before = std::move(*desk_);
  desk_.reset();
  endVisit();
  if (!on) {
    ledger_ = std::move(device_);
    practiceLeft_ = !forgetPractice(ledgerFile_);
  } else {
    device_ = std::move(ledger_);
    ledger_ = openPractice(file, places_.assets, clock_);
    if (!ledger_) return outOfService(std::string(deskSentence(Refusal::Failed)));
    ledger_->keepReserve(places_.diskIsLow);
  }
  ledgerFile_ = file;
  desk_.emplace(deskTools(Role::Instructor), before);
  showDesk();
}

void App::keepServed() {
  serveAt_.reset();
  if (!ledger_ || !deviceLedger().locks().keepServed()) return;
  for (const Lock lock : kLocks) {
    const auto state = deviceLedger().locks().state(lock);
    if (state && state->wait.count() > 0) serveAt_ = clock_.sinceBoot() + kServe;
  }
}

}  // namespace hallpass
