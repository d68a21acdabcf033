#include "kiosk/desk/swap_page.h"

#include <algorithm>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trn;

/// What the student's word on a code says about why it is swapped.
std::optional<Cause> causeOf(const Student& student) {
  const auto outcome = outcomeNamed(student.outcome);
  if (outcome == Outcome::AlreadyUsed) return Cause::Used;
  if (outcome == Outcome::BlankPage) return Cause::BlankActivation;
  if (outcome == Outcome::WrongAccount) return Cause::WrongAccount;
  return std::nullopt;
}

}  // namespace

SwapPage::SwapPage(DeskTools tools, StudentId student) : DeskPage(tools), id_(student) { read(); }

/// Reads whether and what can be swapped. A code that is another one than before is told, for it
/// may be a good one.
void SwapPage::read() {
  const bool first = name_.empty();
  const auto before = claim_;
  claim_.reset();
  refusal_.reset();
  const auto current = tools_.ledger.classes().current();
  const auto students = tools_.ledger.roster().students();
  const auto held = tools_.ledger.claims().find(id_);
  if (!current) refusal_ = current.error();
  if (!students) refusal_ = students.error();
  if (!held) refusal_ = held.error();
  if (refusal_) {
    claim_ = before;
    return;
  }
  const auto student = std::find_if(students->begin(), students->end(),
                                    [this](const Student& one) { return one.id == id_; });
  if (!*current || student == students->end()) {
    refusal_ = Refusal::UnknownStudent;
    return;
  }
  name_ = firstNameAndInitial(student->entry.name);
  if (first) cause_ = causeOf(*student);
  claim_ = *held;
  if (before && claim_ && before->id != claim_->id) changed_ = true;
  const auto stock = tools_.ledger.stock().count((*current)->facts.passType);
  if (stock) inStock_ = stock->inStock;
  refusal_ = (*current)->refusesAt(tools_.clock.now());
  if (!refusal_ && !claim_) refusal_ = Refusal::NoClaim;
  if (!refusal_ && !stock) refusal_ = stock.error();
  if (!refusal_ && inStock_ == 0) refusal_ = Refusal::OutOfStock;
}

ScreenView SwapPage::view() const {
  DeskView view;
  view.screen = "swap";
  view.title = name_.empty() ? tr("Swap the code")
                             : filled(tr("Swap the code of {name}"), {{"name", name_}});
  view.lead = lead();
  if (refusal_ || changed_) view.leadSign = Sign::Attention;
  if (refusal_) {
    if (mendedAt() == DeskPlace::Class) view.main = DeskButton{"to-class", tr("To the class")};
    if (mendedAt() == DeskPlace::Restock) view.main = DeskButton{"to-restock", tr("Restock")};
    return view;
  }
  FormField cause{"cause", tr("What is wrong with it"), "", "", {}, kCauses.size(), ""};
  for (std::size_t at = 0; at < kCauses.size(); ++at) {
    cause.choices.emplace_back(title(kCauses.at(at)));
    if (cause_ == kCauses.at(at)) cause.chosen = at;
  }
  if (tried_ && !cause_) cause.mistake = tr("Choose what is wrong with the old code.");
  view.form = FormView{{std::move(cause)}};
  view.other = DeskButton{"keep", tr("Keep the code")};
  view.main = DeskButton{"hand-over", tr("Hand the device over")};
  return view;
}

std::string SwapPage::lead() const {
  if (refusal_) return std::string(deskSentence(*refusal_));
  std::string text;
  if (changed_) text = std::string(tr("The code was swapped meanwhile; this one is new.")) + " ";
  text += filled(tr("The old code ({code}) goes to quarantine and is never handed out again. "
                    "{name} gets another one on this screen, after you hand over the device."),
                 {{"code", claim_->code.masked()}, {"name", name_}});
  return text + " " + trn("{n} code is left.", "{n} codes are left.", inStock_);
}

/// Where the instructor mends what stands in the way; nullopt: nowhere, or by waiting.
std::optional<DeskPlace> SwapPage::mendedAt() const {
  switch (*refusal_) {
    case Refusal::OutOfStock:
      return DeskPlace::Restock;
    case Refusal::ClassPaused:
    case Refusal::ClassClosed:
    case Refusal::ClassNotYetOpen:
    case Refusal::ClassOver:
      return DeskPlace::Class;
    default:
      return std::nullopt;
  }
}

Step SwapPage::handle(const Intent& intent) {
  switch (intent.act) {
    case Act::Back:
      return GoBack{};
    case Act::Other:
      return refusal_ ? Step(StayHere{}) : Step(GoBack{});
    case Act::Choose:
      if (!refusal_ && intent.index == 0 && intent.option < kCauses.size()) {
        cause_ = kCauses.at(intent.option);
      }
      return StayHere{};
    case Act::Main:
      if (!refusal_) return handOver();
      return mendedAt() ? Step(GoToPlace{*mendedAt()}) : Step(StayHere{});
    default:
      return StayHere{};
  }
}

/// The student who comes to the device finds it as the instructor last saw it, or not at all.
Step SwapPage::handOver() {
  tried_ = true;
  const auto asked = claim_;
  read();
  const bool same = asked && claim_ && asked->id == claim_->id;
  if (refusal_ || !same || !cause_) return StayHere{};
  return HandOver{id_, *cause_};
}

}  // namespace hallpass
