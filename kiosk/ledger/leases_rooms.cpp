// One student, one code, over the rooms of a depot: what the ledger remembers of it.
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/leases.h"

namespace hallpass {
namespace {

using platform::Done;
using platform::Result;

/// Every claim that no other one was swapped for, and its newest entry that other rooms are told.
constexpr std::string_view kFirstClaims =
    "SELECT max(sequence), claim.id, class.pass_type, title, name FROM journal "
    "JOIN claim ON claim.id = CAST(json_extract(iif(json_valid(fields), fields, '{}'), '$.claim') "
    "AS INTEGER) JOIN class ON class.id = claim.class "
    "JOIN identity ON identity.student = claim.student "
    "WHERE event IN ('claim-made', 'room-overruled') GROUP BY claim.id";

void tellAnew(Database& database, const platform::Key& key) {
  Statement row = database.prepare(kFirstClaims);
  Statement insert = database.prepare("INSERT INTO subject VALUES (?1, ?2, ?3)");
  while (row.step()) {
    insert
        .bind(row.integer(0), row.integer(1),
              subjectToken(key, row.text(2), row.text(3), row.text(4)))
        .run();
  }
}

/// A claim here that no instructor overruled, of whoever `taken` is: both are told of it.
void recordCrossing(Database& database, Journal& journal, const Others::Taken& taken) {
  Statement row = database.prepare(
      "SELECT claim.id, student FROM subject JOIN journal USING (sequence) "
      "JOIN claim ON claim.id = subject.claim WHERE token = ?1 AND event <> 'room-overruled'");
  row.bind(taken.token);
  while (row.step()) {
    journal.append(Event::RoomsCrossed, Role::System,
                   {{"claim", row.text(0)},
                    {"student", row.text(1)},
                    {"room", taken.where.room},
                    {"at", platform::toIsoText(taken.where.at)}});
  }
}

/// Codes in quarantine that were never claimed are there by a freezing, or by a restoring.
constexpr std::string_view kRemains =
    "SELECT depot_code, iif(state = 'quarantined' AND NOT EXISTS (SELECT 1 FROM claim "
    "WHERE claim.code = code.id) AND NOT EXISTS (SELECT 1 FROM journal "
    "WHERE event = 'ledger-restored' AND sequence > (SELECT max(sequence) FROM journal "
    "WHERE event = 'depot-joined')), 'stock', state), "
    "coalesce((SELECT outcome FROM outcome JOIN claim ON claim.id = outcome.claim "
    "WHERE claim.code = code.id ORDER BY outcome.id DESC LIMIT 1), '') "
    "FROM leased JOIN code ON code.id = leased.code ORDER BY depot_code";

}  // namespace

Leases::Answer<std::vector<CodeFate>> Leases::remains() {
  return database_.query([&]() -> Result<std::vector<CodeFate>, Refusal> {
    std::vector<CodeFate> fates;
    Statement row = database_.prepare(kRemains);
    while (row.step()) {
      fates.push_back(
          {row.text(0), fateNamed(row.text(1)).value_or(Fate::Quarantined), row.text(2)});
    }
    return fates;
  });
}

Leases::Answer<Done> Leases::meet(const platform::Key& subjectKey) {
  const auto known = database_.query([&]() -> Result<bool, Refusal> {
    Statement row = database_.prepare("SELECT 1 FROM venue WHERE subject_key = ?1");
    return row.bind(subjectKey).step();
  });
  if (!known) return known.error();
  if (*known) return Done{};
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    database_.execute("DELETE FROM elsewhere; DELETE FROM subject; DELETE FROM venue");
    database_.prepare("INSERT INTO venue VALUES (1, ?1, '', 0)").bind(subjectKey).run();
    tellAnew(database_, subjectKey);
    return Done{};
  });
}

Leases::Answer<std::int64_t> Leases::heardUpTo(const std::string& generation) {
  return database_.query([&]() -> Result<std::int64_t, Refusal> {
    Statement row = database_.prepare("SELECT heard FROM venue WHERE generation = ?1");
    return row.bind(generation).step() ? row.integer(0) : 0;
  });
}

Leases::Answer<Done> Leases::hear(const std::string& generation, const Others& others) {
  const auto heard = heardUpTo(generation);
  if (!heard) return heard.error();
  if (others.taken.empty() && others.upTo == *heard) return Done{};
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    Statement known = database_.prepare("SELECT 1 FROM elsewhere WHERE token = ?1");
    Statement insert = database_.prepare("INSERT INTO elsewhere VALUES (?1, ?2, ?3, ?4)");
    for (const Others::Taken& taken : others.taken) {
      if (known.bind(taken.token).step()) continue;
      insert.bind(taken.token, taken.where.room, taken.where.at, journal_.clock().now()).run();
      recordCrossing(database_, journal_, taken);
    }
    database_.prepare("UPDATE venue SET generation = ?1, heard = ?2")
        .bind(generation, others.upTo)
        .run();
    return Done{};
  });
}

}  // namespace hallpass
