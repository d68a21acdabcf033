#include "platform/display/thread_pair.h"

#include <array>
#include <latch>
#include <vector>

#include "tests/support/catch.h"

using platform::ThreadPair;

TEST_CASE("each piece of a work is done once, whichever of the two threads does it", "[threads]") {
  ThreadPair pair;
  for (int round = 0; round < 500; ++round) {
    std::vector<int> done(static_cast<std::size_t>(round % 40));
    pair.each(round % 40, [&](int piece) {
      for (int i = 0; i < 5; ++i) std::this_thread::yield();  // Lets the other thread begin.
      ++done[static_cast<std::size_t>(piece)];
    });
    REQUIRE(done == std::vector<int>(done.size(), 1));
  }
}

TEST_CASE("two pieces are done at the same time", "[threads]") {
  ThreadPair pair;
  for (int round = 0; round < 50; ++round) {
    std::latch both(2);
    std::array<std::thread::id, 2> by;
    pair.each(2, [&](int piece) {
      by.at(static_cast<std::size_t>(piece)) = std::this_thread::get_id();
      both.arrive_and_wait();
    });
    CHECK(by[0] != by[1]);
  }
}

TEST_CASE("a pair that never had work, or just had it, ends", "[threads]") {
  const ThreadPair idle;
  ThreadPair pair;
  int done = 0;
  pair.each(1, [&](int) { ++done; });
  CHECK(done == 1);
}
