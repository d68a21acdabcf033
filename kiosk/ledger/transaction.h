#pragma once

#include <cstdint>

namespace hallpass {

class Database;

/// One transaction of a database: rolled back when destroyed, unless it was committed.
/// Once it has ended, by whatever way, it never touches a later transaction.
class Transaction {
 public:
  enum class Kind : std::uint8_t {
    Read,   ///< One unchanging view of the content.
    Write,  ///< The only writer from its first moment on (BEGIN IMMEDIATE).
  };

  /// Throws SqlError; SQLITE_BUSY after the busy timeout. One transaction at a time: a second one
  /// throws std::logic_error.
  Transaction(Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Makes it durable. Throws SqlError; then only reading the content anew tells the outcome.
  void commit();

  /// Takes everything back. Throws SqlError. Nothing happens where it has ended already.
  void rollback();

 private:
  [[nodiscard]] bool isOpen() const;

  Database& database_;
  std::uint64_t number_;  ///< Of this transaction in its database's count.
};

}  // namespace hallpass
