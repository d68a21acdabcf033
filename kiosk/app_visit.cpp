// The student's path up to the code: what each screen does with what was touched on it.
#include <algorithm>
#include <utility>

#include "kiosk/app.h"
#include "kiosk/domain/person_name.h"
#include "kiosk/ui/key_layout.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

std::string withoutLast(const std::string& typed) {
  std::u32string points = platform::toCodePoints(typed);
  if (!points.empty()) points.pop_back();
  return platform::toUtf8(points);
}

/// `typed` after `intent`, which types or erases.
std::string edited(const std::string& typed, const Intent& intent) {
  if (intent.act == Act::Erase) return withoutLast(typed);
  if (platform::toCodePoints(typed).size() >= kLongestName) return typed;
  return typed.empty() && intent.text == " " ? typed : typed + intent.text;
}

/// What was looked for in capitals, as a name is written: "Aino V" for "AINO V".
std::string asName(const std::string& typed) {
  std::u32string points = platform::toCodePoints(typed);
  const auto isSmall = [](char32_t point) {
    return (point >= U'a' && point <= U'z') || (point >= U'ß' && point <= U'ÿ');
  };
  if (std::any_of(points.begin(), points.end(), isSmall)) return typed;
  bool inWord = false;
  for (char32_t& point : points) {
    const char32_t small = smallLetter(point);
    const bool isLetter = small != point;
    if (inWord) point = small;
    inWord = isLetter;
  }
  return platform::toUtf8(points);
}

}  // namespace

void App::handle(const Intent& intent) {
  if (asleep()) {
    wakeUp();
    return completeView();
  }
  stayAwake();
  if (intent.act == Act::Language) {
    chooseLanguage(intent.index);
  } else if (desk_) {
    takeEnding(desk_->handle(intent));
  } else if (intent.act == Act::OpenDoor) {
    openDoor();
  } else {
    dispatch(intent);
  }
  completeView();
}

void App::dispatch(const Intent& intent) {
  if (view_.secondsLeft) return onStillThere(intent);
  timer_.touched(clock_.sinceBoot());
  if (intent.act == Act::Type && !std::holds_alternative<DigitsView>(view_.screen)) {
    characters_ += platform::toCodePoints(intent.text);
  }
  if (intent.act == Act::Move) return;
  if (intent.act == Act::Help) return openHelp();
  const ScreenView before = view_.screen;
  std::visit([&](const auto& screen) { on(intent, screen); }, before);
  timer_.reads(readsGuide());
}

/// What is typed or scanned now is the next person's, or nobody's: it keeps no visit alive.
void App::onStillThere(const Intent& intent) {
  if (intent.act == Act::Finish) return showAttract();
  if (intent.act != Act::Stay) return;
  timer_.touched(clock_.sinceBoot());
  view_.secondsLeft.reset();
}

void App::on(const Intent& intent, const AttractView&) {
  refreshVisit();
  const auto* attract = std::get_if<AttractView>(&view_.screen);
  if (attract != nullptr && intent.act == Act::Topics && room_.guide) {
    startTimer();
    return showTopics();
  }
  if (attract == nullptr || (intent.act != Act::Wake && intent.act != Act::Type)) return;
  if (attract->standing != Standing::Open && attract->standing != Standing::OutOfStock) return;
  startVisit();
  // A badge is often scanned before the screen is touched.
  const auto* find = std::get_if<FindView>(&view_.screen);
  if (find != nullptr && intent.act == Act::Type) on(intent, FindView(*find));
}

void App::startVisit() {
  if (beginVisit()) find("");
}

/// Reads who may come; false where it cannot be read.
bool App::beginVisit() {
  auto students = kept(ledger_->roster().students());
  if (!students) return false;
  choiceUntil_.reset();
  roster_ = std::move(*students);
  search_.lookIn(roster_);
  kana_ = std::any_of(roster_.begin(), roster_.end(),
                      [](const Student& student) { return hasKana(student.entry.name); });
  startTimer();
  return true;
}

/// How long this class waits for a touch.
void App::startTimer() {
  VisitTimes times = times_;
  const int idle = room_.heldClass ? room_.heldClass->facts.idleSeconds : 0;
  if (idle > 0) times.idle = std::chrono::seconds(idle);
  timer_ = VisitTimer(times, clock_.sinceBoot());
}

/// Whoever was named before is somebody else's business from here on.
void App::find(const std::string& typed) {
  student_.reset();
  overrule_.reset();
  served_ = false;
  codeAtHand_ = false;
  failed_ = false;
  trail_.clear();
  stepAt_ = 0;
  hits_ = search_.find(typed);
  const bool enough = platform::toCodePoints(typed).size() >= kFewestSearchLetters;
  if (const Student* student = search_.findByNumber(typed); student != nullptr && enough) {
    hits_ = {student->id};
  }
  FindView view;
  view.typed = typed;
  view.enough = enough;
  view.hits = search_.shown(hits_);
  view.walkIns = room_.heldClass->facts.walkIns == WalkIns::Allowed;
  view.kana = kana_;
  view_.screen = std::move(view);
}

void App::on(const Intent& intent, const FindView& view) {
  switch (intent.act) {
    case Act::Type:
    case Act::Erase:
      return find(edited(view.typed, intent));
    case Act::Submit:
      if (const Student* student = search_.findByNumber(view.typed)) return confirm(student->id);
      if (hits_.size() == 1) confirm(hits_.front());
      return;
    case Act::Pick:
      if (intent.index < hits_.size()) confirm(hits_[intent.index]);
      return;
    case Act::JoinList:
      if (view.walkIns) view_.screen = WalkInView{asName(view.typed), {}, kana_};
      return;
    case Act::Back:
      return showAttract();
    default:
      return;
  }
}

void App::on(const Intent& intent, const WalkInView& view) {
  switch (intent.act) {
    case Act::Type:
    case Act::Erase:
      view_.screen = WalkInView{edited(view.typed, intent), {}, kana_};
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
  refreshVisit();
  const auto* walkIn = std::get_if<WalkInView>(&view_.screen);
  if (walkIn == nullptr) return;
  const std::string typed = walkIn->typed;
  const auto added = ledger_->roster().addWalkIn(typed, Role::Student);
  if (!added && added.error() == Refusal::BadName) {
    view_.screen = WalkInView{typed, WalkInView::Answer::BadName, kana_};
  } else if (!added && added.error() == Refusal::NameTaken) {
    view_.screen = WalkInView{typed, WalkInView::Answer::NameTaken, kana_};
  } else if (const auto student = kept(added)) {
    startVisit();
    if (!roster_.empty()) confirm(*student);
  }
}

ShownName App::shownStudent() { return search_.shown(std::span(&*student_, 1)).front(); }

void App::confirm(StudentId student) {
  student_ = student;
  view_.screen = ConfirmView{shownStudent()};
}

void App::on(const Intent& intent, const ConfirmView&) {
  if (intent.act == Act::No || intent.act == Act::Back) {
    find("");
  } else if (intent.act == Act::Yes) {
    afterConfirm();
  }
}

/// Who holds a code is past the class word: it keeps codes for those in the room.
void App::afterConfirm() {
  const auto held = kept(ledger_->claims().find(*student_));
  if (!held) return;
  if (*held) return showHeld(**held);
  if (!overrule_ && showElsewhere()) return;
  if (ledger_->diskIsLow()) return showRefusal(Refusal::DiskLow);
  const auto stock = kept(ledger_->stock().count(room_.heldClass->facts.passType));
  if (!stock) return;
  if (stock->inStock == 0) return showRefusal(Refusal::OutOfStock);
  if (wordGiven_ || room_.heldClass->facts.word.empty()) return showCards(0);
  view_.screen = ClassWordView{};
}

void App::on(const Intent& intent, const ClassWordView& view) {
  switch (intent.act) {
    case Act::Type:
    case Act::Erase:
      view_.screen = ClassWordView{edited(view.typed, intent), false};
      return;
    case Act::Submit:
      if (platform::trim(view.typed).empty()) return;
      wordGiven_ = isClassWord(view.typed, room_.heldClass->facts.word);
      if (wordGiven_) return showCards(0);
      view_.screen = ClassWordView{"", true};
      return;
    case Act::Back:
      return find("");
    default:
      return;
  }
}

void App::showCards(std::size_t agreed) {
  view_.screen = BeforeView{shownFor(room_.guide->cards, account()), agreed, room_.guide->lead,
                            reading(), !room_.guide->browsers.empty()};
}

void App::on(const Intent& intent, const BeforeView& view) {
  if (intent.act == Act::Back) return find("");
  if (intent.act == Act::Private && view.showsPrivate) return open(DevicesView{view.reading});
  if (intent.act != Act::Agree) return;
  if (view.agreed + 1 < view.cards.size()) return showCards(view.agreed + 1);
  DigitsView digits;
  digits.student = shownStudent();
  view_.screen = std::move(digits);
}

}  // namespace hallpass
