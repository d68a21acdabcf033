#include "kiosk/desk/journal_page.h"

#include <memory>
#include <utility>

#include "kiosk/desk/notice_page.h"
#include "kiosk/desk/places.h"
#include "kiosk/desk/work_page.h"
#include "kiosk/room/journal_entry.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::filled;
using platform::tr;
using platform::trc;
using platform::trn;

/// "2026-11-21 10:30:00"
std::string secondOf(platform::UtcTime time) {
  return platform::toLocalText(time).substr(0, std::string_view("2026-11-21 10:30:00").size());
}

/// The role ids of the journal, as words.
std::string roleShown(const std::string& role) {
  if (role == name(Role::Instructor)) return trc("who did something", "instructor");
  if (role == name(Role::Staff)) return trc("who did something", "staff");
  if (role == name(Role::Student)) return trc("who did something", "student");
  // TRANSLATORS: whoever types at the command line
  if (role == name(Role::Operator)) return trc("who did something", "operator");
  if (role == name(Role::System)) return trc("who did something", "system");
  return role;
}

std::string provenanceOf(const JournalEntry& entry) {
  // TRANSLATORS: {role} is "instructor", "student" ...
  const char* text = tr("Entry {number}, {time} (clock unsynchronised), by {role}.");
  if (entry.wallQuality == "synchronised")
    text = tr("Entry {number}, {time} (clock synchronised), by {role}.");
  if (entry.wallQuality == "behind") text = tr("Entry {number}, {time} (clock behind), by {role}.");
  return filled(text, {{"number", std::to_string(entry.sequence)},
                       {"time", platform::toLocalText(entry.wall)},
                       {"role", roleShown(entry.role)}});
}

NoticeView wholeNotice(const Journal::Verdict& verdict) {
  NoticeView notice;
  notice.screen = "journal-verified";
  notice.sign = Sign::Good;
  notice.headline = tr("The journal is whole");
  notice.detail =
      trn("{n} event: none was changed or taken out. Photograph this: it proves later that nothing "
          "was cut off or changed.",
          "{n} events: none was changed or taken out. Photograph this: it proves later that "
          "nothing was cut off or changed.",
          verdict.events);
  notice.qr = platform::toHex(verdict.head);
  notice.qrLabel = filled(tr("The journal's head: {hash} ..."), {{"hash", notice.qr.substr(0, 8)}});
  return notice;
}

NoticeView brokenNotice(std::int64_t firstBad) {
  NoticeView notice;
  notice.screen = "journal-verified";
  notice.sign = Sign::Bad;
  notice.headline = tr("The journal was changed");
  notice.detail = filled(tr("Entry {number} is the first that does not fit. Pause the class, leave "
                            "the device as it is, and call whoever looks after it."),
                         {{"number", std::to_string(firstBad)}});
  return notice;
}

std::unique_ptr<DeskPage> verdictPage(const DeskTools& tools, const Journal::Verdict& verdict) {
  NoticeView notice = verdict.firstBad ? brokenNotice(*verdict.firstBad) : wholeNotice(verdict);
  notice.main = DeskButton{"done", tr("Back to the journal")};
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
      notice.headline = tr("The journal could not be read");
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
    return filled(trn("Only {filter}: {n} entry.", "Only {filter}: {n} entries.", page_.total),
                  {{"filter", filter_.words()}});
  }
  return tr("Everything that happened, newest first. Touch an entry to read all of it.");
}

std::string JournalPage::nameIn(const JournalEntry& entry) const {
  const auto student = studentOf(entry);
  if (!student) return {};
  const auto known = names_.find(*student);
  return known == names_.end() ? "" : known->second;
}

TableView JournalPage::table() const {
  TableView table;
  // TRANSLATORS: column titles of the journal; the last one says who did it
  table.columns = {{tr("When"), 3}, {tr("What happened"), 3}, {tr("Student"), 3}, {tr("By"), 2}};
  table.whenEmpty = tr("No entry is like that.");
  paging_.put(table, static_cast<std::size_t>(page_.total));
  for (const JournalEntry& entry : page_.entries) {
    table.rows.push_back(
        {{secondOf(entry.wall), eventTitle(entry.event), nameIn(entry), roleShown(entry.role)}});
  }
  return table;
}

ScreenView JournalPage::view() const {
  DeskView view;
  view.screen = "journal";
  view.title = tr("Journal");
  view.back = false;
  view.lead = lead();
  if (trouble_) view.leadSign = Sign::Bad;
  view.buttons = {{"filter", tr("Choose what to show")}};
  view.table = table();
  view.main = DeskButton{"verify", tr("Verify")};
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
  notice.detail = eventSentence(entry, tools_.assets);
  if (!student.empty()) notice.detail += " " + filled(tr("Student: {name}."), {{"name", student}});
  notice.detail += "\n" + provenanceOf(entry);
  notice.main = DeskButton{"done", tr("Back to the journal")};
  return OpenPage{std::make_unique<NoticePage>(tools_, std::move(notice))};
}

Step JournalPage::verify() const {
  LongWork work;
  work.title = tr("Verifying the journal");
  work.run = [tools = tools_](platform::Worker::Job& job) { return verifyFile(tools, job); };
  return openWork(tools_, std::move(work));
}

}  // namespace hallpass
