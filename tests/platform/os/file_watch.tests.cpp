#include "platform/os/file_watch.h"

#include <fstream>

#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using tests::Bell;

TEST_CASE("a change of a file in the folder is told, and the next one too") {
  const tests::TemporaryFolder folder;
  Bell bell;
  const platform::FileWatch watch(folder.path(), [&] { bell.ring(); });
  std::ofstream(folder.path() / "a") << "1" << std::flush;
  REQUIRE(bell.waitFor(1));
  std::ofstream(folder.path() / "a", std::ios::app) << "2" << std::flush;
  CHECK(bell.waitFor(2));
}

TEST_CASE("nothing is told of a folder that is not there, and the watch ends at once") {
  const tests::TemporaryFolder folder;
  Bell bell;
  {
    const platform::FileWatch watch(folder.path() / "missing", [&] { bell.ring(); });
    std::ofstream(folder.path() / "a") << "1" << std::flush;
  }
  CHECK(bell.count() == 0);
}
