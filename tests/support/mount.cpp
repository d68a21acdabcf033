#include "tests/support/mount.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace tests {
namespace {

namespace fs = std::filesystem;

/// Takes this program's mounts apart from those of the machine; once.
std::string leaveTheMachinesMounts() {
  if (::geteuid() != 0) return "only the administrator may mount";
  if (::unshare(CLONE_NEWNS) != 0 ||
      ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
    return std::string("mounting is not possible here: ") + std::strerror(errno);
  }
  return "";
}

std::string tryToMount() {
  if (std::string why = leaveTheMachinesMounts(); !why.empty()) return why;
  try {
    const TemporaryFolder folder;
    const Mount memory = Mount::inMemory(folder.path() / "memory", 64);
    const Mount disk = Mount::ext4(folder.path() / "disk", folder.path() / "image", 1024);
  } catch (const std::exception& error) {
    return std::string("mounting is not possible here: ") + error.what();
  }
  return "";
}

}  // namespace

std::string Mount::whyNot() {
  static const std::string why = tryToMount();
  return why;
}

Mount Mount::inMemory(const fs::path& folder, int kib) {
  fs::create_directories(folder);
  const std::string size = "size=" + std::to_string(kib) + "k";
  require(::mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) == 0, "mount");
  return Mount(folder);
}

Mount Mount::ext4(const fs::path& folder, const fs::path& image, int kib) {
  runTool({"truncate", "-s", std::to_string(kib) + "K", image});
  runTool({"mkfs.ext4", "-q", "-F", image});
  return again(folder, image);
}

Mount Mount::again(const fs::path& folder, const fs::path& image) {
  fs::create_directories(folder);
  runTool({"mount", "-t", "ext4", "-o", "loop", image, folder});
  return Mount(folder);
}

Mount::Mount(Mount&& other) noexcept : folder_(std::exchange(other.folder_, {})) {}

Mount::~Mount() {
  if (!folder_.empty()) ::umount2(folder_.c_str(), MNT_DETACH);
}

void Mount::makeReadOnly() {
  require(::mount("none", folder_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0,
          "remount");
}

void Mount::makeWritable() {
  require(::mount("none", folder_.c_str(), nullptr, MS_REMOUNT, nullptr) == 0, "remount");
}

bool Mount::unmount() {
  if (::umount2(folder_.c_str(), 0) != 0) return false;
  folder_.clear();
  return true;
}

void Mount::detach() {
  require(::umount2(folder_.c_str(), MNT_DETACH) == 0, "umount");
  folder_.clear();
}

void Mount::pull() {
  constexpr unsigned long kShutDown = _IOR('X', 125, std::uint32_t);  // EXT4_IOC_SHUTDOWN
  std::uint32_t withoutWritingTheLog = 2;
  const int folder = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool done = folder >= 0 && ::ioctl(folder, kShutDown, &withoutWritingTheLog) == 0;
  ::close(folder);
  require(done, "shutdown");
}

}  // namespace tests
