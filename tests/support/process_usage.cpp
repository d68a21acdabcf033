#include "tests/support/process_usage.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tests {
namespace {

std::filesystem::path folderOf(pid_t id) {
  return std::filesystem::path("/proc") / std::to_string(id);
}

/// The sum of the numbers of all lines that begin with `key`.
std::int64_t sumIn(std::istream& stream, std::string_view key) {
  std::int64_t sum = 0;
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with(key)) sum += std::stoll(line.substr(key.size()));
  }
  return sum;
}

std::int64_t sumOf(const std::filesystem::path& file, std::string_view key) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return sumIn(stream, key);
}

std::int64_t cpuTicksOf(pid_t id) {
  std::ifstream stream(folderOf(id) / "stat");
  std::string line;
  std::getline(stream, line);
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string skipped;
  for (int field = 3; field < 14; ++field) fields >> skipped;
  std::int64_t user = 0;
  std::int64_t system = 0;
  fields >> user >> system;
  return user + system;
}

/// Of a program and those below it; of one that ends meanwhile nothing.
std::int64_t proportionalKiBOf(pid_t id) {
  std::ifstream memory(folderOf(id) / "smaps_rollup");
  std::int64_t sum = sumIn(memory, "Pss:");
  std::error_code ended;
  for (const auto& task : std::filesystem::directory_iterator(folderOf(id) / "task", ended)) {
    std::ifstream children(task.path() / "children");
    for (pid_t child = 0; children >> child;) sum += proportionalKiBOf(child);
  }
  return sum;
}

}  // namespace

ProcessUsage usageOf(pid_t id) {
  ProcessUsage usage;
  for (const auto& task : std::filesystem::directory_iterator(folderOf(id) / "task")) {
    usage.contextSwitches += sumOf(task.path() / "status", "voluntary_ctxt_switches:");
    usage.contextSwitches += sumOf(task.path() / "status", "nonvoluntary_ctxt_switches:");
  }
  usage.cpuTicks = cpuTicksOf(id);
  usage.residentKiB = sumOf(folderOf(id) / "smaps_rollup", "Rss:");
  usage.anonymousKiB = sumOf(folderOf(id) / "smaps_rollup", "Anonymous:");
  usage.proportionalKiB = sumOf(folderOf(id) / "smaps_rollup", "Pss:");
  return usage;
}

double proportionalMiBOf(pid_t id) { return static_cast<double>(proportionalKiBOf(id)) / 1024; }

}  // namespace tests
