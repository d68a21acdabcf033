#pragma once

#include <string>
#include <vector>

#include "kiosk/room/exports.h"

namespace hallpass {

/// The journal as JSON lines, oldest first, in a file of that name, and its manifest: how many
/// lines and bytes, how many of each event, the SHA-256 of the file, the chain's head, which
/// program wrote it when. Each line holds what its hash is made over (journal.h), so that the chain
/// can be checked without the ledger. Refuses as the ledger does.
[[nodiscard]] platform::Result<std::vector<ExportFile>, Refusal> exportJournal(
    Ledger& ledger, const std::string& fileName);

}  // namespace hallpass
