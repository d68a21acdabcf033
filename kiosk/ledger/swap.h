#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/ledger/copies.h"
#include "kiosk/ledger/watermark.h"
#include "platform/base/clock.h"

namespace hallpass {

/// Puts `staged`, a whole ledger without a log whose journal ends with `head`, in the place of
/// `ledger`, which nobody else uses and whose mark says how far it came. Gives the name under which
/// the old one is kept in the backup folder, with its log; "" where there was none. Backups with
/// more entries than `head` get names by which none of them is the newest from now on.
///
/// nullopt where the disk refuses. Then, or where the power goes, one of the two stands under the
/// ledger's name: an old one that was damaged may lack its log by then, and the mark keeps it from
/// serving until it is restored once more. The old one may have two names, which an erasure minds
/// (platform::eraseFile()).
[[nodiscard]] std::optional<std::filesystem::path> swapLedger(const std::filesystem::path& staged,
                                                              const std::filesystem::path& ledger,
                                                              const JournalHead& head,
                                                              platform::UtcTime now,
                                                              const CopiesLock& lock);

}  // namespace hallpass
