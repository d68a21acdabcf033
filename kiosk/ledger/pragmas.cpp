#include "kiosk/ledger/pragmas.h"

#include <sqlite3.h>

#include <array>
#include <string>

#include "kiosk/ledger/database.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr int kSwitches = 20;  ///< Tries to switch the log on, more than programs open at once.

struct Pragma {
  const char* name;
  const char* value;
  const char* readBack;
};

constexpr std::array kPragmas = {
    Pragma{"busy_timeout", "5000", "5000"},  // Database::kBusyTimeoutMs
    Pragma{"synchronous", "FULL", "2"},      // a commit is on the disk before it returns
    Pragma{"foreign_keys", "ON", "1"},
    Pragma{"recursive_triggers", "ON", "1"},  // INSERT OR REPLACE fires the triggers on DELETE too
    Pragma{"secure_delete", "ON", "1"},       // erased names leave no trace in free pages
    Pragma{"trusted_schema", "OFF", "0"},
    Pragma{"cell_size_check", "ON", "1"},
    Pragma{"temp_store", "MEMORY", "2"},                // no code in a temporary file
    Pragma{"journal_size_limit", "4194304", "4194304"}  // the log of a large import shrinks again
};

bool takes(Database& database, const Pragma& pragma) {
  const std::string name = std::string("PRAGMA ") + pragma.name;
  database.execute(name + " = " + pragma.value);
  return database.text(name) == pragma.readBack;
}

/// Of two processes that switch a new file at once, SQLite refuses one at once, for both have read
/// and want to write. Becoming the only writer waits for the other; then it has switched already.
bool takesLog(Database& database, const Pragma& log) {
  for (int again = kSwitches; again > 0; --again) {
    try {
      return takes(database, log);
    } catch (const SqlError& refused) {
      if (refused.primaryCode() != SQLITE_BUSY) throw;
      const Transaction wait(database, Transaction::Kind::Write);
    }
  }
  return takes(database, log);
}

}  // namespace

std::optional<OpenRefusal> applyPragmas(Database& database, Place place) {
  const Pragma log{"journal_mode", "WAL", place == Place::Memory ? "memory" : "wal"};
  const auto refused = [](const Pragma& pragma) {
    return OpenRefusal{
        OpenRefusal::Kind::Failed,
        platform::filled(platform::tr("SQLite does not take the setting {setting}. Keep the ledger "
                                      "on a local disk and use the system's SQLite."),
                         {{"setting", std::string(pragma.name) + " = " + pragma.value}})};
  };
  for (const Pragma& pragma : kPragmas) {
    if (!takes(database, pragma)) return refused(pragma);
  }
  if (!takesLog(database, log)) return refused(log);
  return std::nullopt;
}

}  // namespace hallpass
