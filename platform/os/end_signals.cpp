#include "platform/os/end_signals.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <utility>

namespace platform {
namespace {

sigset_t endSignals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, signal);
  return set;
}

/// Waits until `signals` or `stop` can be read; whether it was `signals`. Reads neither.
bool waitForSignal(int signals, int stop) {
  std::array<pollfd, 2> waits{pollfd{signals, POLLIN, 0}, pollfd{stop, POLLIN, 0}};
  while (poll(waits.data(), waits.size(), -1) < 0) {
    if (errno != EINTR) return false;
  }
  return waits[1].revents == 0;
}

}  // namespace

EndSignals::EndSignals() {
  const sigset_t set = endSignals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signals_ = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  stop_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

EndSignals::~EndSignals() {
  unwatch();
  close(signals_);
  close(stop_);
}

void EndSignals::watch(std::function<void()> asked) {
  unwatch();
  watcher_ = std::thread([signals = signals_, stop = stop_, call = std::move(asked)] {
    if (waitForSignal(signals, stop)) call();
  });
}

void EndSignals::unwatch() {
  if (!watcher_.joinable()) return;
  std::uint64_t one = 1;
  (void)!write(stop_, &one, sizeof one);
  watcher_.join();
  (void)!read(stop_, &one, sizeof one);
}

}  // namespace platform
