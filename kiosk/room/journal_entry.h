#pragma once

#include <optional>

#include "kiosk/domain/student.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {

/// The student whom `entry` names by number; nullopt where it names none.
[[nodiscard]] std::optional<StudentId> studentOf(const JournalEntry& entry);

/// "Claim made" for "claim-made": what an event is called on the screen.
[[nodiscard]] std::string eventTitle(std::string_view event);

}  // namespace hallpass
