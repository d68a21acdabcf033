#include "kiosk/room/report_export.h"

#include <map>
#include <utility>

#include "platform/base/hash.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

using platform::Result;

/// "2026-11-21 10:30"
std::string minuteOf(platform::UtcTime time) {
  return platform::toLocalText(time).substr(0, std::string_view("2026-11-21 10:30").size());
}

/// "2026-11-21 10:30 CET"
std::string minuteAndZoneOf(platform::UtcTime time) {
  constexpr std::size_t kSeconds = std::string_view("2026-11-21 10:30:00").size();
  return minuteOf(time) + platform::toLocalText(time).substr(kSeconds);
}

std::string windowOf(const NewClass& facts) {
  const std::string from = facts.from ? minuteAndZoneOf(*facts.from) : "";
  const std::string until = facts.until ? minuteAndZoneOf(*facts.until) : "";
  const char* text = tr("without a set end");
  if (facts.from && facts.until) {
    text = tr("from {from} until {until}");
  } else if (facts.from) {
    text = tr("from {from}");
  } else if (facts.until) {
    text = tr("until {until}");
  }
  return filled(text, {{"from", from}, {"until", until}});
}

std::string outcomeTitle(const std::string& outcome) {
  const auto known = outcomeNamed(outcome);
  return known ? std::string(title(*known)) : outcome;
}

std::string causeTitle(const std::string& cause) {
  const auto known = causeNamed(cause);
  return known ? std::string(title(*known)) : cause;
}

Progressed progressOf(const Student& student) {
  if (!student.claimed) return Progressed::NotYet;
  if (student.outcome.empty()) return Progressed::HasCode;
  return outcomeNamed(student.outcome) == Outcome::Worked ? Progressed::Worked : Progressed::Stuck;
}

void addPeople(ClassReport& report, const std::vector<Student>& students,
               const std::vector<ClaimRecord>& records) {
  std::map<StudentId, const ClaimRecord*> live;
  for (const ClaimRecord& record : records) {
    if (record.live) live[record.student] = &record;
  }
  for (const Student& student : students) {
    ClassReport::Person person{
        student.entry.name.empty() ? tr("(name erased)") : student.entry.name, progressOf(student),
        "", "", outcomeTitle(student.outcome)};
    const auto held = live.find(student.id);
    if (held != live.end()) {
      person.code = held->second->code.masked();
      person.takenAt = minuteOf(held->second->madeAt);
    }
    report.people.push_back(std::move(person));
  }
}

void addSwaps(ClassReport& report, const std::vector<ClaimRecord>& records) {
  std::map<ClaimId, const ClaimRecord*> byId;
  for (const ClaimRecord& record : records) {
    byId[record.id] = &record;
    if (!record.replaces) continue;
    const auto before = byId.find(*record.replaces);
    report.swaps.push_back({record.who.name.empty() ? tr("(name erased)") : record.who.name,
                            before == byId.end() ? "" : before->second->code.masked(),
                            record.code.masked(), causeTitle(record.cause),
                            minuteOf(record.madeAt)});
  }
}

}  // namespace

Result<ClassReport, Refusal> gatherReport(Ledger& ledger, const Class& held,
                                          const std::string& passTitle) {
  const auto students = ledger.roster().places();
  if (!students) return students.error();
  const auto records = ledger.claims().records();
  if (!records) return records.error();
  const auto stock = ledger.stock().count(held.facts.passType);
  if (!stock) return stock.error();
  const auto newest = ledger.journal().page({}, 0, 1);
  if (!newest) return newest.error();
  ClassReport report;
  report.classTitle = held.facts.title;
  report.passTitle = tr(passTitle);
  report.window = windowOf(held.facts);
  report.made = ledger.journal().clock().now();
  report.madeAt = minuteAndZoneOf(report.made);
  report.program = "Hallpass " HALLPASS_VERSION;
  report.figures = figuresOf(*students);
  report.stock = *stock;
  report.events = newest->total;
  if (!newest->entries.empty()) report.head = platform::toHex(newest->entries.front().hash);
  addPeople(report, *students, *records);
  addSwaps(report, *records);
  return report;
}

}  // namespace hallpass
