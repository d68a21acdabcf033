#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/domain/student.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {

/// The student whom `entry` names by number; nullopt where it names none.
[[nodiscard]] std::optional<StudentId> studentOf(const JournalEntry& entry);

/// "Claim made" for "claim-made": what an event is called on the screen, in the language that is
/// set.
[[nodiscard]] std::string eventTitle(std::string_view event);

/// Every one of them in English, in the order of events(): so that translators meet them all.
[[nodiscard]] std::span<const char* const> eventTitles();

/// What `entry` says, in the language that is set; see describe(). What is stored as an id, such as
/// a lock or what was wrong with a code, stands there in words (eventValue()); the titles of passes
/// are read from `assets`.
[[nodiscard]] std::string eventSentence(const JournalEntry& entry,
                                        const std::filesystem::path& assets);

}  // namespace hallpass
