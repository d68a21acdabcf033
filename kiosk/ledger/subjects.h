#pragma once

#include <optional>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/class.h"
#include "kiosk/domain/subject.h"

namespace hallpass {

class Database;

// Who takes a code, as the rooms of a depot know people: within the caller's transaction. Without a
// depot there are no tokens. Everything throws SqlError.

/// The token of `student`, of the class `inClass`; nullopt where this kiosk never met a depot, or
/// the name was erased.
[[nodiscard]] std::optional<platform::Hash> readSubject(Database& database, StudentId student,
                                                        const Class& inClass);

/// Where else whoever `token` is of took a code; nullopt where nothing was heard of it.
[[nodiscard]] std::optional<Elsewhere> readElsewhere(Database& database,
                                                     const platform::Hash& token);

/// Other rooms are told of `claim` with the newest entry of the journal, which is of it.
void noteSubject(Database& database, ClaimId claim, const platform::Hash& token);

}  // namespace hallpass
