#include "kiosk/ledger/pragmas.h"

#include <array>
#include <string>

#include "kiosk/ledger/database.h"

namespace hallpass {
namespace {

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

}  // namespace

std::optional<OpenRefusal> applyPragmas(Database& database, Place place) {
  const Pragma log{"journal_mode", "WAL", place == Place::Memory ? "memory" : "wal"};
  const auto refused = [](const Pragma& pragma) {
    return OpenRefusal{OpenRefusal::Kind::Failed,
                       std::string("SQLite does not take the setting ") + pragma.name + " = " +
                           pragma.value +
                           ". Keep the ledger on a local disk and use the system's SQLite."};
  };
  for (const Pragma& pragma : kPragmas) {
    if (!takes(database, pragma)) return refused(pragma);
  }
  if (!takes(database, log)) return refused(log);
  return std::nullopt;
}

}  // namespace hallpass
