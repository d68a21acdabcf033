#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/domain/code.h"
#include "platform/base/clock.h"

namespace hallpass {

class Database;

/// The code that the next student gets.
struct NextCode {
  std::int64_t id = 0;
  std::int64_t batch = 0;
  Code code;
  std::string value;  ///< Of its batch.
};

/// ?1 pass type, ?2 now. Soonest redeem-by, then oldest batch, then file order; none without a
/// redeem-by comes before one with it (DESIGN.md 3.5). The index code_next gives the first row
/// without a scan; a test reads the plan.
inline constexpr std::string_view kNextCodeSql =
    "SELECT id, batch, secret, (SELECT value FROM batch WHERE batch.id = code.batch), "
    "identity FROM code "
    "WHERE pass_type = ?1 AND state = 'stock' AND coalesce(redeem_by, 9223372036854775807) >= ?2 "
    "ORDER BY coalesce(redeem_by, 9223372036854775807), batch, position LIMIT 1";

/// The code of `passType` to hand out at `now`, or nullopt where none is left. Throws SqlError.
[[nodiscard]] std::optional<NextCode> readNextCode(Database& database, const std::string& passType,
                                                   platform::UtcTime now);

}  // namespace hallpass
