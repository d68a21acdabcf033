#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/room/exports.h"
#include "platform/os/files.h"

namespace hallpass {

/// Why nothing was written, and at which file.
struct ExportFailure {
  platform::FileRefusal why = platform::FileRefusal::Unreadable;
  std::filesystem::path file;
};

/// Writes `files` beside each other into `folder` (exportFile()). When it answers with a value, all
/// of them are on the medium; on a refusal, none of them stays, as far as the medium is still
/// there. NotFound: also where the medium was pulled between two of them. Any thread.
[[nodiscard]] platform::Result<platform::Done, ExportFailure> writeExport(
    const std::vector<ExportFile>& files, const std::filesystem::path& folder,
    const Progress& progress = {});

/// Takes `files` away again.
void removeExport(const std::vector<ExportFile>& files, const std::filesystem::path& folder);

}  // namespace hallpass
