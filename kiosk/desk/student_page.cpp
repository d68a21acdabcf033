#include "kiosk/desk/student_page.h"

#include <algorithm>
#include <memory>

#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/overrule_page.h"
#include "kiosk/desk/student_list.h"
#include "kiosk/desk/swap_page.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trn;

FormField outcomeField(const std::string& said) {
  FormField field{"outcome", tr("What happened"), "", "", {}, kOutcomes.size(), ""};
  for (std::size_t at = 0; at < kOutcomes.size(); ++at) {
    field.choices.emplace_back(title(kOutcomes.at(at)));
    if (name(kOutcomes.at(at)) == said) field.chosen = at;
  }
  return field;
}

/// " E-mail aino@example.org, number S70100."
std::string contactText(const RosterEntry& entry) {
  if (entry.email.empty() && entry.number.empty()) return "";
  const char* text = tr("E-mail {email}, number {number}.");
  if (entry.email.empty()) text = tr("Number {number}.");
  if (entry.number.empty()) text = tr("E-mail {email}.");
  return " " + filled(text, {{"email", entry.email}, {"number", entry.number}});
}

}  // namespace

StudentPage::StudentPage(DeskTools tools, StudentId student) : DeskPage(tools), id_(student) {
  read();
}

void StudentPage::read() {
  trouble_.reset();
  const auto students = tools_.ledger.roster().students();
  const auto records = tools_.ledger.claims().records();
  const auto elsewhere = tools_.ledger.claims().elsewhere(id_);
  if (!students || !records || !elsewhere) {
    trouble_ = !students ? students.error() : records ? elsewhere.error() : records.error();
    return;
  }
  elsewhere_ = *elsewhere;
  const auto found = std::find_if(students->begin(), students->end(),
                                  [this](const Student& student) { return student.id == id_; });
  student_ = found == students->end() ? std::nullopt : std::optional(*found);
  records_.clear();
  std::copy_if(records->rbegin(), records->rend(), std::back_inserter(records_),
               [this](const ClaimRecord& record) { return record.student == id_; });
}

const ClaimRecord* StudentPage::live() const {
  const auto found = std::find_if(records_.begin(), records_.end(),
                                  [](const ClaimRecord& record) { return record.live; });
  return found == records_.end() ? nullptr : &*found;
}

ScreenView StudentPage::view() const {
  DeskView view;
  view.screen = "student";
  view.title = student_ ? wholeName(student_->entry.name) : tr("Not in this class");
  view.lead = lead();
  if (elsewhere_) view.leadSign = Sign::Attention;
  if (trouble_) view.leadSign = Sign::Bad;
  if (trouble_ || !student_) return view;
  view.buttons = buttons();
  if (live() != nullptr) view.form = FormView{{outcomeField(live()->outcome)}};
  if (!records_.empty()) view.table = table();
  if (live() == nullptr) view.main = DeskButton{"hand-over", tr("Hand the device over")};
  return view;
}

std::string StudentPage::lead() const {
  if (trouble_) return std::string(deskSentence(*trouble_));
  if (!student_) return tr("Another class was opened meanwhile. Go back to see its students.");
  if (live() == nullptr && elsewhere_) return elsewhereText(*elsewhere_);
  if (live() == nullptr) {
    return tr("No code yet. Hand the device over, and the student takes one on this screen.") +
           contactText(student_->entry);
  }
  const std::string said = outcomeTitle(live()->outcome);
  const std::string also = elsewhere_ ? elsewhereText(*elsewhere_) + " " : "";
  const char* text = said.empty() ? tr("Has the code {code}; said nothing yet.")
                                  : tr("Has the code {code}; said: {outcome}.");
  return also + filled(text, {{"code", live()->code.masked()}, {"outcome", said}}) +
         contactText(student_->entry);
}

std::vector<DeskButton> StudentPage::buttons() const {
  std::vector<DeskButton> buttons;
  if (live() != nullptr) {
    buttons.push_back({"swap", tr("Swap the code")});
    buttons.push_back({"again", tr("Let them see it again")});
  }
  buttons.push_back({"rename", tr("Correct the name")});
  return buttons;
}

TableView StudentPage::table() const {
  TableView table;
  // TRANSLATORS: a code, when it was taken, how often it was seen, what the student said of it, and
  // how it stands now
  table.columns = {{tr("Code"), 1, false, false},
                   {tr("Taken"), 1.3F, false, false},
                   {tr("Seen"), 0.8F, false, false, true},
                   {tr("Said"), 1.3F, false, false},
                   {tr("Now"), 2, false, false}};
  paging_.put(table, records_.size());
  for (std::size_t row = 0; row < table.page.count; ++row) {
    const ClaimRecord& record = records_[table.page.first + row];
    const auto next = std::find_if(records_.begin(), records_.end(),
                                   [&](const auto& other) { return other.replaces == record.id; });
    // TRANSLATORS: what became of a code
    std::string now = record.live ? tr("in use") : tr("ended");
    if (next != records_.end()) {
      const auto cause = causeNamed(next->cause);
      now = filled(tr("swapped: {cause}"),
                   {{"cause", cause ? std::string(title(*cause)) : next->cause}});
    }
    table.rows.push_back(
        {{record.code.masked(), dayText(record.madeAt),
          trn("{n} time", "{n} times", record.timesShown), outcomeTitle(record.outcome), now},
         Sign::None,
         false});
  }
  return table;
}

Step StudentPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (trouble_ || !student_) return StayHere{};
  switch (intent.act) {
    case Act::Press: {
      const auto shown = buttons();
      return intent.index < shown.size() ? press(shown[intent.index].id) : Step(StayHere{});
    }
    case Act::Choose:
      return intent.index == 0 ? setOutcome(intent.option) : Step(StayHere{});
    case Act::Main:
      return live() == nullptr ? handOver() : Step(StayHere{});
    default:
      paging_.handle(intent, records_.size());
      return StayHere{};
  }
}

Step StudentPage::press(const std::string& button) {
  if (button == "swap") return OpenPage{std::make_unique<SwapPage>(tools_, id_)};
  if (button == "again") return askToShowAgain();
  return editName();
}

Step StudentPage::setOutcome(std::size_t option) {
  if (live() == nullptr || option >= kOutcomes.size()) return StayHere{};
  const auto reported = tools_.ledger.claims().report(id_, kOutcomes.at(option), tools_.role);
  if (!reported) return OpenPage{refusalPage(tools_, reported.error())};
  read();
  return StayHere{};
}

/// For a first code. Why there is none is said here, where it can be mended.
Step StudentPage::handOver() {
  const auto current = tools_.ledger.classes().current();
  if (!current || !*current) {
    return OpenPage{refusalPage(tools_, current ? Refusal::NoClass : current.error())};
  }
  const auto refusal = (*current)->refusesAt(tools_.clock.now());
  if (refusal) return OpenPage{refusalPage(tools_, *refusal)};
  const auto stock = tools_.ledger.stock().count((*current)->facts.passType);
  if (!stock) return OpenPage{refusalPage(tools_, stock.error())};
  if (stock->inStock == 0) return OpenPage{refusalPage(tools_, Refusal::OutOfStock)};
  read();
  if (!student_) return StayHere{};
  if (elsewhere_) return OpenPage{std::make_unique<OverrulePage>(tools_, id_, *elsewhere_)};
  return HandOver{id_, std::nullopt};
}

Step StudentPage::askToShowAgain() const {
  NoticeView notice;
  notice.screen = "show-again";
  notice.headline = filled(tr("Give the device to {name}"),
                           {{"name", firstNameAndInitial(student_->entry.name)}});
  notice.detail =
      tr("The desk locks. The student chooses four new digits and sees the same code again.");
  notice.other = DeskButton{"not-now", tr("Not now")};
  notice.main = DeskButton{"hand-over", tr("Hand the device over")};
  return OpenPage{
      std::make_unique<NoticePage>(tools_, std::move(notice), [student = id_]() -> Step {
        return HandOver{student, std::nullopt};
      })};
}

Step StudentPage::editName() {
  EditAsk ask;
  ask.title = tr("Correct the name");
  ask.hint = tr("The name as the student types it.");
  ask.typed = wholeName(student_->entry.name);
  ask.keyboard = Keyboard::Name;
  ask.longest = kLongestName;
  ask.take = [this](const std::string& typed) -> std::string {
    const auto renamed = tools_.ledger.roster().rename(id_, typed, tools_.role);
    return renamed ? "" : std::string(deskSentence(renamed.error()));
  };
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

}  // namespace hallpass
