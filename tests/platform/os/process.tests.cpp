#include "platform/os/process.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>

#include "tests/support/catch.h"

namespace {

/// What `asks` answers in a process of its own, whose memory nobody else has used.
bool inItsOwnProcess(bool (*asks)()) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(asks() ? 0 : 1);
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Whether a large block that is let go while a small one lies behind it goes back to the system,
/// though one like it was there before.
bool largeBlocksGoBack() {
  constexpr std::size_t kLarge = std::size_t{16} * 1024 * 1024;
  std::free(std::malloc(kLarge));
  void* volatile large = std::malloc(kLarge);
  void* volatile small = std::malloc(64);
  const auto held = [] {
    const struct mallinfo2 all = ::mallinfo2();
    return all.arena + all.hblkhd;
  };
  const std::size_t before = held();
  std::free(large);
  const bool gone = held() + kLarge <= before;
  std::free(small);
  return gone;
}

/// A sanitizer's memory is its own, and answers nothing.
bool isMemoryOfTheSystem() { return ::mallinfo2().arena + ::mallinfo2().hblkhd > 0; }

}  // namespace

TEST_CASE("a crash leaves no memory image, and new files are their owner's alone") {
  CHECK(inItsOwnProcess([] {
    platform::keepPrivate();
    rlimit limit{1, 1};
    ::getrlimit(RLIMIT_CORE, &limit);
    // Nobody can lift it again: the hard limit went, too.
    const bool privateFiles = ::umask(0) == 077;
    return limit.rlim_cur == 0 && limit.rlim_max == 0 && privateFiles;
  }));
}

TEST_CASE("a large block of memory that is let go goes back to the system") {
  if (!isMemoryOfTheSystem()) return;
  CHECK(inItsOwnProcess([] {
    platform::giveLargeBlocksBack();
    return largeBlocksGoBack();
  }));
  // Without it the second one is kept: the promise is not the C library's own.
  CHECK_FALSE(inItsOwnProcess(largeBlocksGoBack));
}
