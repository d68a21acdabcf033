#include "platform/os/file_locks.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/support/catch.h"

using platform::writeLockHolder;

namespace {

/// A file that is there as long as this.
class File {
 public:
  File() {
    const int opened = ::mkstemp(path_.data());
    REQUIRE(opened >= 0);
    ::close(opened);
  }
  ~File() { ::unlink(path_.c_str()); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_ = (std::filesystem::temp_directory_path() / "locks-test-XXXXXX").string();
};

bool lock(const std::string& file, short kind) {
  struct flock part {};
  part.l_type = kind;
  part.l_start = 120;
  part.l_len = 1;
  const int opened = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  return ::fcntl(opened, F_SETLK, &part) == 0;
}

/// A process that holds a lock on one byte of a file, as long as this lives.
class Holder {
 public:
  Holder(const std::string& file, short kind) {
    std::array<int, 2> held{};
    std::array<int, 2> stop{};
    REQUIRE(::pipe(held.data()) == 0);
    REQUIRE(::pipe(stop.data()) == 0);
    child_ = ::fork();
    if (child_ == 0) {
      ::close(stop[1]);
      char byte = lock(file, kind) ? 'y' : 'n';
      (void)!::write(held[1], &byte, 1);
      (void)!::read(stop[0], &byte, 1);
      ::_exit(0);
    }
    ::close(held[1]);
    ::close(stop[0]);
    stop_ = stop[1];
    char byte = 0;
    REQUIRE(::read(held[0], &byte, 1) == 1);
    ::close(held[0]);
    REQUIRE(byte == 'y');
  }
  ~Holder() {
    ::close(stop_);
    ::waitpid(child_, nullptr, 0);
  }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  [[nodiscard]] pid_t process() const { return child_; }

 private:
  pid_t child_ = -1;
  int stop_ = -1;
};

std::string ownName() {
  std::string name;
  std::getline(std::ifstream("/proc/self/comm"), name);
  return name;
}

}  // namespace

TEST_CASE("the process that locks a file for writing is named, until it ends", "[os]") {
  const File file;
  CHECK_FALSE(writeLockHolder(file.path()));
  {
    const Holder holder(file.path(), F_WRLCK);
    const auto found = writeLockHolder(file.path());
    REQUIRE(found);
    CHECK(found->process == holder.process());
    CHECK(found->program == ownName());
    CHECK_FALSE(writeLockHolder(File().path()));
  }
  CHECK_FALSE(writeLockHolder(file.path()));
}

TEST_CASE("who only reads, or is the caller, keeps nobody from a file", "[os]") {
  const File file;
  {
    const Holder reader(file.path(), F_RDLCK);
    CHECK_FALSE(writeLockHolder(file.path()));
  }
  REQUIRE(lock(file.path(), F_WRLCK));
  CHECK_FALSE(writeLockHolder(file.path()));
  CHECK_FALSE(writeLockHolder(file.path() + "-missing"));
}
