#include "kiosk/ledger/journal_page.h"

#include <algorithm>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal_row.h"

namespace hallpass {
namespace {

using platform::UtcTime;

/// As in the indexes journal_student and journal_claim, which may call no function of JSON: a
/// number in quotes. A spoilt row is left out, and is found by verify().
constexpr std::string_view kOfStudent =
    "instr(fields, '\"student\":\"') > 0 AND json_valid(fields) AND "
    "CAST(substr(fields, instr(fields, '\"student\":\"') + 11) AS INTEGER)";
constexpr std::string_view kOfClaim =
    "instr(fields, '\"claim\":\"') > 0 AND json_valid(fields) AND "
    "CAST(substr(fields, instr(fields, '\"claim\":\"') + 9) AS INTEGER)";

struct Days {
  std::optional<UtcTime> first;
  std::optional<UtcTime> last;
};

/// The first and the last moment of the local day that `moment` lies in.
Days dayOf(const std::optional<UtcTime>& moment) {
  constexpr std::size_t kDateLength = 10;
  if (!moment) return {};
  const std::string date = platform::toLocalText(*moment).substr(0, kDateLength);
  return {platform::parseLocalTime(date).value_or(*moment), platform::endOfLocalDay(*moment)};
}

/// The conditions that `filter` asks for; "" = none. The first one is always true: it has every
/// place bound.
std::string chosenBy(const Journal::Filter& filter) {
  std::string where;
  const auto add = [&](bool asked, const std::string& condition) {
    if (asked) where += (where.empty() ? " WHERE ?7 >= 0 AND " : " AND ") + condition;
  };
  add(!filter.event.empty(), "event = ?1");
  add(filter.day.has_value(), "wall BETWEEN ?2 AND ?3");
  add(filter.student.has_value(), std::string(kOfStudent) + " = ?4");
  // Whatever is recorded of a code names the claim that it went to.
  add(!filter.codeEnding.empty(),
      std::string(kOfClaim) +
          " IN (SELECT claim.id FROM claim JOIN code ON code.id = claim.code "
          "WHERE lower(substr(secret, -length(?5))) = lower(?5))");
  return where;
}

/// The entries' numbers leave no gap.
constexpr std::string_view kAllEntries =
    "SELECT 1 + (SELECT max(sequence) FROM journal) - (SELECT min(sequence) FROM journal)";

}  // namespace

std::string pageSql(const Journal::Filter& filter, PagePart part) {
  const std::string where = chosenBy(filter);
  if (part == PagePart::Total) {
    return where.empty() ? std::string(kAllEntries) : "SELECT count(*) FROM journal" + where;
  }
  const std::string columns = "SELECT " + std::string(kJournalColumns) + " FROM journal ";
  if (where.empty()) {
    return columns +
           "WHERE sequence <= (SELECT max(sequence) FROM journal) - ?7 "
           "ORDER BY sequence DESC LIMIT ?6";
  }
  return columns + "WHERE sequence IN (SELECT sequence FROM journal" + where +
         " ORDER BY sequence DESC LIMIT ?6 OFFSET ?7) ORDER BY sequence DESC";
}

platform::Result<Journal::Page, Refusal> Journal::page(const Filter& filter, std::int64_t first,
                                                       std::int64_t count) {
  return database_.query([&]() -> platform::Result<Page, Refusal> {
    const Days days = dayOf(filter.day);
    const auto bound = [&](Statement& row, std::int64_t most, std::int64_t passed) {
      row.bind(filter.event, days.first, days.last, filter.student, filter.codeEnding, most,
               passed);
    };
    const std::int64_t zero = 0;
    Page page;
    Statement total = database_.prepare(pageSql(filter, PagePart::Total));
    if (!chosenBy(filter).empty()) bound(total, zero, zero);
    if (total.step()) page.total = total.integer(0);
    Statement row = database_.prepare(pageSql(filter, PagePart::Entries));
    bound(row, std::max(zero, count), std::max(zero, first));
    while (row.step()) page.entries.push_back(journalEntryAt(row));
    return page;
  });
}

}  // namespace hallpass
