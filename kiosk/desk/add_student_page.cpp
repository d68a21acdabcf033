#include "kiosk/desk/add_student_page.h"

#include <algorithm>
#include <memory>

#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/student_page.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::noted;
using platform::tr;

constexpr std::size_t kName = 0;
constexpr std::size_t kEmail = 1;
constexpr std::size_t kNumber = 2;

/// Whether `text` could be an e-mail: something on both sides of one "@", no white space.
bool isEmail(const std::string& text) {
  const std::size_t at = text.find('@');
  return at != text.npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == text.npos &&
         platform::words(text).size() == 1;
}

bool isSame(const std::string& a, const std::string& b) {
  return !a.empty() &&
         platform::foldForSearch(platform::trim(a)) == platform::foldForSearch(platform::trim(b));
}

}  // namespace

AddStudentPage::AddStudentPage(DeskTools tools) : DeskPage(tools) {
  const auto current = tools_.ledger.classes().current();
  if (current && *current) class_ = (*current)->id;
}

ScreenView AddStudentPage::view() const {
  DeskView view;
  view.screen = "add-student";
  view.title = tr("Add a student");
  view.lead = refusal_.empty()
                  ? tr("A name is enough. Two people of one name need a number or an e-mail.")
                  : refusal_;
  if (!refusal_.empty()) view.leadSign = Sign::Attention;
  view.form = FormView{
      {{"name", tr("Name"), entry_.name, tr("touch to type"), {}, 0, mistakes_.at(kName)},
       {"email", tr("E-mail"), entry_.email, tr("none"), {}, 0, mistakes_.at(kEmail)},
       {"number", tr("Student number"), entry_.number, tr("none"), {}, 0, mistakes_.at(kNumber)}}};
  view.main = DeskButton{"add", tr("Add")};
  return view;
}

Step AddStudentPage::handle(const Intent& intent) {
  if (intent.act == Act::Back) return GoBack{};
  if (intent.act == Act::Focus && intent.index < mistakes_.size()) return edit(intent.index);
  if (intent.act == Act::Main) return add();
  return StayHere{};
}

Step AddStudentPage::edit(std::size_t field) {
  static constexpr std::array kTitles{noted("The student's name"), noted("The student's e-mail"),
                                      noted("The student's number")};
  static constexpr std::array kHints{
      noted("First and last name, as the student types it."),
      noted("As name@example.org. Empty: none."),
      noted("As it stands on the badge, which can be scanned. Empty: none.")};
  static constexpr std::array kKeyboards{Keyboard::Name, Keyboard::Email, Keyboard::Code};
  const std::array<std::string*, 3> texts{&entry_.name, &entry_.email, &entry_.number};
  EditAsk ask;
  ask.title = tr(kTitles.at(field));
  ask.hint = tr(kHints.at(field));
  ask.typed = *texts.at(field);
  ask.keyboard = kKeyboards.at(field);
  ask.longest = kLongestName;
  ask.take = [this, field, text = texts.at(field)](const std::string& typed) -> std::string {
    if (field == kName && typed.empty()) return tr("Type the name.");
    if (field == kEmail && !typed.empty() && !isEmail(typed)) {
      return tr("That is no e-mail address. Type it as name@example.org, or leave it empty.");
    }
    *text = typed;
    mistakes_ = {};
    refusal_.clear();
    return "";
  };
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

Step AddStudentPage::add() {
  mistakes_ = {};
  refusal_.clear();
  if (entry_.name.empty()) {
    mistakes_.at(kName) = tr("Type the name first.");
    return StayHere{};
  }
  const auto current = tools_.ledger.classes().current();
  if (current && *current && (*current)->id != class_) {
    class_ = (*current)->id;
    refusal_ = filled(
        tr("Another class is open now: {class}. Touch Add once more to add the student to it."),
        {{"class", (*current)->facts.title}});
    return StayHere{};
  }
  const auto added = tools_.ledger.roster().addStudent(entry_, tools_.role);
  if (added) return ReplacePage{std::make_unique<StudentPage>(tools_, *added)};
  refused(added.error());
  return StayHere{};
}

void AddStudentPage::refused(Refusal refusal) {
  if (refusal == Refusal::BadName) {
    mistakes_.at(kName) = deskSentence(refusal);
  } else if (refusal == Refusal::NameTaken) {
    blameTaken();
  } else {
    refusal_ = deskSentence(refusal);
  }
}

/// Says which of the three somebody else has.
void AddStudentPage::blameTaken() {
  const auto students = tools_.ledger.roster().students();
  const auto holder = [&](auto text) -> const Student* {
    if (!students) return nullptr;
    const auto found = std::find_if(students->begin(), students->end(), [&](const Student& one) {
      return isSame(one.entry.*text, entry_.*text);
    });
    return found == students->end() ? nullptr : &*found;
  };
  if (const Student* other = holder(&RosterEntry::number)) {
    mistakes_.at(kNumber) =
        filled(tr("That is the number of {name}."), {{"name", wholeName(other->entry.name)}});
  } else if (const Student* sharing = holder(&RosterEntry::email)) {
    mistakes_.at(kEmail) =
        filled(tr("That is the e-mail of {name}."), {{"name", wholeName(sharing->entry.name)}});
  } else {
    mistakes_.at(kName) =
        tr("Somebody of that name is in the class. Add a number or an e-mail for this one.");
  }
}

}  // namespace hallpass
