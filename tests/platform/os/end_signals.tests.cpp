#include "platform/os/end_signals.h"

#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <future>

#include "tests/support/catch.h"

namespace {

bool readable(int descriptor) {
  pollfd wait{descriptor, POLLIN, 0};
  return poll(&wait, 1, 0) == 1;
}

/// What a test left behind would end the next one.
void drain() {
  sigset_t pending;
  sigpending(&pending);
  int taken = 0;
  if (sigismember(&pending, SIGTERM) == 1) sigwait(&pending, &taken);
}

}  // namespace

TEST_CASE("A request to end calls whoever watches, once") {
  platform::EndSignals signals;
  std::promise<void> asked;
  signals.watch([&] { asked.set_value(); });
  CHECK_FALSE(readable(signals.descriptor()));
  kill(getpid(), SIGTERM);
  CHECK(asked.get_future().wait_for(std::chrono::seconds(60)) == std::future_status::ready);
  CHECK(readable(signals.descriptor()));
  signals.unwatch();
  drain();
}

TEST_CASE("A request that came before anybody watched is not lost") {
  platform::EndSignals signals;
  kill(getpid(), SIGTERM);
  std::promise<void> asked;
  signals.watch([&] { asked.set_value(); });
  CHECK(asked.get_future().wait_for(std::chrono::seconds(60)) == std::future_status::ready);
  signals.unwatch();
  drain();
}

TEST_CASE("Who no longer watches is not called") {
  platform::EndSignals signals;
  std::atomic<bool> called = false;
  signals.watch([&] { called = true; });
  signals.unwatch();
  kill(getpid(), SIGTERM);
  CHECK(readable(signals.descriptor()));
  CHECK_FALSE(called);
  drain();
}
