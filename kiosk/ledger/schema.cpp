#include "kiosk/ledger/schema.h"

#include <array>
#include <mutex>
#include <string>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/schema_1.h"
#include "kiosk/ledger/schema_2.h"
#include "kiosk/ledger/schema_3.h"
#include "kiosk/ledger/schema_4.h"
#include "kiosk/ledger/schema_5.h"
#include "kiosk/ledger/schema_6.h"
#include "kiosk/ledger/schema_7.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

constexpr std::array kMigrations = {
    Migration{kSchema1}, Migration{kSchema2}, Migration{kSchema3}, Migration{kSchema4},
    Migration{kSchema5}, Migration{kSchema6}, Migration{kSchema7},
};

std::int64_t schemaNumber(Database& database) { return database.integer("PRAGMA user_version"); }

/// Runs what follows schema `from`, up to schema `to`, within the caller's transaction.
void raise(Database& database, std::span<const Migration> list, std::int64_t from,
           std::int64_t to) {
  const auto first = static_cast<std::size_t>(from);
  const auto end = static_cast<std::size_t>(to);
  for (const Migration& next : list.subspan(first, end - first)) database.execute(next.sql);
  database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.execute("PRAGMA user_version = " + std::to_string(to));
}

/// Everything that the schema holds, but for the text of tables: columns added later change it.
std::string outline(Database& database) {
  std::string text;
  Statement row = database.prepare(
      "SELECT type, name, iif(type = 'table', '', coalesce(sql, '')) FROM sqlite_schema "
      "ORDER BY type, name");
  while (row.step()) text += row.text(0) + " " + row.text(1) + " " + row.text(2) + "\n";
  return text;
}

std::string makeOutline(std::span<const Migration> list) {
  Database reference(":memory:", Database::Access::ReadWrite, "");
  for (const Migration& migration : list) reference.execute(migration.sql);
  return outline(reference);
}

/// Ours are kept: making one takes as long as all the rest of an opening.
std::string outlineOf(std::span<const Migration> list) {
  static std::mutex guard;
  static std::array<std::string, kMigrations.size() + 1> ours;
  if (list.data() != kMigrations.data()) return makeOutline(list);
  const std::lock_guard<std::mutex> alone(guard);
  std::string& known = ours.at(list.size());
  if (known.empty()) known = makeOutline(list);
  return known;
}

OpenRefusal foreign() {
  return {OpenRefusal::Kind::Foreign,
          tr("it is a database of another program. Name another folder with --data.")};
}

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

void migrate(Database& database, Journal& journal, std::span<const Migration> list) {
  const auto newest = static_cast<std::int64_t>(list.size());
  while (schemaNumber(database) < newest) {
    Transaction transaction(database, Transaction::Kind::Write);
    const std::int64_t number = schemaNumber(database);
    if (number >= newest) return;  // Another process was faster.
    const bool isNew = number == 0;
    const std::int64_t next = isNew ? newest : number + 1;
    raise(database, list, number, next);
    if (isNew) {
      journal.append(Event::LedgerCreated, Role::System, {{"schema", std::to_string(next)}});
    } else {
      journal.append(Event::LedgerMigrated, Role::System,
                     {{"from", std::to_string(number)}, {"to", std::to_string(next)}});
    }
    transaction.commit();
  }
}

std::optional<OpenRefusal> refuseForeign(Database& database, std::span<const Migration> list) {
  const Transaction oneView(database, Transaction::Kind::Read);
  const std::int64_t mark = database.integer("PRAGMA application_id");
  if (mark == 0) {
    // A ledger that is being made, or an empty database: only then is nothing in it yet.
    if (database.integer("SELECT count(*) FROM sqlite_schema") == 0) return std::nullopt;
    return foreign();
  }
  if (mark != kApplicationId) return foreign();
  const std::int64_t number = schemaNumber(database);
  if (number <= static_cast<std::int64_t>(list.size())) return std::nullopt;
  return OpenRefusal{
      OpenRefusal::Kind::Newer,
      platform::filled(
          tr("it was written by a newer hallpass (schema {theirs}, this "
             "one knows {ours}). Update this program."),
          {{"theirs", std::to_string(number)}, {"ours", std::to_string(list.size())}})};
}

std::optional<OpenRefusal> refuseChanged(Database& database, std::span<const Migration> list) {
  const Transaction oneView(database, Transaction::Kind::Read);
  const auto number = static_cast<std::size_t>(schemaNumber(database));
  if (outline(database) == outlineOf(list.first(number))) return std::nullopt;
  return OpenRefusal{OpenRefusal::Kind::Damaged,
                     tr("its rules were changed by another program. Restore it from a backup.")};
}

}  // namespace hallpass
