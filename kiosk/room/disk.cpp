#include "kiosk/room/disk.h"

#include "platform/os/disk_space.h"

namespace hallpass {

bool isDiskLow(const std::filesystem::path& data, int reserveMiB) {
  constexpr std::uint64_t kMiB = std::uint64_t{1} << 20U;
  const auto left = platform::freeBytes(data);
  return left && *left < static_cast<std::uint64_t>(reserveMiB) * kMiB;
}

}  // namespace hallpass
