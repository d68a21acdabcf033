// A library that is loaded before the C library: for its program time passes kHurry times as fast.
// It counts and waits for what many visits need of time, so that their memory is known in an hour.
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <ctime>

namespace {

constexpr std::int64_t kHurry = 8;
constexpr std::int64_t kNanoseconds = 1'000'000'000;

std::int64_t nanosecondsOf(const timespec& time) {
  return time.tv_sec * kNanoseconds + time.tv_nsec;
}

timespec timeOf(std::int64_t nanoseconds) {
  return {nanoseconds / kNanoseconds, nanoseconds % kNanoseconds};
}

std::int64_t readKernel(clockid_t clock) {
  timespec now{};
  ::syscall(SYS_clock_gettime, clock, &now);
  return nanosecondsOf(now);
}

/// What a clock was when it was asked first.
std::int64_t firstOf(clockid_t clock) {
  static const std::int64_t wall = readKernel(CLOCK_REALTIME);
  static const std::int64_t boot = readKernel(CLOCK_BOOTTIME);
  static const std::int64_t monotonic = readKernel(CLOCK_MONOTONIC);
  switch (clock) {
    case CLOCK_BOOTTIME:
      return boot;
    case CLOCK_MONOTONIC:
      return monotonic;
    default:
      return wall;
  }
}

bool hurries(clockid_t clock) {
  return clock == CLOCK_REALTIME || clock == CLOCK_BOOTTIME || clock == CLOCK_MONOTONIC;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  if (!hurries(clock)) return static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
  const std::int64_t first = firstOf(clock);
  *time = timeOf(first + (readKernel(clock) - first) * kHurry);
  return 0;
}

int ppoll(pollfd* files, nfds_t count, const timespec* limit, const sigset_t* signals) {
  timespec shorter{};
  if (limit != nullptr) shorter = timeOf(nanosecondsOf(*limit) / kHurry);
  return static_cast<int>(::syscall(SYS_ppoll, files, count, limit == nullptr ? nullptr : &shorter,
                                    signals, sizeof(unsigned long)));
}
}
