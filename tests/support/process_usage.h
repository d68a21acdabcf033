#pragma once

#include <sys/types.h>

#include <cstdint>

namespace tests {

/// What a running program has used since its start, and holds now. Source: proc(5).
struct ProcessUsage {
  std::int64_t cpuTicks = 0;  ///< User and system time, in sysconf(_SC_CLK_TCK) parts of a second.
  std::int64_t contextSwitches = 0;  ///< Of all its threads, voluntary and not.
  std::int64_t residentKiB = 0;      ///< Shared pages counted in full.
  std::int64_t anonymousKiB = 0;     ///< Of these, what is no part of a file: its own memory.
  std::int64_t proportionalKiB = 0;  ///< Shared pages divided among those who share them (PSS).
};

/// Throws when there is no such program.
[[nodiscard]] ProcessUsage usageOf(pid_t id);

/// The proportional set size of a program and of all that it started and that still run, in MiB.
[[nodiscard]] double proportionalMiBOf(pid_t id);

}  // namespace tests
