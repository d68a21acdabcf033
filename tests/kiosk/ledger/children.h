#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <vector>

#include "tests/support/catch.h"

namespace tests {

/// A pipe whose records are small enough to be written whole (PIPE_BUF).
template <class Record>
class RecordPipe {
 public:
  RecordPipe() { REQUIRE(::pipe2(ends_, O_CLOEXEC) == 0); }
  ~RecordPipe() {
    closeReader();
    closeWriter();
  }
  RecordPipe(const RecordPipe&) = delete;
  RecordPipe& operator=(const RecordPipe&) = delete;

  [[nodiscard]] bool put(const Record& record) const {
    return ::write(ends_[1], &record, sizeof record) == static_cast<ssize_t>(sizeof record);
  }

  /// The next record; false once every writer has closed.
  [[nodiscard]] bool take(Record& record) const {
    return ::read(ends_[0], &record, sizeof record) == static_cast<ssize_t>(sizeof record);
  }

  /// To wait on for the next record.
  [[nodiscard]] int reader() const { return ends_[0]; }

  void closeReader() { close(ends_[0]); }
  void closeWriter() { close(ends_[1]); }

 private:
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  int ends_[2] = {-1, -1};
};

/// Processes of this test. A database must not be open when they are made (SQLite forbids to carry
/// one over), and `work` ends with its exit status, without an assertion of Catch's.
class Children {
 public:
  Children(int count, const std::function<int(int)>& work) {
    for (int number = 0; number < count; ++number) {
      const pid_t child = ::fork();
      REQUIRE(child >= 0);
      if (child == 0) ::_exit(work(number));
      pids_.push_back(child);
    }
  }
  ~Children() {
    kill();
    (void)wait();
  }
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;

  void kill() const {
    for (const pid_t child : pids_) ::kill(child, SIGKILL);
  }

  /// The exit statuses, in the order of the numbers; -1 for one that was killed.
  std::vector<int> wait() {
    std::vector<int> statuses;
    for (const pid_t child : pids_) {
      int status = 0;
      ::waitpid(child, &status, 0);
      statuses.push_back(WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    }
    pids_.clear();
    return statuses;
  }

 private:
  std::vector<pid_t> pids_;
};

}  // namespace tests
