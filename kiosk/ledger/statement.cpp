#include "kiosk/ledger/statement.h"

#include <sqlite3.h>

#include <algorithm>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/sql_error.h"

namespace hallpass {

Statement::Statement(Database& database, std::string sql, sqlite3_stmt* prepared)
    : database_(database), sql_(std::move(sql)), prepared_(prepared) {}

Statement::~Statement() { database_.giveBack(std::move(sql_), prepared_); }

bool Statement::step() {
  const int code = sqlite3_step(prepared_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw database_.error(code);
}

void Statement::run() {
  while (step()) {
  }
  restart();
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(prepared_, column);
}

std::string Statement::text(int column) const {
  // The order matters: asking for the bytes first could count those of another encoding.
  const unsigned char* bytes = sqlite3_column_text(prepared_, column);
  const auto length = static_cast<std::size_t>(sqlite3_column_bytes(prepared_, column));
  return bytes == nullptr ? std::string() : std::string(bytes, bytes + length);
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(prepared_, column) == SQLITE_NULL;
}

std::optional<platform::UtcTime> Statement::time(int column) const {
  if (isNull(column)) return std::nullopt;
  return platform::UtcTime{integer(column)};
}

platform::Hash Statement::hash(int column) const {
  platform::Hash hash;
  hash.fill(0xFF);
  const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(prepared_, column));
  const auto length = static_cast<std::size_t>(sqlite3_column_bytes(prepared_, column));
  if (length == hash.size()) std::copy_n(bytes, length, hash.begin());
  return hash;
}

void Statement::restart() {
  // The code that reset gives is the one that step gave before; it was thrown then.
  sqlite3_reset(prepared_);
}

void Statement::put(int place, std::nullptr_t) { check(sqlite3_bind_null(prepared_, place)); }

void Statement::put(int place, std::int64_t value) {
  check(sqlite3_bind_int64(prepared_, place, value));
}

void Statement::put(int place, std::string_view value) {
  // A view without memory would bind NULL; an empty text is meant.
  const char* bytes = value.data() == nullptr ? "" : value.data();
  check(sqlite3_bind_text64(prepared_, place, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::put(int place, const platform::Hash& value) {
  check(sqlite3_bind_blob64(prepared_, place, value.data(), value.size(), SQLITE_TRANSIENT));
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) throw database_.error(code);
}

}  // namespace hallpass
