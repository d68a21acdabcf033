#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "kiosk/ledger/open_refusal.h"

namespace hallpass {

class Database;
class Journal;

/// "HPLG": the mark in the header of every ledger file (SQLite's application_id).
inline constexpr std::int64_t kApplicationId = 0x48504C47;

/// Brings a ledger from the schema number before it to its own. Number n is the n-th of the list.
struct Migration {
  const char* sql;
};

/// Every migration, oldest first: the first one makes the schema.
[[nodiscard]] std::span<const Migration> migrations();

/// Runs the migrations that the file has not seen: all of them in one transaction for a new file,
/// which records `ledger-created`, else each in one of its own, which records `ledger-migrated`. It
/// also sets the schema number. Does nothing where there are none. Throws SqlError; the migrations
/// that were committed before stay.
void migrate(Database& database, Journal& journal, std::span<const Migration> list);

/// Refuses a file that holds anything else than a ledger of these migrations or nothing at all.
/// Reads only. Throws SqlError.
[[nodiscard]] std::optional<OpenRefusal> refuseForeign(Database& database,
                                                       std::span<const Migration> list);

/// Refuses a ledger that lacks a table, index or trigger of its schema number, or has other ones: a
/// rule that was taken away protects nothing. Reads only. Throws SqlError.
[[nodiscard]] std::optional<OpenRefusal> refuseChanged(Database& database,
                                                       std::span<const Migration> list);

}  // namespace hallpass
