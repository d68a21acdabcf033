#include "kiosk/desk/students_page.h"

#include <algorithm>
#include <memory>
#include <numeric>

#include "kiosk/desk/add_student_page.h"
#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/roster_page.h"
#include "kiosk/desk/student_page.h"
#include "kiosk/ui/day_text.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;

constexpr std::size_t kSearchField = 0;
constexpr std::size_t kShowField = 1;

// The table's columns: name, code, taken, said.
constexpr std::size_t kNameColumn = 0;
constexpr std::size_t kTakenColumn = 2;
constexpr std::size_t kSaidColumn = 3;

Sign signOf(StudentState state) {
  switch (state) {
    case StudentState::Stuck:
      return Sign::Bad;
    case StudentState::Silent:
      return Sign::Waiting;
    case StudentState::Worked:
      return Sign::Good;
    case StudentState::Without:
      break;
  }
  return Sign::None;
}

std::string saidText(const ListedStudent& listed) {
  if (listed.state == StudentState::Without) return "";
  if (listed.state == StudentState::Silent) return std::string(title(listed.state));
  return outcomeTitle(listed.student.outcome);
}

TableRow rowOf(const ListedStudent& listed) {
  return {{listed.name, listed.code.empty() ? tr("none yet") : listed.code,
           listed.takenAt ? dayText(*listed.takenAt) : "", saidText(listed)},
          signOf(listed.state),
          true};
}

std::size_t columnOf(StudentColumn column) {
  if (column == StudentColumn::Name) return kNameColumn;
  return column == StudentColumn::Taken ? kTakenColumn : kSaidColumn;
}

std::string withoutLast(const std::string& typed) {
  std::u32string points = platform::toCodePoints(typed);
  if (!points.empty()) points.pop_back();
  return platform::toUtf8(points);
}

}  // namespace

StudentsPage::StudentsPage(DeskTools tools, std::optional<StudentState> only) : DeskPage(tools) {
  query_.only = only;
  read();
}

void StudentsPage::read() {
  trouble_.reset();
  const auto current = tools_.ledger.classes().current();
  const auto students = tools_.ledger.roster().students();
  const auto records = tools_.ledger.claims().records();
  if (!current) trouble_ = current.error();
  if (!students) trouble_ = students.error();
  if (!records) trouble_ = records.error();
  if (trouble_) return;
  canAdd_ = *current && (*current)->state != ClassState::Closed;
  list_ = StudentList(*students, *records);
  const auto places = tools_.ledger.roster().places();
  namesErased_ = list_.empty() && places && !places->empty();
  arrange();
}

std::string StudentsPage::emptyLead() const {
  if (namesErased_) {
    return tr(
        "The names of this class were erased, as they are some weeks after a class. Who took "
        "a code is still counted.");
  }
  return canAdd_ ? tr("The class has no students yet. Add them from a stick, or one by one.")
                 : tr("No class is open. Open one first: it brings its students.");
}

void StudentsPage::arrange() { found_ = list_.find(query_); }

ScreenView StudentsPage::view() const {
  DeskView view;
  view.screen = "students";
  view.back = false;
  view.title = tr("Students");
  if (trouble_) {
    view.lead = deskSentence(*trouble_);
    view.leadSign = Sign::Bad;
  } else if (list_.empty()) {
    view.lead = emptyLead();
  } else {
    view.form = form();
    view.table = table();
  }
  if (canAdd_) {
    view.other = DeskButton{"roster", tr("Students from a stick")};
    view.main = DeskButton{"add-student", tr("Add a student")};
  } else if (list_.empty()) {
    view.main = DeskButton{"to-class", tr("To the class")};
  }
  if (view.table && !query_.typed.empty()) {
    view.other = DeskButton{"clear-search", tr("Clear the search")};
  }
  return view;
}

FormView StudentsPage::form() const {
  const auto counts = list_.count(query_);
  const auto all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  // TRANSLATORS: which of the students are shown; the choices follow
  FormField show{
      "show", tr("Show"), "", "", {filled(tr("All {number}"), {{"number", std::to_string(all)}})},
      0,      ""};
  for (const StudentState state : kStudentStates) {
    const std::string number = std::to_string(counts.at(static_cast<std::size_t>(state)));
    if (query_.only == state) show.chosen = show.choices.size();
    show.choices.push_back(std::string(title(state)) + " " + number);
  }
  return {{{"search", tr("Search"), query_.typed, tr("touch, or type a name"), {}, 0, ""},
           std::move(show)}};
}

TableView StudentsPage::table() const {
  TableView table;
  // TRANSLATORS: column titles: a student, the code, when it was taken, what was said of it
  table.columns = {{tr("Name"), 3, true, false},
                   {tr("Code"), 1.3F, false, false},
                   {tr("Taken"), 1.7F, true, false},
                   {tr("Said"), 1.7F, true, false}};
  table.sortedBy = columnOf(query_.column);
  table.direction = query_.direction;
  paging_.put(table, found_.size());
  table.whenEmpty = query_.typed.empty()
                        ? tr("Nobody: choose All to see everybody.")
                        : tr("Nobody is found. Touch Search and change what is typed.");
  for (std::size_t row = 0; row < table.page.count; ++row) {
    table.rows.push_back(rowOf(*found_[table.page.first + row]));
  }
  return table;
}

Step StudentsPage::handle(const Intent& intent) {
  switch (intent.act) {
    case Act::Back:
      return GoBack{};
    case Act::Type:
      search(query_.typed + intent.text);
      return StayHere{};
    case Act::Erase:
      search(withoutLast(query_.typed));
      return StayHere{};
    case Act::Submit:
      return found_.size() == 1 && !query_.typed.empty() ? open(0) : Step(StayHere{});
    case Act::Focus:
      return intent.index == kSearchField ? editSearch() : Step(StayHere{});
    case Act::Choose:
      if (intent.index == kShowField) choose(intent.option);
      return StayHere{};
    case Act::Sort:
      sortBy(intent.index);
      return StayHere{};
    case Act::Open:
      if (const auto at = paging_.opened(intent, found_.size())) return open(*at);
      return StayHere{};
    case Act::Other:
      if (!list_.empty() && !query_.typed.empty()) {
        search("");
        return StayHere{};
      }
      return canAdd_ ? Step(OpenPage{rosterFilesPage(tools_)}) : Step(StayHere{});
    case Act::Main:
      if (canAdd_) return OpenPage{std::make_unique<AddStudentPage>(tools_)};
      return list_.empty() ? Step(GoToPlace{DeskPlace::Class}) : Step(StayHere{});
    default:
      paging_.handle(intent, found_.size());
      return StayHere{};
  }
}

void StudentsPage::search(const std::string& typed) {
  if (platform::toCodePoints(typed).size() > kLongestName) return;
  query_.typed = platform::trim(typed).empty() ? "" : typed;
  paging_.toFirst();
  arrange();
}

void StudentsPage::choose(std::size_t option) {
  query_.only.reset();
  if (option > 0 && option <= kStudentStates.size()) query_.only = kStudentStates.at(option - 1);
  paging_.toFirst();
  arrange();
}

void StudentsPage::sortBy(std::size_t column) {
  StudentColumn wanted = StudentColumn::Name;
  if (column == kTakenColumn) {
    wanted = StudentColumn::Taken;
  } else if (column == kSaidColumn) {
    wanted = StudentColumn::State;
  } else if (column != kNameColumn) {
    return;
  }
  const bool again = query_.column == wanted && query_.direction == Direction::Ascending;
  query_.direction = again ? Direction::Descending : Direction::Ascending;
  query_.column = wanted;
  paging_.toFirst();
  arrange();
}

Step StudentsPage::editSearch() {
  EditAsk ask;
  ask.title = tr("Search for a student");
  ask.hint = tr("Parts of the name, or the start of the number or e-mail. Empty: everybody.");
  ask.typed = query_.typed;
  ask.take = [this](const std::string& typed) {
    search(typed);
    return std::string();
  };
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

Step StudentsPage::open(std::size_t at) const {
  return OpenPage{std::make_unique<StudentPage>(tools_, found_[at]->student.id)};
}

std::unique_ptr<DeskPage> studentsPage(const DeskTools& tools) {
  return std::make_unique<StudentsPage>(tools);
}

std::unique_ptr<DeskPage> stuckStudentsPage(const DeskTools& tools) {
  return std::make_unique<StudentsPage>(tools, StudentState::Stuck);
}

}  // namespace hallpass
