#include "kiosk/ledger/transaction.h"

#include <stdexcept>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/sql_error.h"

namespace hallpass {

Transaction::Transaction(Database& database, Kind kind)
    : database_(database), number_(database.transactions_ + 1) {
  if (database_.inTransaction()) throw std::logic_error("a transaction within a transaction");
  database_.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
  database_.transactions_ = number_;
}

Transaction::~Transaction() {
  try {
    rollback();
  } catch (const SqlError&) {
    database_.latchFailed();
  }
}

void Transaction::commit() {
  if (!isOpen()) throw std::logic_error("commit of a transaction that has ended");
  database_.execute("COMMIT");
}

void Transaction::rollback() {
  if (isOpen()) database_.execute("ROLLBACK");
}

// SQLite ends a transaction by itself after some errors (disk full, I/O), so its own word counts.
bool Transaction::isOpen() const {
  return database_.inTransaction() && database_.transactions_ == number_;
}

}  // namespace hallpass
