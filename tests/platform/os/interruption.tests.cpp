#include "platform/os/interruption.h"

#include <poll.h>

#include "platform/os/worker.h"
#include "tests/support/bell.h"
#include "tests/support/catch.h"

namespace {

bool canBeRead(int descriptor, int milliseconds) {
  pollfd wait{descriptor, POLLIN, 0};
  return ::poll(&wait, 1, milliseconds) == 1;
}

}  // namespace

TEST_CASE("an interruption that was asked for is seen by who waits for it, and stands") {
  platform::Interruption interruption;
  CHECK_FALSE(interruption.asked());
  CHECK_FALSE(canBeRead(interruption.descriptor(), 0));
  interruption.ask();
  interruption.ask();
  CHECK(interruption.asked());
  CHECK(canBeRead(interruption.descriptor(), 0));
  CHECK(canBeRead(interruption.descriptor(), 0));
}

TEST_CASE("work that waits outside of the program is woken by its cancelling") {
  tests::Bell bell;
  platform::Worker worker([&] { bell.ring(); });
  tests::Bell begun;
  bool woken = false;
  const auto job = worker.start([&](platform::Worker::Job& mine) -> platform::Worker::Finish {
    begun.ring();
    const bool read = canBeRead(mine.interruption().descriptor(), 60'000);
    return [&woken, read] { woken = read; };
  });
  REQUIRE(begun.waitFor(1));
  job->cancel();
  REQUIRE(bell.waitUntil([&] {
    worker.collect();
    return woken;
  }));
}
