// The student's code: the own digits that guard it, and the screen that shows it.
#include <algorithm>
#include <utility>

#include "kiosk/app.h"
#include "kiosk/domain/payload.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

/// Whose claim it is: the instructor's word makes it the instructor's.
Role roleOf(const std::optional<Overrule>& overrule) {
  return overrule ? Role::Instructor : Role::Student;
}

}  // namespace

void App::handDevice(StudentId student, std::optional<Cause> swap,
                     std::optional<Overrule> overrule) {
  showAttract();
  if (!room_.heldClass || !room_.passType || !room_.guide || !beginVisit()) return;
  const bool listed = std::any_of(roster_.begin(), roster_.end(),
                                  [&](const Student& one) { return one.id == student; });
  const auto held = listed ? kept(ledger_->claims().find(student)) : std::nullopt;
  if (!held) return endVisit();
  student_ = student;
  if (!*held) {
    wordGiven_ = true;
    overrule_ = overrule;
    view_.screen = ConfirmView{shownStudent()};
    return;
  }
  served_ = true;
  handed_ = Handed{swap};
  view_.screen = HandedView{shownStudent(), swap.has_value()};
}

void App::on(const Intent& intent, const HandedView&) {
  if (intent.act == Act::No || intent.act == Act::Back) return showAttract();
  if (intent.act != Act::Yes) return;
  DigitsView digits;
  digits.student = shownStudent();
  view_.screen = std::move(digits);
}

void App::showHeld(const Claim& claim) {
  auto students = kept(ledger_->roster().students());
  if (!students) return;
  roster_ = std::move(*students);
  search_.lookIn(roster_);
  HaveCodeView view{shownStudent(), room_.passType->title, claim.madeAt, {}};
  for (const Student& student : roster_) {
    if (student.id == *student_) view.outcome = outcomeNamed(student.outcome);
  }
  view_.screen = std::move(view);
}

void App::on(const Intent& intent, const HaveCodeView&) {
  switch (intent.act) {
    case Act::Show:
      return askDigits();
    case Act::ItWorked:
      return itWorked();
    case Act::ItDidNot:
      return itDidNot();
    case Act::Back:
      return find("");
    default:
      return;
  }
}

/// A code without digits is given them by whoever sees it first.
void App::askDigits() {
  const auto held = kept(ledger_->claims().find(*student_));
  if (!held) return;
  if (!*held) return showAttract();
  DigitsView digits;
  digits.student = shownStudent();
  if ((*held)->hasDigits) {
    const auto left = kept(ledger_->claims().digitTriesLeft(*student_));
    if (!left) return;
    digits.purpose = DigitsView::Purpose::Ask;
    if (*left == 0) digits.triesLeft = 0;
  }
  view_.screen = std::move(digits);
}

void App::on(const Intent& intent, const DigitsView& view) {
  switch (intent.act) {
    case Act::Type:
    case Act::Erase:
      return typeDigits(intent, view);
    case Act::Take:
      if (view.typed.size() != kOwnDigits) return;
      return view.purpose == DigitsView::Purpose::Ask ? compareDigits(view) : take(view.typed);
    case Act::Back:
      return leaveDigits();
    default:
      return;
  }
}

void App::typeDigits(const Intent& intent, const DigitsView& view) {
  if (view.triesLeft == 0) return;
  DigitsView next = view;
  if (intent.act == Act::Erase && !next.typed.empty()) next.typed.pop_back();
  for (const char key : intent.act == Act::Type ? intent.text : std::string()) {
    if (key >= '0' && key <= '9' && next.typed.size() < kOwnDigits) next.typed += key;
  }
  view_.screen = std::move(next);
}

/// Back to where the digits were asked for; nothing was taken.
void App::leaveDigits() {
  if (handed_) {
    view_.screen = HandedView{shownStudent(), handed_->swap.has_value()};
    return;
  }
  const auto held = kept(ledger_->claims().find(*student_));
  if (!held) return;
  if (*held) return showHeld(**held);
  showCards(shownFor(room_.guide->cards, account()).size() - 1);
}

void App::compareDigits(const DigitsView& view) {
  const auto answer = kept(ledger_->claims().tryDigits(*student_, view.typed));
  if (!answer) return;
  if (!answer->right) {
    view_.screen = DigitsView{view.purpose, view.student, {}, answer->triesLeft};
  } else if (const auto claim = kept(ledger_->claims().make(*student_, Role::Student))) {
    showCode(*claim);
  }
}

void App::take(const std::string& digits) {
  const auto claim =
      kept(handed_ ? claimHanded(digits)
                   : ledger_->claims().make(*student_, roleOf(overrule_), digits, overrule_));
  if (claim) showCode(*claim);
}

/// The instructor stands for who the student is, so that forgotten digits make way for new ones.
platform::Result<Claim, Refusal> App::claimHanded(const std::string& digits) {
  Claims& claims = ledger_->claims();
  if (handed_->swap) return claims.replace(*student_, *handed_->swap, Role::Instructor, digits);
  const auto cleared = claims.clearDigits(*student_, Role::Instructor);
  if (!cleared) return cleared.error();
  return claims.make(*student_, Role::Instructor, digits);
}

void App::showCode(const Claim& claim) {
  handed_.reset();
  served_ = true;
  codeAtHand_ = true;
  trail_.clear();
  const PassType& type = *room_.passType;
  auto payload = fillPayload(type.payload, {{"CODE", claim.code.reveal()}});
  const std::string value = claim.value.empty() ? type.value : claim.value;
  characters_ += platform::toCodePoints(value);
  const Address* site = room_.guide->address(type.site);
  view_.screen = CodeView{type.title,
                          value,
                          claim.code,
                          payload ? *payload : claim.code.reveal(),
                          site != nullptr ? site->url : type.site,
                          room_.guide->codeStep,
                          room_.guide->siteStep,
                          claim.again,
                          reading(),
                          !stepsOf("").empty()};
}

void App::on(const Intent& intent, const CodeView& view) {
  if (intent.act == Act::Steps && view.steps) openStep("", stepAt_);
  if (intent.act == Act::Hide) {
    codeAtHand_ = false;
    view_.screen = CodeHiddenView{room_.passType->title, true};
  }
  if (intent.act == Act::Finish) finishCode();
}

/// The code may have hidden itself because its student left: whoever wants it back has the digits.
void App::on(const Intent& intent, const CodeHiddenView&) {
  if (intent.act == Act::Show) return askDigits();
  if (intent.act == Act::Topics) return showTopics();
  if (intent.act == Act::Finish) finishCode();
}

void App::on(const Intent& intent, const NoCodesView&) {
  if (intent.act == Act::Finish) showAttract();
}

void App::on(const Intent& intent, const ElsewhereView&) {
  if (intent.act == Act::Finish) showAttract();
}

/// Whether a code was taken elsewhere in the student's name, which the screen says then.
bool App::showElsewhere() {
  if (!student_) return false;
  const auto there = ledger_->claims().elsewhere(*student_);
  if (!there || !*there) return false;
  characters_ += platform::toCodePoints((*there)->room);
  view_ = {ElsewhereView{(*there)->room, (*there)->at}, std::nullopt};
  return true;
}

}  // namespace hallpass
