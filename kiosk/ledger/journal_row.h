#pragma once

#include <string>
#include <string_view>

#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/statement.h"

namespace hallpass {

/// What a statement must select for journalEntryAt().
inline constexpr std::string_view kJournalColumns =
    "sequence, boot_id, since_boot, wall, wall_quality, role, event, fields, previous, hash";

/// The row that a statement of kJournalColumns stands on.
[[nodiscard]] JournalEntry journalEntryAt(const Statement& row);

/// What its hash is made over: see Journal.
[[nodiscard]] std::string canonicalOf(const JournalEntry& entry);

/// What its hash is where nothing of it was changed: see Journal.
[[nodiscard]] platform::Hash hashOf(const JournalEntry& entry);

}  // namespace hallpass
