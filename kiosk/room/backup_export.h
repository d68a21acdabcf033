#pragma once

#include <filesystem>

#include "kiosk/ledger/open_refusal.h"
#include "kiosk/room/exports.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"

namespace hallpass {

/// A copy of `ledger` that is to leave the device: checked (makeBackup()), under the name that
/// tells its hash, without PINs and students' own digits; its lines are the journal's entries. No
/// copy of it stays here. Any thread; refuses as makeBackup() does.
[[nodiscard]] platform::Result<ExportFile, OpenRefusal> exportBackup(
    const std::filesystem::path& ledger, platform::UtcTime now);

}  // namespace hallpass
