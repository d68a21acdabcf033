#pragma once

#include <filesystem>

#include "platform/base/result.h"
#include "platform/os/files.h"

namespace platform {

/// Overwrites a regular file with zeros, syncs that, takes it out of its folder and syncs the
/// folder: its bytes are then nowhere that the file system leads to. A flash disk may keep older
/// copies of a block that nothing but its own firmware can read; against that only an encrypted
/// disk helps (trust.md 6).
///
/// Where nothing has that name nothing happens. A link is taken away, and what it leads to stays;
/// so does what has another name beside this one. NotAFile: a folder or a device; nothing changed.
/// Another refusal may leave the file there, overwritten or not: try again.
[[nodiscard]] Result<Done, FileRefusal> eraseFile(const std::filesystem::path& file);

}  // namespace platform
