#include "platform/os/process.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace platform {

void keepPrivate() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::umask(077);
}

void giveLargeBlocksBack() {
  constexpr int kLarge = 256 * 1024;
  // Setting it at all is what ends the learning: mallopt(3), M_MMAP_THRESHOLD.
  ::mallopt(M_MMAP_THRESHOLD, kLarge);
}

void startAgain(char** argv) {
  std::error_code error;
  std::string program = std::filesystem::read_symlink("/proc/self/exe", error).string();
  if (error) return;
  // What the kernel appends where the file was replaced while it ran.
  constexpr std::string_view kReplaced = " (deleted)";
  if (program.ends_with(kReplaced)) program.resize(program.size() - kReplaced.size());
  ::execv(program.c_str(), argv);
}

}  // namespace platform
