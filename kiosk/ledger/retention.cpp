// Names that are older than the venue keeps them.
#include <algorithm>
#include <vector>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/erasure.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {
namespace {

using platform::Result;
using platform::UtcTime;

/// Classes with names in them, of which nothing was recorded since ?1 and that were over by then,
/// and whether they were last used while the clock was certainly wrong (before ?4). The newest
/// entry that names a class tells how long it has been quiet. A clock that was wrong and is set
/// right within a boot does not make it older: the time since the boot began counts, and when that
/// was is told by the clock now (?3, in the boot ?2), or by the boot's last entry.
constexpr std::string_view kOldClasses =
    "WITH newest AS (SELECT json_extract(iif(json_valid(fields), fields, '{}'), '$.class') AS of, "
    "max(sequence), boot_id, since_boot FROM journal GROUP BY 1), "
    "boot AS (SELECT boot_id, max(sequence), wall - since_boot AS began FROM journal "
    "GROUP BY boot_id) "
    "SELECT id, state <> 'closed', since_boot + iif(boot_id = ?2, ?3, began) < ?4 "
    "FROM class JOIN newest ON of = CAST(id AS TEXT) JOIN boot USING (boot_id) "
    "WHERE since_boot + iif(boot_id = ?2, ?3, began) < ?1 AND (state = 'closed' OR "
    "max(coalesce(opens_at, 0), coalesce(ends_at, 0)) < ?1) "
    "AND EXISTS (SELECT 1 FROM student JOIN identity ON student = student.id "
    "WHERE student.class = class.id) ORDER BY id";

struct OldClass {
  std::int64_t id = 0;
  bool open = false;     ///< Or paused.
  bool undated = false;  ///< Nothing tells how old it is.
};

std::vector<OldClass> oldClasses(Database& database, const platform::Clock& clock, UtcTime before) {
  Statement row = database.prepare(kOldClasses);
  row.bind(before, clock.bootId(), clock.now().ms - clock.sinceBoot().ms, platform::kEarliestTime);
  std::vector<OldClass> classes;
  while (row.step()) {
    classes.push_back({row.integer(0), row.integer(1) == 1, row.integer(2) == 1});
  }
  return classes;
}

std::int64_t countOf(Database& database, std::string_view sql, std::int64_t id) {
  Statement row = database.prepare(sql);
  row.bind(id).step();
  return row.integer(0);
}

void close(Database& database, Journal& journal, std::int64_t id, Role role) {
  database.prepare("UPDATE class SET state = 'closed' WHERE id = ?1").bind(id).run();
  const auto claims = countOf(database, "SELECT count(*) FROM claim WHERE class = ?1", id);
  journal.append(Event::ClassClosed, role,
                 {{"class", std::to_string(id)}, {"claims", std::to_string(claims)}});
}

/// Of other rooms, whether something was heard that long ago. What was heard while the clock was
/// certainly wrong counts from the first look with a better one.
bool heardBefore(Database& database, UtcTime before) {
  Statement row = database.prepare("SELECT EXISTS (SELECT 1 FROM elsewhere WHERE heard_at < ?1)");
  row.bind(before).step();
  return row.integer(0) == 1;
}

void forgetHeard(Database& database, UtcTime before, UtcTime now) {
  database.prepare("UPDATE elsewhere SET heard_at = ?2 WHERE heard_at < ?1")
      .bind(platform::kEarliestTime, now)
      .run();
  database.prepare("DELETE FROM elsewhere WHERE heard_at < ?1").bind(before).run();
}

/// How many names went.
std::int64_t eraseNamesOf(Database& database, std::int64_t id) {
  const auto names = countOf(database,
                             "SELECT count(*) FROM identity JOIN student "
                             "ON student.id = identity.student WHERE class = ?1",
                             id);
  database.prepare("DELETE FROM own_digits WHERE claim IN (SELECT id FROM claim WHERE class = ?1)")
      .bind(id)
      .run();
  database.prepare("DELETE FROM subject WHERE claim IN (SELECT id FROM claim WHERE class = ?1)")
      .bind(id)
      .run();
  database
      .prepare("DELETE FROM identity WHERE student IN (SELECT id FROM student WHERE class = ?1)")
      .bind(id)
      .run();
  return names;
}

/// Within the caller's transaction: all that is too old, recorded, and the scrubbing asked for.
/// What has no date counts from today on: its names neither go at once nor stay for good.
std::int64_t eraseOld(Database& database, Journal& journal, UtcTime before, Role role) {
  const bool heard = heardBefore(database, before);
  if (heard) forgetHeard(database, before, journal.clock().now());
  auto classes = oldClasses(database, journal.clock(), before);
  const auto undated = std::stable_partition(classes.begin(), classes.end(),
                                             [](const OldClass& old) { return !old.undated; });
  for (auto old = undated; old != classes.end(); ++old) {
    journal.append(Event::ClassDated, role, {{"class", std::to_string(old->id)}});
  }
  classes.erase(undated, classes.end());
  if (classes.empty() && !heard) return 0;
  std::int64_t names = 0;
  for (const OldClass& old : classes) {
    if (old.open) close(database, journal, old.id, role);
    names += eraseNamesOf(database, old.id);
  }
  if (!classes.empty()) {
    journal.append(Event::NamesErased, role,
                   {{"names", std::to_string(names)},
                    {"classes", std::to_string(classes.size())},
                    {"before", platform::toIsoText(before)}});
  }
  database.prepare("INSERT OR IGNORE INTO erasing VALUES (1, 'names', 'scrub', 0, 0, ?1)")
      .bind(name(role))
      .run();
  return names;
}

}  // namespace

Result<std::int64_t, Refusal> Erasure::eraseNamesBefore(UtcTime before, Role role) {
  const auto any = database_.query([&]() -> Result<bool, Refusal> {
    return !oldClasses(database_, journal_.clock(), before).empty() ||
           heardBefore(database_, before) ||
           database_.integer("SELECT EXISTS (SELECT 1 FROM erasing)") == 1;
  });
  if (!any) return any.error();
  if (!*any) return std::int64_t{0};
  const auto erased = database_.change(Mode::Keep, [&]() -> Result<std::int64_t, Refusal> {
    return eraseOld(database_, journal_, before, role);
  });
  if (!erased) return erased;
  if (const auto failed = database_.apart([&] { finishErasure(database_, journal_); })) {
    return *failed;
  }
  return erased;
}

}  // namespace hallpass
