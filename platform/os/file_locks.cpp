#include "platform/os/file_locks.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace platform {
namespace {

/// The file as a line of /proc/locks names it: "fe:00:10952754".
std::string nameInTable(const struct stat& facts) {
  char text[64];
  std::snprintf(text, sizeof text, "%02x:%02x:%llu", major(facts.st_dev), minor(facts.st_dev),
                static_cast<unsigned long long>(facts.st_ino));
  return text;
}

/// The process of a line "1: POSIX  ADVISORY  WRITE 4711 fe:00:10952754 120 120", or 0. A line of
/// somebody who waits for a lock has "->" in the second place.
int writerIn(const std::string& line, const std::string& file) {
  std::istringstream words(line);
  std::string number, kind, strictness, access, lockedFile;
  int process = 0;
  words >> number >> kind >> strictness >> access >> process >> lockedFile;
  const bool writes = words && kind == "POSIX" && access == "WRITE" && lockedFile == file;
  return writes && process > 0 ? process : 0;
}

std::string programOf(int process) {
  std::string name;
  std::getline(std::ifstream("/proc/" + std::to_string(process) + "/comm"), name);
  return name;
}

}  // namespace

std::optional<LockHolder> writeLockHolder(const std::filesystem::path& file) {
  struct stat facts {};
  if (::stat(file.c_str(), &facts) != 0) return std::nullopt;
  const std::string wanted = nameInTable(facts);
  std::ifstream table("/proc/locks");
  for (std::string line; std::getline(table, line);) {
    const int process = writerIn(line, wanted);
    if (process == 0 || process == ::getpid()) continue;
    std::string program = programOf(process);
    if (!program.empty()) return LockHolder{process, std::move(program)};
  }
  return std::nullopt;
}

}  // namespace platform
