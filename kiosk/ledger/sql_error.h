#pragma once

#include <stdexcept>
#include <string>

namespace hallpass {

/// What SQLite answered instead of doing as told. It never leaves kiosk/ledger: Database::change()
/// and query() turn it into a Refusal, Ledger::open() into an OpenRefusal.
class SqlError : public std::runtime_error {
 public:
  /// `code` is an extended result code of SQLite.
  SqlError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}

  [[nodiscard]] int code() const { return code_; }

  /// The result code without its extension: SQLITE_BUSY for SQLITE_BUSY_RECOVERY.
  [[nodiscard]] int primaryCode() const { return code_ & 0xFF; }

 private:
  int code_;
};

}  // namespace hallpass
