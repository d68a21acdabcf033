#include "kiosk/desk/journal_page.h"

#include <memory>
#include <utility>

#include "kiosk/desk/counted.h"
#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/room/journal_entry.h"

namespace hallpass {
namespace {

using Act = Intent::Act;

/// "2026-11-21 10:30:00"
std::string secondOf(platform::UtcTime time) {
  return platform::toLocalText(time).substr(0, std::string_view("2026-11-21 10:30:00").size());
}

NoticeView wholeNotice(const Journal::Verdict& verdict) {
  NoticeView notice;
  notice.screen = "journal-verified";
  notice.sign = Sign::Good;
  notice.headline = "The journal is whole";
  notice.detail = counted(verdict.events, "event") +
                  ": none was changed or taken out. Photograph this: it proves later that nothing "
                  "was cut off or changed.";
  notice.qr = platform::toHex(verdict.head);
  notice.qrLabel = "The journal's head: " + notice.qr.substr(0, 8) + " ...";
  return notice;
}

NoticeView brokenNotice(std::int64_t firstBad) {
  NoticeView notice;
  notice.screen = "journal-verified";
  notice.sign = Sign::Bad;
  notice.headline = "The journal was changed";
  notice.detail = "Entry " + std::to_string(firstBad) +
                  " is the first that does not fit. Pause the class, leave the device as it is, "
                  "and call whoever looks after it.";
  return notice;
}

std::unique_ptr<DeskPage> verdictPage(const DeskTools& tools, const Journal::Verdict& verdict) {
  NoticeView notice = verdict.firstBad ? brokenNotice(*verdict.firstBad) : wholeNotice(verdict);
  notice.main = DeskButton{"done", "Back to the journal"};
  return std::make_unique<NoticePage>(tools, std::move(notice));
}

/// On the worker: the journal is read through a connection of its own.
LongWork::Leads verifyFile(const DeskTools& tools, platform::Worker::Job& job) {
  const auto ledger = Ledger::open(tools.ledgerFile, tools.clock);
  if (!ledger) {
    return [tools, sentence = ledger.error().sentence]() -> Step {
      NoticeView notice;
      notice.screen = "journal-verified";
      notice.sign = Sign::Bad;
      notice.headline = "The journal could not be read";
      notice.detail = sentence;
      return ReplacePage{std::make_unique<NoticePage>(tools, std::move(notice))};
    };
  }
  const auto verdict = (*ledger)->journal().verify(std::nullopt, progressOf(job));
  if (job.cancelled()) return {};
  return [tools, verdict]() -> Step {
    if (verdict) return ReplacePage{verdictPage(tools, *verdict)};
    return ReplacePage{refusalPage(tools, verdict.error())};
  };
}

}  // namespace

std::unique_ptr<DeskPage> journalPage(const DeskTools& tools) {
  return std::make_unique<JournalPage>(tools);
}

JournalPage::JournalPage(DeskTools tools) : DeskPage(tools) { JournalPage::refresh(); }

void JournalPage::refresh() {
  if (const auto students = tools_.ledger.roster().students()) {
    names_.clear();
    for (const Student& student : *students) names_[student.id] = student.entry.name;
  }
  const std::string before = std::exchange(shownBy_, filter_.words());
  if (before != shownBy_) paging_.toFirst();
  read();
}

void JournalPage::read() {
  trouble_.reset();
  const auto count = tools_.ledger.journal().page(filter_.chooses, 0, 0);
  if (!count) {
    trouble_ = count.error();
    return;
  }
  const PageOf wanted = paging_.of(static_cast<std::size_t>(count->total));
  auto page = tools_.ledger.journal().page(filter_.chooses, static_cast<std::int64_t>(wanted.first),
                                           static_cast<std::int64_t>(wanted.count));
  if (!page) {
    trouble_ = page.error();
    return;
  }
  page_ = *std::move(page);
}

std::string JournalPage::lead() const {
  if (trouble_) return std::string(deskSentence(*trouble_));
  if (filter_.any()) {
    return "Only " + filter_.words() + ": " + std::to_string(page_.total) +
           (page_.total == 1 ? " entry." : " entries.");
  }
  return "Everything that happened, newest first. Touch an entry to read all of it.";
}

std::string JournalPage::nameIn(const JournalEntry& entry) const {
  const auto student = studentOf(entry);
  if (!student) return {};
  const auto known = names_.find(*student);
  return known == names_.end() ? "" : known->second;
}

TableView JournalPage::table() const {
  TableView table;
  table.columns = {{"When", 3}, {"What happened", 3}, {"Student", 3}, {"By", 2}};
  table.whenEmpty = "No entry is like that.";
  paging_.put(table, static_cast<std::size_t>(page_.total));
  for (const JournalEntry& entry : page_.entries) {
    table.rows.push_back(
        {{secondOf(entry.wall), eventTitle(entry.event), nameIn(entry), entry.role}});
  }
  return table;
}

ScreenView JournalPage::view() const {
  DeskView view;
  view.screen = "journal";
  view.title = "Journal";
  view.back = false;
  view.lead = lead();
  if (trouble_) view.leadSign = Sign::Bad;
  view.buttons = {{"filter", "Choose what to show"}};
  view.table = table();
  view.main = DeskButton{"verify", "Verify"};
  return view;
}

Step JournalPage::handle(const Intent& intent) {
  const auto total = static_cast<std::size_t>(page_.total);
  if (intent.act == Act::Main) return verify();
  if (intent.act == Act::Press && intent.index == 0) {
    return OpenPage{std::make_unique<JournalFilterPage>(tools_, filter_)};
  }
  if (paging_.opened(intent, total) && intent.index < page_.entries.size()) {
    return openEntry(page_.entries[intent.index]);
  }
  if (paging_.handle(intent, total)) read();
  return intent.act == Act::Back ? Step(GoBack{}) : Step(StayHere{});
}

Step JournalPage::openEntry(const JournalEntry& entry) const {
  NoticeView notice;
  notice.screen = "journal-entry";
  notice.headline = eventTitle(entry.event);
  const std::string student = nameIn(entry);
  notice.detail = describe(entry) + (student.empty() ? "" : " Student: " + student + ".") +
                  "\nEntry " + std::to_string(entry.sequence) + ", " +
                  platform::toLocalText(entry.wall) + " (clock " + entry.wallQuality + "), by " +
                  entry.role + ".";
  notice.main = DeskButton{"done", "Back to the journal"};
  return OpenPage{std::make_unique<NoticePage>(tools_, std::move(notice))};
}

Step JournalPage::verify() const {
  LongWork work;
  work.title = "Verifying the journal";
  work.run = [tools = tools_](platform::Worker::Job& job) { return verifyFile(tools, job); };
  return openWork(tools_, std::move(work));
}

}  // namespace hallpass
