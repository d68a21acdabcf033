#include "platform/os/disk_space.h"

#include <sys/statvfs.h>

namespace platform {

std::optional<std::uint64_t> freeBytes(const std::filesystem::path& folder) {
  struct statvfs facts {};
  if (::statvfs(folder.c_str(), &facts) != 0) return std::nullopt;
  return std::uint64_t{facts.f_bavail} * facts.f_frsize;
}

}  // namespace platform
