#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/ledger/open_refusal.h"

namespace hallpass {

class Database;

/// What kind of place the database lies in: only a file can have a write-ahead log.
enum class Place : std::uint8_t { File, Memory };

/// Sets every setting that the ledger relies on, and reads each back. A setting that SQLite did not
/// take gives a refusal, for the promises of the ledger would not hold. Throws SqlError.
[[nodiscard]] std::optional<OpenRefusal> applyPragmas(Database& database, Place place);

}  // namespace hallpass
