#include <algorithm>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal_row.h"

namespace hallpass {
namespace {

using platform::UtcTime;

/// ?1 event, ?2 first and ?3 last moment, ?4 student, ?5 ending of a code; "" and NULL choose all.
/// A field is read only where the fields are an object: a spoilt row is left out, and is found by
/// verify(). Whatever is recorded of a code names the claim that it went to.
constexpr std::string_view kChosen =
    " FROM (SELECT *, json_extract(iif(json_valid(fields), fields, '{}'), '$.student') AS student, "
    "json_extract(iif(json_valid(fields), fields, '{}'), '$.claim') AS claim FROM journal) "
    "WHERE (?1 = '' OR event = ?1) AND (?2 IS NULL OR wall BETWEEN ?2 AND ?3) "
    "AND (?4 IS NULL OR student = CAST(?4 AS TEXT)) "
    "AND (?5 = '' OR claim IN (SELECT CAST(claim.id AS TEXT) FROM claim "
    "JOIN code ON code.id = claim.code "
    "WHERE lower(substr(secret, -length(?5))) = lower(?5))) ";

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

std::int64_t totalOf(Database& database, const Journal::Filter& filter, const Days& days) {
  Statement row = database.prepare("SELECT count(*)" + std::string(kChosen));
  row.bind(filter.event, days.first, days.last, filter.student, filter.codeEnding).step();
  return row.integer(0);
}

}  // namespace

platform::Result<Journal::Page, Refusal> Journal::page(const Filter& filter, std::int64_t first,
                                                       std::int64_t count) {
  return database_.query([&]() -> platform::Result<Page, Refusal> {
    const Days days = dayOf(filter.day);
    Page page;
    page.total = totalOf(database_, filter, days);
    Statement row =
        database_.prepare("SELECT " + std::string(kJournalColumns) + std::string(kChosen) +
                          "ORDER BY sequence DESC LIMIT ?6 OFFSET ?7");
    const std::int64_t zero = 0;
    row.bind(filter.event, days.first, days.last, filter.student, filter.codeEnding,
             std::max(zero, count), std::max(zero, first));
    while (row.step()) page.entries.push_back(journalEntryAt(row));
    return page;
  });
}

}  // namespace hallpass
