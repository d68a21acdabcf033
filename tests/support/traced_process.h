#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace tests {

/// Who watches a process, from outside. The process stands still meanwhile.
struct ProcessWatch {
  /// Before each call to the system that can change a file, a folder or what a sync made durable.
  std::function<void()> beforeChange;
  /// After a sync of that file or folder (fsync, fdatasync).
  std::function<void(const std::filesystem::path&)> synced = [](const auto&) {};
  /// Asked before each of those calls: the error that it is to fail with (EIO), not being made; 0:
  /// it is made.
  std::function<int()> error = [] { return 0; };
};

/// Why no process can be watched here (a machine that forbids ptrace, or no x86-64); "" = it can.
[[nodiscard]] std::string whyNotTraced();

/// Runs `work` in a child process, under `watch`, and gives its exit status; -1 where a signal
/// ended it. No database may be open, for it would be carried over; `work` ends without an
/// assertion of Catch's, and on one thread.
int runTraced(const std::function<int()>& work, const ProcessWatch& watch);

}  // namespace tests
