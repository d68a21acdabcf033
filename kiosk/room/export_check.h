#pragma once

#include <filesystem>

#include "kiosk/exchange/proven_name.h"
#include "platform/base/hash.h"
#include "platform/base/result.h"
#include "platform/os/files.h"

namespace hallpass {

/// What is found of a file that left the device.
struct ExportCheck {
  NameProof proof = NameProof::None;
  platform::Hash content{};  ///< SHA-256, to compare with what was said when it was written.
};

/// Checks `file` against the manifest beside it, else against its name (provenName(), or a
/// backup's). Reads both and changes nothing; needs no ledger. Refuses where `file` cannot be read.
[[nodiscard]] platform::Result<ExportCheck, platform::FileRefusal> checkExport(
    const std::filesystem::path& file);

}  // namespace hallpass
