#pragma once

#include <optional>
#include <string_view>

#include "kiosk/domain/claim.h"

namespace hallpass {

class Database;

// The digits of their own that students choose for a claim, within the caller's transaction. Only
// a keyed hash of them is kept. Everything throws SqlError.

/// Keeps `digits` for a live claim that has none.
void keepDigits(Database& database, ClaimId claim, std::string_view digits);

/// How often the digits of `claim` can still be tried; kMostDigitTries where it has none.
[[nodiscard]] int digitTriesLeft(Database& database, ClaimId claim);

/// Compares `typed` with the digits of `claim`; false where it has none. Counts a wrong try, and
/// sets the count to 0 after a right one; compares nothing where no try is left.
[[nodiscard]] bool tryDigits(Database& database, ClaimId claim, std::string_view typed);

/// Takes the digits of `claim` away; false where it has none.
bool dropDigits(Database& database, ClaimId claim);

}  // namespace hallpass
