#include "kiosk/ledger/scrubbing.h"

#include <sqlite3.h>

#include "kiosk/ledger/database.h"

namespace hallpass {
namespace {

void emptyLog(Database& database) {
  Statement row = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  const bool blocked = row.step() && row.integer(0) != 0;
  if (blocked) throw SqlError(SQLITE_BUSY, "somebody reads what the log still holds");
}

}  // namespace

void scrub(Database& database) {
  emptyLog(database);
  database.execute("VACUUM");
  emptyLog(database);
}

}  // namespace hallpass
