#include "kiosk/desk/roster_page.h"

#include <algorithm>

#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/stick_page.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/exchange/limits.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trc;
using platform::trn;

/// The students of `file`, or the sentence why there are none.
platform::Result<RosterList, std::string> readList(const platform::MediaFile& file) {
  const auto bytes = platform::readFile(file.path, kMostFileBytes);
  if (!bytes) return readingSentence(bytes.error(), file);
  const auto table = readTable(*bytes);
  if (!table) return table.error().sentence;
  auto list = readRoster(*table);
  if (!list) return list.error().sentence;
  return *std::move(list);
}

std::unique_ptr<DeskPage> problemPage(const DeskTools& tools, const std::string& sentence) {
  NoticeView notice;
  notice.screen = "roster-problem";
  notice.sign = Sign::Attention;
  notice.headline = tr("That list was not read");
  notice.detail = sentence;
  notice.main = DeskButton{"another", tr("Choose another file")};
  return std::make_unique<NoticePage>(tools, std::move(notice));
}

Step readOnWorker(const DeskTools& tools, const platform::MediaFile& file) {
  LongWork work;
  work.title = filled(tr("Reading {file}"), {{"file", nameOf(file)}});
  work.run = [tools, file](platform::Worker::Job& job) -> LongWork::Leads {
    const auto list = readList(file);
    if (job.cancelled()) return {};
    return [tools, name = nameOf(file), list]() -> Step {
      if (!list) return ReplacePage{problemPage(tools, list.error())};
      return ReplacePage{std::make_unique<RosterPage>(tools, name, *list)};
    };
  };
  return openWork(tools, std::move(work));
}

bool isSame(const Student& a, const Student& b) {
  return a.id == b.id && a.entry.name == b.entry.name && a.entry.email == b.entry.email &&
         a.entry.number == b.entry.number;
}

}  // namespace

std::unique_ptr<DeskPage> rosterFilesPage(const DeskTools& tools) {
  StickAsk ask;
  ask.screen = "roster-files";
  ask.title = tr("Choose the list of students");
  ask.endings = listEndings();
  ask.pick = [tools](const platform::MediaFile& file) { return readOnWorker(tools, file); };
  return std::make_unique<StickPage>(tools, std::move(ask));
}

RosterPage::RosterPage(DeskTools tools, std::string fileName, RosterList list)
    : DeskPage(tools), fileName_(std::move(fileName)), list_(std::move(list)) {
  tryOut();
}

/// A list is tried out again only where the class is another one by now: trying out a long list may
/// itself look like a change of the ledger.
void RosterPage::refresh() {
  const auto current = tools_.ledger.classes().current();
  const auto students = tools_.ledger.roster().students();
  if (!current || !students || !isCurrent(*students, *current)) tryOut();
}

bool RosterPage::isCurrent(const std::vector<Student>& students,
                           const std::optional<Class>& current) const {
  if (current.has_value() != class_.has_value()) return false;
  if (current && (current->id != class_->id || current->state != class_->state)) return false;
  return std::equal(students.begin(), students.end(), students_.begin(), students_.end(), isSame);
}

void RosterPage::tryOut() {
  refusal_.reset();
  report_ = {};
  const auto current = tools_.ledger.classes().current();
  const auto students = tools_.ledger.roster().students();
  const auto tried = tools_.ledger.roster().add(list_.entries, Mode::DryRun, tools_.role);
  if (current) class_ = *current;
  if (students) students_ = *students;
  if (tried) report_ = *tried;
  if (!current) refusal_ = current.error();
  if (!students) refusal_ = students.error();
  if (!tried) refusal_ = tried.error();
}

ScreenView RosterPage::view() const {
  DeskView view;
  view.screen = "roster";
  view.title = filled(tr("List: {file}"), {{"file", fileName_}});
  view.lead = lead();
  view.other = DeskButton{"another", tr("Another file")};
  if (refusal_) {
    view.leadSign = Sign::Attention;
    view.main = DeskButton{"to-class", tr("To the class")};
    return view;
  }
  view.facts = facts();
  if (!list_.notes.empty()) view.table = notes();
  view.main = hasNews() ? DeskButton{"take", tr("Take this list")}
                        : DeskButton{"to-students", tr("See the students")};
  return view;
}

std::string RosterPage::lead() const {
  if (refusal_) return std::string(deskSentence(*refusal_));
  if (!hasNews())
    return tr("Everybody on this list is in the class already, as the list has them.");
  return filled(tr("For {class}. Nothing is stored before you take the list."),
                {{"class", class_->facts.title}});
}

std::vector<Fact> RosterPage::facts() const {
  const auto listed = static_cast<std::int64_t>(list_.entries.size());
  const std::int64_t known = std::max<std::int64_t>(0, listed - report_.added - report_.updated);
  const std::int64_t rejected = list_.rejected;
  // TRANSLATORS: the number stands above the word, here and in what follows
  return {{std::to_string(report_.added), trc("students", "new"), Sign::None},
          {std::to_string(report_.updated), trc("students", "changed"), Sign::None},
          {std::to_string(known), trc("students", "known already"), Sign::None},
          {std::to_string(rejected), trn("line left out", "lines left out", rejected),
           rejected > 0 ? Sign::Attention : Sign::None}};
}

TableView RosterPage::notes() const {
  TableView table;
  table.columns = {{tr("Line"), 1, false, true}, {tr("What to look at"), 8, false, false}};
  paging_.put(table, list_.notes.size());
  for (std::size_t row = 0; row < table.page.count; ++row) {
    const LineNote& note = list_.notes[table.page.first + row];
    table.rows.push_back({{std::to_string(note.line), note.what}, Sign::None, false});
  }
  return table;
}

Step RosterPage::handle(const Intent& intent) {
  if (intent.act == Act::Back || intent.act == Act::Other) return GoBack{};
  if (intent.act == Act::Main) return take();
  paging_.handle(intent, list_.notes.size());
  return StayHere{};
}

/// Takes the list for the class that it was tried out on, and for no other one.
Step RosterPage::take() {
  if (refusal_) return GoToPlace{DeskPlace::Class};
  if (!hasNews()) return GoToPlace{DeskPlace::Students};
  const auto current = tools_.ledger.classes().current();
  if (!current || !*current || (*current)->id != class_->id) {
    tryOut();
    return StayHere{};
  }
  const auto added = tools_.ledger.roster().add(list_.entries, Mode::Keep, tools_.role);
  if (added) return taken(*added);
  refusal_ = added.error();
  return StayHere{};
}

Step RosterPage::taken(const Roster::Report& report) const {
  NoticeView notice;
  notice.screen = "roster-taken";
  notice.sign = Sign::Good;
  notice.headline = trn("{n} student added", "{n} students added", report.added);
  if (report.updated > 0)
    notice.detail = trn("{n} student changed.", "{n} students changed.", report.updated) + " ";
  notice.detail += tr("You can pull the stick now.");
  notice.main = DeskButton{"to-students", tr("See the students")};
  return ReplacePage{std::make_unique<NoticePage>(
      tools_, std::move(notice), []() -> Step { return GoToPlace{DeskPlace::Students}; })};
}

}  // namespace hallpass
