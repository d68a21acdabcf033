#include "kiosk/app.h"

#include <utility>

#include "kiosk/domain/payload.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

/// A typed line never grows past this: no name is longer.
constexpr std::size_t kLongestTyped = 200;

Standing standingOf(const std::vector<Reason>& reasons) {
  if (reasons.empty()) return Standing::Open;
  const std::string& id = reasons.front().id;
  if (id == "no-class") return Standing::NoClass;
  if (id == "class-not-yet-open") return Standing::NotYetOpen;
  if (id == "class-paused") return Standing::Paused;
  if (id == "class-over" || id == "class-closed") return Standing::Over;
  if (id == "out-of-stock") return Standing::OutOfStock;
  return Standing::CallInstructor;
}

std::string withoutLast(const std::string& typed) {
  std::u32string points = platform::toCodePoints(typed);
  if (!points.empty()) points.pop_back();
  return platform::toUtf8(points);
}

/// `typed` after `intent`, which types or erases.
std::string edited(const std::string& typed, const Intent& intent) {
  if (intent.act == Act::Erase) return withoutLast(typed);
  if (platform::toCodePoints(typed).size() >= kLongestTyped) return typed;
  return typed.empty() && intent.text == " " ? typed : typed + intent.text;
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

std::string allText(const Guide& guide) {
  std::string all = guide.lead + guide.codeStep + guide.siteStep;
  for (const WarningCard& card : guide.cards) all += card.title + card.body + card.agree;
  for (const std::string& line : guide.next) all += line;
  return all;
}

}  // namespace

App::App(AppPlaces places, VisitTimes times, const platform::Clock& clock)
    : places_(std::move(places)), times_(times), clock_(clock), timer_(times, clock.sinceBoot()) {
  openLedger();
}

void App::openLedger() {
  ledger_.reset();
  auto opened = Ledger::open(places_.ledger, clock_);
  if (!opened) {
    outOfService(opened.error().sentence);
    return;
  }
  ledger_ = std::move(opened).value();
  showAttract();
}

template <class T>
std::optional<T> App::kept(platform::Result<T, Refusal> result) {
  if (result) return std::move(result).value();
  showRefusal(result.error());
  return std::nullopt;
}

void App::outOfService(const std::string& reason) {
  view_ = {OutOfServiceView{reason}, std::nullopt};
  student_.reset();
  roster_.clear();
  hits_.clear();
  wakeAt_ = clock_.sinceBoot() + kRetry;
}

/// A refusal in the middle of a visit: what the class or the stock became meanwhile stands on the
/// attract screen in the student's words.
void App::showRefusal(Refusal refusal) {
  if (refusal == Refusal::Failed || ledger_->failed()) {
    outOfService(std::string(sentence(Refusal::Failed)));
  } else if (refusal == Refusal::Busy) {
    outOfService(std::string(sentence(refusal)));
  } else if (refusal == Refusal::OutOfStock) {
    view_ = {NoCodesView{}, std::nullopt};
  } else {
    showAttract();
  }
}

void App::showAttract() {
  student_.reset();
  roster_.clear();
  hits_.clear();
  view_ = {AttractView{}, std::nullopt};
  refresh();
}

void App::refresh() {
  if (!std::holds_alternative<AttractView>(view_.screen)) return;
  auto current = kept(ledger_->classes().current());
  const auto last = current ? kept(ledger_->journal().lastEventAt()) : std::nullopt;
  if (!last) return;
  class_ = *current;
  ReadinessFacts facts;
  facts.now = clock_.now();
  facts.lastEvent = *last;
  facts.openClass = class_;
  if (class_) readClass(facts);
  if (ledger_->failed()) return;
  showStanding(facts);
  wakeAt_ = nextEdge(class_, facts.now, clock_.sinceBoot());
}

/// What the class hands out, and how many there are of it.
void App::readClass(ReadinessFacts& facts) {
  auto passType = loadPassType(places_.assets, class_->facts.passType);
  auto guide = passType ? loadGuide(places_.assets, passType->guide)
                        : platform::Result<Guide, AssetProblem>(passType.error());
  if (!guide) facts.guideProblem = guide.error().sentence;
  passType_ = passType ? std::optional(*passType) : std::nullopt;
  guide_ = guide ? std::optional(*guide) : std::nullopt;
  if (const auto stock = kept(ledger_->stock().count(class_->facts.passType))) {
    facts.inStock = stock->inStock;
  }
  characters_ = platform::toCodePoints(class_->facts.title);
  if (passType_) characters_ += platform::toCodePoints(passType_->title);
  if (guide_) characters_ += platform::toCodePoints(allText(*guide_));
  if (const auto students = kept(ledger_->roster().students())) {
    for (const Student& student : *students) {
      characters_ += platform::toCodePoints(student.entry.name + student.entry.email);
    }
  }
}

void App::showStanding(const ReadinessFacts& facts) {
  AttractView attract{standingOf(readiness(facts)), "", "", std::nullopt};
  if (class_) attract.classTitle = class_->facts.title;
  if (class_) attract.from = class_->facts.from;
  if (passType_) attract.passTitle = passType_->title;
  view_ = {std::move(attract), std::nullopt};
}

void App::tick() {
  const platform::BootTime now = clock_.sinceBoot();
  if (std::holds_alternative<OutOfServiceView>(view_.screen)) {
    if (wakeAt_ && now >= *wakeAt_) openLedger();
  } else if (std::holds_alternative<AttractView>(view_.screen)) {
    if (wakeAt_ && now >= *wakeAt_) refresh();
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
  if (std::holds_alternative<CodeView>(view_.screen)) {
    view_.screen = CodeHiddenView{passType_->title};
  }
  view_.secondsLeft = timer_.secondsLeft(now);
}

std::optional<platform::BootTime> App::deadline() const {
  if (std::holds_alternative<OutOfServiceView>(view_.screen) ||
      std::holds_alternative<AttractView>(view_.screen)) {
    return wakeAt_;
  }
  if (std::holds_alternative<DoneView>(view_.screen)) return timer_.touchedAt() + times_.done;
  return timer_.nextChange(clock_.sinceBoot());
}

void App::handle(const Intent& intent) {
  timer_.touched(clock_.sinceBoot());
  if (view_.secondsLeft) {
    view_.secondsLeft.reset();
    if (intent.act == Act::Finish) showAttract();
    return;
  }
  if (intent.act == Act::Type) characters_ += platform::toCodePoints(intent.text);
  const ScreenView before = view_.screen;
  if (std::holds_alternative<AttractView>(before)) onAttract(intent);
  if (const auto* find = std::get_if<FindView>(&before)) onFind(intent, *find);
  if (const auto* walkIn = std::get_if<WalkInView>(&before)) onWalkIn(intent, *walkIn);
  if (std::holds_alternative<ConfirmView>(before)) onConfirm(intent);
  if (const auto* cards = std::get_if<BeforeView>(&before)) onBefore(intent, *cards);
  if (std::holds_alternative<HaveCodeView>(before) || std::holds_alternative<CodeView>(before) ||
      std::holds_alternative<CodeHiddenView>(before)) {
    onCode(intent);
  }
  if (std::holds_alternative<NoCodesView>(before) || std::holds_alternative<DoneView>(before)) {
    onEnding(intent);
  }
}

void App::onAttract(const Intent& intent) {
  refresh();
  const auto* attract = std::get_if<AttractView>(&view_.screen);
  if (attract == nullptr || (intent.act != Act::Wake && intent.act != Act::Type)) return;
  if (attract->standing != Standing::Open && attract->standing != Standing::OutOfStock) return;
  startVisit();
  // A badge is often scanned before the screen is touched.
  const auto* find = std::get_if<FindView>(&view_.screen);
  if (find != nullptr && intent.act == Act::Type) onFind(intent, FindView(*find));
}

void App::startVisit() {
  auto students = kept(ledger_->roster().students());
  if (!students) return;
  roster_ = std::move(*students);
  find("");
}

void App::find(const std::string& typed) {
  hits_ = search(roster_, typed);
  if (const Student* student = findByNumber(roster_, typed)) hits_ = {student->id};
  FindView view;
  view.typed = typed;
  view.enough = platform::toCodePoints(typed).size() >= kFewestSearchLetters;
  view.hits = shownNames(roster_, hits_);
  view.walkIns = class_->facts.walkIns == WalkIns::Allowed;
  view_.screen = std::move(view);
}

void App::onFind(const Intent& intent, const FindView& view) {
  switch (intent.act) {
    case Act::Type:
    case Act::Erase:
      return find(edited(view.typed, intent));
    case Act::Submit:
      if (hits_.size() == 1) confirm(hits_.front());
      return;
    case Act::Pick:
      if (intent.index < hits_.size()) confirm(hits_[intent.index]);
      return;
    case Act::JoinList:
      if (view.walkIns) view_.screen = WalkInView{view.typed, false};
      return;
    case Act::Back:
      return showAttract();
    default:
      return;
  }
}

void App::onWalkIn(const Intent& intent, const WalkInView& view) {
  switch (intent.act) {
    case Act::Type:
    case Act::Erase:
      view_.screen = WalkInView{edited(view.typed, intent), false};
      return;
    case Act::Submit:
      return addWalkIn();
    case Act::Back:
      return find("");
    default:
      return;
  }
}

void App::addWalkIn() {
  const std::string typed = std::get<WalkInView>(view_.screen).typed;
  const auto added = ledger_->roster().addWalkIn(typed, Role::Student);
  if (!added && added.error() == Refusal::BadName) {
    view_.screen = WalkInView{typed, true};
    return;
  }
  const auto student = kept(added);
  if (!student) return;
  startVisit();
  if (!roster_.empty()) confirm(*student);
}

ShownName App::shownStudent() const {
  return shownNames(roster_, std::span(&*student_, 1)).front();
}

void App::confirm(StudentId student) {
  student_ = student;
  view_.screen = ConfirmView{shownStudent()};
}

void App::onConfirm(const Intent& intent) {
  if (intent.act == Act::No || intent.act == Act::Back) {
    student_.reset();
    find("");
  } else if (intent.act == Act::Yes) {
    afterConfirm();
  }
}

void App::afterConfirm() {
  const auto held = kept(ledger_->claims().find(*student_));
  if (!held) return;
  if (*held) {
    view_.screen = HaveCodeView{shownStudent(), passType_->title, (*held)->madeAt};
    return;
  }
  const auto stock = kept(ledger_->stock().count(class_->facts.passType));
  if (!stock) return;
  if (stock->inStock == 0) return showRefusal(Refusal::OutOfStock);
  view_.screen = BeforeView{guide_->cards, 0, guide_->lead};
}

void App::onBefore(const Intent& intent, const BeforeView& view) {
  if (intent.act == Act::Back) return find("");
  const bool last = view.agreed + 1 == view.cards.size();
  if (intent.act == Act::Agree && !last) {
    view_.screen = BeforeView{view.cards, view.agreed + 1, view.lead};
  } else if (intent.act == Act::Take && last) {
    claim();
  }
}

void App::claim() {
  const auto made = kept(ledger_->claims().make(*student_, Role::Student));
  if (made) showCode(*made);
}

void App::showCode(const Claim& claim) {
  auto payload = fillPayload(passType_->payload, {{"CODE", claim.code.reveal()}});
  view_.screen = CodeView{passType_->title, passType_->value,
                          claim.code,       payload ? *payload : claim.code.reveal(),
                          passType_->site,  guide_->codeStep,
                          guide_->siteStep, claim.again};
}

void App::onCode(const Intent& intent) {
  switch (intent.act) {
    case Act::Show:
      return claim();
    case Act::Hide:
      view_.screen = CodeHiddenView{passType_->title};
      return;
    case Act::Finish:
      student_.reset();
      view_.screen = DoneView{guide_->next};
      return;
    case Act::Back:
      return find("");
    default:
      return;
  }
}

void App::onEnding(const Intent& intent) {
  if (intent.act == Act::Finish) showAttract();
}

}  // namespace hallpass
