#include "platform/os/file_watch.h"

#include <condition_variable>
#include <fstream>
#include <mutex>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace std::chrono_literals;

namespace {

/// Counts calls from another thread, and waits for one.
class Bell {
 public:
  void ring() {
    const std::lock_guard lock(mutex_);
    ++rung_;
    changed_.notify_all();
  }
  [[nodiscard]] int count() {
    const std::lock_guard lock(mutex_);
    return rung_;
  }
  [[nodiscard]] bool waitFor(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, 20s, [&] { return rung_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int rung_ = 0;
};

}  // namespace

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
