#include "tests/e2e/commit_watch.h"

#include <sqlite3.h>

#include <stdexcept>

namespace tests {

void CommitWatch::Closer::operator()(sqlite3* database) const { sqlite3_close(database); }

void CommitWatch::Closer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

CommitWatch::CommitWatch(const std::filesystem::path& ledger) {
  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(ledger.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr);
  database_.reset(database);
  if (opened != SQLITE_OK) throw std::runtime_error("cannot watch " + ledger.string());
  sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_busy_timeout(database, 5000);
  sqlite3_stmt* question = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT max(sequence) FROM journal", -1, &question, nullptr) !=
      SQLITE_OK) {
    throw std::runtime_error("cannot ask " + ledger.string());
  }
  question_.reset(question);
  first_ = entries();
}

bool CommitWatch::committed() { return entries() != first_; }

std::int64_t CommitWatch::entries() {
  if (sqlite3_step(question_.get()) != SQLITE_ROW) {
    throw std::runtime_error("the watched ledger cannot be read");
  }
  const std::int64_t entries = sqlite3_column_int64(question_.get(), 0);
  sqlite3_reset(question_.get());
  return entries;
}

}  // namespace tests
