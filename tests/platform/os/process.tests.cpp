#include "platform/os/process.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.h"

TEST_CASE("a crash leaves no memory image, and new files are their owner's alone") {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    platform::keepPrivate();
    rlimit limit{1, 1};
    ::getrlimit(RLIMIT_CORE, &limit);
    // Nobody can lift it again: the hard limit went, too.
    const bool privateFiles = ::umask(0) == 077;
    ::_exit(limit.rlim_cur == 0 && limit.rlim_max == 0 && privateFiles ? 0 : 1);
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 0);
}
