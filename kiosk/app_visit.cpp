// The student's path: what each screen of a visit does with what was touched on it.
#include <utility>

#include "kiosk/app.h"
#include "kiosk/domain/payload.h"
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

}  // namespace

void App::handle(const Intent& intent) {
  if (view_.secondsLeft) return onStillThere(intent);
  timer_.touched(clock_.sinceBoot());
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

/// What is typed or scanned now is the next person's, or nobody's: it keeps no visit alive.
void App::onStillThere(const Intent& intent) {
  if (intent.act == Act::Finish) return showAttract();
  if (intent.act != Act::Stay) return;
  timer_.touched(clock_.sinceBoot());
  view_.secondsLeft.reset();
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
  const bool enough = platform::toCodePoints(typed).size() >= kFewestSearchLetters;
  if (const Student* student = findByNumber(roster_, typed); student != nullptr && enough) {
    hits_ = {student->id};
  }
  FindView view;
  view.typed = typed;
  view.enough = enough;
  view.hits = shownNames(roster_, hits_);
  view.walkIns = room_.heldClass->facts.walkIns == WalkIns::Allowed;
  view_.screen = std::move(view);
}

void App::onFind(const Intent& intent, const FindView& view) {
  switch (intent.act) {
    case Act::Type:
    case Act::Erase:
      return find(edited(view.typed, intent));
    case Act::Submit:
      if (const Student* student = findByNumber(roster_, view.typed)) return confirm(student->id);
      if (hits_.size() == 1) confirm(hits_.front());
      return;
    case Act::Pick:
      if (intent.index < hits_.size()) confirm(hits_[intent.index]);
      return;
    case Act::JoinList:
      if (view.walkIns) view_.screen = WalkInView{view.typed, {}};
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
      view_.screen = WalkInView{edited(view.typed, intent), {}};
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
  refresh();
  const auto* walkIn = std::get_if<WalkInView>(&view_.screen);
  if (walkIn == nullptr) return;
  const std::string typed = walkIn->typed;
  const auto added = ledger_->roster().addWalkIn(typed, Role::Student);
  if (!added && added.error() == Refusal::BadName) {
    view_.screen = WalkInView{typed, WalkInView::Answer::BadName};
  } else if (!added && added.error() == Refusal::NameTaken) {
    view_.screen = WalkInView{typed, WalkInView::Answer::NameTaken};
  } else if (const auto student = kept(added)) {
    startVisit();
    if (!roster_.empty()) confirm(*student);
  }
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
    view_.screen = HaveCodeView{shownStudent(), room_.passType->title, (*held)->madeAt};
    return;
  }
  const auto stock = kept(ledger_->stock().count(room_.heldClass->facts.passType));
  if (!stock) return;
  if (stock->inStock == 0) return showRefusal(Refusal::OutOfStock);
  view_.screen = BeforeView{room_.guide->cards, 0, room_.guide->lead};
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
  auto payload = fillPayload(room_.passType->payload, {{"CODE", claim.code.reveal()}});
  view_.screen = CodeView{room_.passType->title,
                          room_.passType->value,
                          claim.code,
                          payload ? *payload : claim.code.reveal(),
                          room_.passType->site,
                          room_.guide->codeStep,
                          room_.guide->siteStep,
                          claim.again};
}

void App::onCode(const Intent& intent) {
  switch (intent.act) {
    case Act::Show:
      return claim();
    case Act::Hide:
      view_.screen = CodeHiddenView{room_.passType->title};
      return;
    case Act::Finish:
      student_.reset();
      view_.screen = DoneView{room_.guide->next};
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
