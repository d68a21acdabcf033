#include "kiosk/desk/journal_filter.h"

#include <chrono>
#include <memory>

#include "kiosk/desk/edit_page.h"
#include "kiosk/desk/event_list.h"
#include "kiosk/room/journal_entry.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;

enum class Sought : std::size_t { Student, Code, Event, Day };
enum class Day : std::size_t { Any, Today, Yesterday, Other };

constexpr std::size_t kShownOfCode = 4;  ///< More letters of a code are nobody's to try out.

std::string dateOf(platform::UtcTime time) {
  return platform::toLocalText(time).substr(0, std::string_view("2026-11-21").size());
}

platform::UtcTime yesterday(platform::UtcTime now) {
  const auto midnight = platform::parseLocalTime(dateOf(now)).value_or(now);
  return {midnight.ms - 1};
}

Day dayOf(const std::optional<platform::UtcTime>& day, platform::UtcTime now) {
  if (!day) return Day::Any;
  if (dateOf(*day) == dateOf(now)) return Day::Today;
  return dateOf(*day) == dateOf(yesterday(now)) ? Day::Yesterday : Day::Other;
}

FormField dayField(const std::optional<platform::UtcTime>& day, platform::UtcTime now) {
  FormField field;
  field.id = "day";
  field.label = tr("Day");
  const Day chosen = dayOf(day, now);
  // TRANSLATORS: any day
  field.choices = {tr("Any"), tr("Today"), tr("Yesterday"),
                   chosen == Day::Other ? dateOf(*day) : tr("Another day")};
  field.chosen = static_cast<std::size_t>(chosen);
  return field;
}

FormField textField(std::string id, std::string label, std::string value) {
  FormField field;
  field.id = std::move(id);
  field.label = std::move(label);
  field.value = std::move(value);
  // TRANSLATORS: any student, code or event
  field.whenEmpty = tr("any");
  return field;
}

}  // namespace

bool JournalFilter::any() const { return !words().empty(); }

std::string JournalFilter::words() const {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (chooses.student) add(student);
  if (!chooses.codeEnding.empty())
    add(filled(tr("code ends in {letters}"), {{"letters", chooses.codeEnding}}));
  if (!chooses.event.empty()) add(eventTitle(chooses.event));
  if (chooses.day) add(dateOf(*chooses.day));
  return text;
}

JournalFilterPage::JournalFilterPage(DeskTools tools, JournalFilter& filter)
    : DeskPage(tools), filter_(filter) {}

ScreenView JournalFilterPage::view() const {
  const Journal::Filter& chooses = filter_.chooses;
  DeskView view;
  view.screen = "journal-filter";
  view.title = tr("What to show");
  view.lead = tr("Touch a line to choose. Nothing chosen shows everything.");
  view.form = FormView{
      {textField("student", tr("Student"), chooses.student ? filter_.student : ""),
       textField("code", tr("Code ends in"), chooses.codeEnding),
       textField("event", tr("Event"), chooses.event.empty() ? "" : eventTitle(chooses.event)),
       dayField(chooses.day, tools_.clock.now())}};
  view.other = DeskButton{"clear", tr("Show everything")};
  view.main = DeskButton{"show", tr("Show these")};
  return view;
}

Step JournalFilterPage::handle(const Intent& intent) {
  if (intent.act == Act::Back || intent.act == Act::Main) return GoBack{};
  if (intent.act == Act::Other) {
    filter_ = {};
    return GoBack{};
  }
  const auto field = static_cast<Sought>(intent.index);
  if (intent.act == Act::Choose && field == Sought::Day) {
    if (static_cast<Day>(intent.option) == Day::Other) return askDay();
    chooseDay(intent.option);
  }
  if (intent.act != Act::Focus) return StayHere{};
  if (field == Sought::Student) return askStudent();
  if (field == Sought::Code) return askCode();
  if (field != Sought::Event) return StayHere{};
  return OpenPage{std::make_unique<EventListPage>(tools_, filter_.chooses.event)};
}

void JournalFilterPage::chooseDay(std::size_t option) {
  const auto now = tools_.clock.now();
  filter_.chooses.day.reset();
  if (static_cast<Day>(option) == Day::Today) filter_.chooses.day = now;
  if (static_cast<Day>(option) == Day::Yesterday) filter_.chooses.day = yesterday(now);
}

Step JournalFilterPage::askStudent() {
  EditAsk ask;
  ask.title = tr("Whose entries?");
  ask.hint = tr("Name, student number or e-mail. Leave it empty for all.");
  ask.typed = filter_.chooses.student ? filter_.student : "";
  ask.take = [this](const std::string& typed) { return takeStudent(typed); };
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

/// A key that names one student, or letters of a name that only one has.
std::string JournalFilterPage::takeStudent(const std::string& typed) {
  filter_.chooses.student.reset();
  if (typed.empty()) return {};
  const auto students = tools_.ledger.roster().students();
  if (!students) return std::string(deskSentence(students.error()));
  std::vector<StudentId> found = search(*students, typed);
  if (const auto key = findByKey(*students, typed)) found = {*key};
  if (found.empty()) return tr("Nobody of this class is called so. Type another part of the name.");
  if (found.size() > 1) return tr("Several students are called so. Type more, or the number.");
  for (const Student& student : *students) {
    if (student.id == found.front()) filter_.student = student.entry.name;
  }
  filter_.chooses.student = found.front().value;
  return {};
}

Step JournalFilterPage::askCode() {
  EditAsk ask;
  ask.title = tr("How does the code end?");
  ask.hint = tr("Its last four characters, as lists show them.");
  ask.typed = filter_.chooses.codeEnding;
  ask.longest = kShownOfCode;
  ask.keyboard = Keyboard::Code;
  ask.take = [this](const std::string& typed) {
    filter_.chooses.codeEnding = typed;
    return std::string();
  };
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

Step JournalFilterPage::askDay() {
  EditAsk ask;
  ask.title = tr("Which day?");
  ask.hint = tr("As 2026-11-21");
  ask.keyboard = Keyboard::Numbers;
  ask.take = [this](const std::string& typed) -> std::string {
    const auto day = platform::parseLocalTime(typed);
    if (!day) return tr("Type a date as 2026-11-21.");
    filter_.chooses.day = *day;
    return {};
  };
  return OpenPage{std::make_unique<EditPage>(tools_, std::move(ask))};
}

}  // namespace hallpass
