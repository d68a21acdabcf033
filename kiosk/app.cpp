#include "kiosk/app.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/practice.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

Standing standingOf(const std::vector<Reason>& reasons) {
  if (reasons.empty()) return Standing::Open;
  switch (reasons.front().kind) {
    case ReasonKind::NoClass:
      return Standing::NoClass;
    case ReasonKind::ClassNotYetOpen:
      return Standing::NotYetOpen;
    case ReasonKind::ClassPaused:
      return Standing::Paused;
    case ReasonKind::ClassOver:
    case ReasonKind::ClassClosed:
      return Standing::Over;
    case ReasonKind::OutOfStock:
      return Standing::OutOfStock;
    case ReasonKind::ClockBehind:
    case ReasonKind::DiskLow:
    case ReasonKind::GuideInvalid:
      break;
  }
  return Standing::CallInstructor;
}

/// When a class that stands as it is next opens or ends by its window.
std::optional<platform::BootTime> nextEdge(const std::optional<Class>& held, platform::UtcTime now,
                                           platform::BootTime boot) {
  if (!held || held->state != ClassState::Open) return std::nullopt;
  for (const auto& edge : {held->facts.from, held->facts.until}) {
    if (edge && *edge >= now) return boot + std::chrono::milliseconds(edge->ms - now.ms + 1);
  }
  return std::nullopt;
}

/// The sooner of two moments that may never come.
std::optional<platform::BootTime> sooner(std::optional<platform::BootTime> one,
                                         std::optional<platform::BootTime> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

/// All that the screens of this room may have to draw besides their own words.
std::u32string charactersOf(const Room& room, const std::vector<Student>& students) {
  std::string all;
  if (room.heldClass) all += room.heldClass->facts.title;
  if (room.passType) all += room.passType->title;
  if (room.guide) {
    all += room.guide->lead + room.guide->codeStep + room.guide->siteStep;
    for (const WarningCard& card : room.guide->cards) all += card.title + card.body + card.agree;
    for (const std::string& line : room.guide->next) all += line;
    for (const GuideAnswer& answer : room.guide->answers) all += answer.title + answer.body;
  }
  for (const Student& student : students) all += student.entry.name + student.entry.email;
  return platform::toCodePoints(all);
}

}  // namespace

App::App(AppPlaces places, VisitTimes times, const platform::Clock& clock,
         const std::function<void()>& wake)
    : places_(std::move(places)),
      times_(times),
      clock_(clock),
      ledgerFile_(places_.training ? trainingLedger(places_.ledger) : places_.ledger),
      media_(places_.media),
      timer_(times, clock.sinceBoot()),
      worker_(wake) {
  if (!places_.training) practiceLeft_ = !forgetPractice(trainingLedger(places_.ledger));
  openDepot(wake);
  openLedger();
}

/// The ledger of `file`, or nothing: then Out of service stands.
std::unique_ptr<Ledger> App::opened(const std::filesystem::path& file) {
  (void)platform::makeFolder(file.parent_path());  // Opening says what is wrong where it cannot be.
  std::error_code none;
  const auto written = std::filesystem::last_write_time(file, none);
  if (damage_ && damage_->file == file && damage_->written == written) {
    outOfService(damage_->reason);
    return nullptr;
  }
  const bool first = file == places_.ledger && places_.openFirst;
  SoundLedger found = first ? std::exchange(places_.openFirst, nullptr)() : openSound(file, clock_);
  if (found.ledger) return std::move(found.ledger);
  if (found.damaged) damage_ = {file, written, found.whyNot};
  outOfService(found.whyNot);
  return nullptr;
}

void App::openLedger() {
  ledger_.reset();
  device_.reset();
  if (ledgerFile_ != places_.ledger) {
    device_ = opened(places_.ledger);
    if (!device_) return;
  }
  const bool fresh = device_ && !std::filesystem::exists(ledgerFile_);
  ledger_ = fresh ? openPractice(ledgerFile_, places_.assets, clock_) : opened(ledgerFile_);
  if (!ledger_ && fresh)
    outOfService(platform::tr("The ledger of training mode could not be made."));
  if (!ledger_) return;
  tellErasure();
  ledger_->keepReserve(places_.diskIsLow);
  serveAt_ = clock_.sinceBoot();
  eraseAt_ = clock_.sinceBoot();
  showAttract();
  openFirstStart();
  completeView();
}

/// The power may have gone in an erasure, before the machine was asked for a new key of its disk.
void App::tellErasure() {
  const auto erased = deviceLedger().lastErasure();
  if (erased && *erased) (void)places_.machine.appliance.askNewKey((*erased)->newHead);
}

void App::endVisit() {
  student_.reset();
  handed_.reset();
  overrule_.reset();
  wordGiven_ = false;
  served_ = false;
  codeAtHand_ = false;
  failed_ = false;
  trail_.clear();
  stepAt_ = 0;
  search_.lookIn({});
  roster_.clear();
  hits_.clear();
  if (ledger_) ledger_->rest();
}

void App::outOfService(const std::string& reason) {
  endVisit();
  look_ = deviceLook();
  view_ = {OutOfServiceView{reason}, std::nullopt};
  wakeAt_ = clock_.sinceBoot() + kRetry;
}

/// What the class became in the middle of a visit stands on the attract screen, in the student's
/// words. A ledger that is busy for a moment leaves the screen as it is, to be touched again.
void App::showRefusal(Refusal refusal) {
  if (refusal == Refusal::Busy) return;
  if (refusal == Refusal::Failed) return outOfService(std::string(deskSentence(refusal)));
  if (refusal == Refusal::TakenElsewhere && showElsewhere()) return;
  if (refusal != Refusal::OutOfStock) return showAttract();
  view_ = {NoCodesView{}, std::nullopt};
}

void App::showAttract() {
  endVisit();
  look_ = deviceLook();
  stayAwake();
  view_ = {AttractView{}, std::nullopt};
  refreshVisit();
  speakClassLanguage();
}

/// Somebody who has read or asked goes back, and stands there still: the language and the look stay
/// for a while.
void App::returnToAttract() {
  endVisit();
  view_ = {AttractView{}, std::nullopt};
  refreshVisit();
  choiceUntil_ = clock_.sinceBoot() + times_.idle;
}

void App::refresh() {
  if (desk_) {
    desk_->refresh();
    showDesk();
  } else {
    refreshVisit();
  }
  completeView();
  tellDepot();
}

void App::refreshVisit() {
  if (std::holds_alternative<OutOfServiceView>(view_.screen) || asleep()) return;
  if (!std::holds_alternative<AttractView>(view_.screen)) return endVisitOfAnotherClass();
  auto room = kept(readRoom(*ledger_, places_.assets, clock_.now()));
  const auto students = room ? kept(ledger_->roster().students()) : std::nullopt;
  if (!students) return;
  const std::vector<std::size_t> offered = offeredLanguages();
  room_ = std::move(*room);
  if (offered != offeredLanguages()) {
    speakClassLanguage();
    look_ = deviceLook();
  }
  characters_ = charactersOf(room_, *students);
  AttractView attract;
  attract.standing = standingOf(room_.reasons);
  if (room_.heldClass) attract.classTitle = room_.heldClass->facts.title;
  if (room_.heldClass) attract.from = room_.heldClass->facts.from;
  if (room_.passType) attract.passTitle = room_.passType->title;
  attract.guide = room_.guide.has_value();
  view_ = {std::move(attract), std::nullopt};
  wakeAt_ = nextEdge(room_.heldClass, clock_.now(), clock_.sinceBoot());
  backUpClosedClass();
  if (ledger_->diskIsLow()) wakeAt_ = sooner(wakeAt_, clock_.sinceBoot() + kDiskLook);
}

/// A visit goes on only while its class takes codes; whoever holds a code may finish, and who only
/// reads the guide may read on while it is the same class.
void App::endVisitOfAnotherClass() {
  if (served_ || helpsAtAttract() || std::holds_alternative<CallView>(view_.screen)) return;
  const auto current = kept(ledger_->classes().current());
  if (!current) return;
  const bool same = *current && room_.heldClass && (*current)->id == room_.heldClass->id;
  const bool reads = readsGuide() && !student_;
  if (!same || (!reads && (*current)->refusesAt(clock_.now()))) return showAttract();
  room_.heldClass = *current;
}

void App::tick() {
  worker_.collect();
  hearDepot();
  if (serveAt_ && clock_.sinceBoot() >= *serveAt_) keepServed();
  if (desk_) {
    takeEnding(desk_->tick());
  } else {
    tickVisit();
  }
  completeView();
}

void App::tickVisit() {
  const platform::BootTime now = clock_.sinceBoot();
  if (std::holds_alternative<OutOfServiceView>(view_.screen)) {
    if (wakeAt_ && now >= *wakeAt_) openLedger();
  } else if (std::holds_alternative<AttractView>(view_.screen)) {
    if (eraseAt_ && now >= *eraseAt_) eraseOldNames();
    if (wakeAt_ && now >= *wakeAt_) refreshVisit();
    if (choiceUntil_ && now >= *choiceUntil_) {
      look_ = deviceLook();
      speakClassLanguage();
    }
    sleepWhenDue();
  } else if (asleep()) {
    if (!sleepsNow()) wakeUp();
  } else if (std::holds_alternative<CallView>(view_.screen)) {
    tickCall();
  } else if (std::holds_alternative<DoneView>(view_.screen)) {
    if (now - timer_.touchedAt() >= times_.done) showAttract();
  } else {
    countDown(now);
  }
}

void App::countDown(platform::BootTime now) {
  const VisitTimer::Phase phase = timer_.phase(now);
  if (phase == VisitTimer::Phase::Over) return showAttract();
  if (phase == VisitTimer::Phase::Active) return;
  cover(view_.screen);
  view_.secondsLeft = timer_.secondsLeft(now);
}

/// Takes away what only the student may see, who may have left.
void App::cover(ScreenView& screen) {
  codeAtHand_ = false;
  if (std::holds_alternative<CodeView>(screen)) {
    screen = CodeHiddenView{room_.passType->title, true};
  } else if (auto* digits = std::get_if<DigitsView>(&screen)) {
    digits->typed.clear();
  }
}

bool App::answers() {
  if (!ledger_ || std::holds_alternative<OutOfServiceView>(view_.screen)) return true;
  const auto answer = ledger_->journal().lastEventAt();
  return answer || answer.error() == Refusal::Busy;
}

std::optional<platform::BootTime> App::deadline() const {
  return sooner(screenDeadline(), serveAt_);
}

std::optional<platform::BootTime> App::screenDeadline() const {
  if (desk_) return desk_->deadline();
  if (std::holds_alternative<OutOfServiceView>(view_.screen)) return wakeAt_;
  if (std::holds_alternative<AttractView>(view_.screen)) {
    return sooner(sooner(sooner(wakeAt_, choiceUntil_), sleepDeadline()), eraseAt_);
  }
  if (asleep()) return sleepDeadline();
  if (asksToStopCalling()) return std::min(askUntil_, callUntil_);
  if (std::holds_alternative<CallView>(view_.screen)) return callUntil_;
  if (std::holds_alternative<DoneView>(view_.screen)) return timer_.touchedAt() + times_.done;
  return timer_.nextChange(clock_.sinceBoot());
}

}  // namespace hallpass
