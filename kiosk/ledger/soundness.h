#pragma once

#include <string_view>

#include "kiosk/domain/code.h"

namespace hallpass {

class Database;
class Statement;

/// Whether nothing of the content is damaged: SQLite's own check, then what it cannot know: each
/// code's text against what it is compared by, each claim against the state of its code, and that
/// what a row refers to is there. Within the caller's transaction. Throws SqlError where it cannot
/// be asked.
[[nodiscard]] bool isWhole(Database& database);

/// Whether a code's text is the one that `identity` was made from (PassType::identity(), with the
/// number of a use behind it where it is for several students).
[[nodiscard]] bool isIntact(std::string_view secret, std::string_view identity);

/// The code in the columns `secret` and `identity` of a row that is to be shown. Throws SqlError
/// (damage) where the two do not fit together: no page of the file has a checksum, and a bit that
/// turned over must not become a code.
[[nodiscard]] Code intactCode(const Statement& row, int secret, int identity);

}  // namespace hallpass
