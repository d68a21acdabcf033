#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace platform {

/// A process that keeps others from a file.
struct LockHolder {
  int process = 0;      ///< Its number (PID).
  std::string program;  ///< As the kernel names it, at most 15 bytes of any kind: "sqlite3".
};

/// Another process that holds a POSIX lock for writing on a part of `file`, as /proc/locks tells at
/// this moment; nullopt where there is none, or where the kernel does not say. The caller's own
/// locks do not count.
[[nodiscard]] std::optional<LockHolder> writeLockHolder(const std::filesystem::path& file);

}  // namespace platform
