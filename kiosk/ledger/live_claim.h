#pragma once

#include <optional>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/class.h"

namespace hallpass {

class Database;

/// The claim of a student that lives, with the row of its code.
struct LiveClaim {
  Claim claim;
  std::int64_t code = 0;
  std::int64_t batch = 0;
};

/// The live claim that `student` holds in `inClass`, within the caller's transaction; nullopt where
/// there is none. Throws SqlError.
[[nodiscard]] std::optional<LiveClaim> readLiveClaim(Database& database, StudentId student,
                                                     const Class& inClass);

/// Likewise, in the class opened last.
[[nodiscard]] std::optional<LiveClaim> readLiveClaim(Database& database, StudentId student);

}  // namespace hallpass
