#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/base/hash.h"
#include "platform/base/id.h"

struct sqlite3_stmt;

namespace hallpass {

class Database;

/// One prepared statement, borrowed from its database's cache until it is destroyed.
/// Columns count from 0, as SQLite's do. Everything throws SqlError.
class Statement {
 public:
  Statement(Database& database, std::string sql, sqlite3_stmt* prepared);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Starts anew with `values` for ?1, ?2 ... in their order.
  template <class... Values>
  Statement& bind(const Values&... values) {
    restart();
    return bindMore(0, values...);
  }

  /// `values` for the places behind `place`; the others keep theirs. Not after a step().
  template <class... Values>
  Statement& bindMore(int place, const Values&... values) {
    (put(++place, values), ...);
    return *this;
  }

  /// Goes to the next row; false when there is none.
  bool step();

  /// Steps to the end, and is ready to be bound again.
  void run();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] bool isNull(int column) const;
  /// nullopt for NULL.
  [[nodiscard]] std::optional<platform::UtcTime> time(int column) const;
  /// A blob that is not 32 bytes long gives 0xFF throughout, which is the hash of no row.
  [[nodiscard]] platform::Hash hash(int column) const;

 private:
  void restart();
  void put(int place, std::nullptr_t);
  void put(int place, std::int64_t value);
  void put(int place, std::string_view value);
  void put(int place, const platform::Hash& value);
  void put(int place, std::signed_integral auto value) {
    put(place, static_cast<std::int64_t>(value));
  }
  void put(int place, platform::UtcTime value) { put(place, value.ms); }
  template <class Tag>
  void put(int place, platform::Id<Tag> value) {
    put(place, value.value);
  }
  template <class Value>
  void put(int place, const std::optional<Value>& value) {
    value ? put(place, *value) : put(place, nullptr);
  }
  void check(int code) const;

  Database& database_;
  std::string sql_;
  sqlite3_stmt* prepared_;
};

}  // namespace hallpass
