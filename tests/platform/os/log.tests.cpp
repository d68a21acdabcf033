#include "platform/os/log.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <type_traits>

#include "tests/support/catch.h"
#include "tests/support/mount.h"

using platform::Log;
using platform::LogLevel;
using platform::LogValue;

namespace {

/// A log that is kept.
struct Kept {
  std::vector<std::pair<LogLevel, std::string>> lines;
  Log log{[this](LogLevel level, const std::string& line) { lines.emplace_back(level, line); }};
};

/// What `say` puts on standard error.
std::string onStandardError(void (*say)()) {
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(pipe[1], STDERR_FILENO);
    say();
    ::_exit(0);
  }
  ::close(pipe[1]);
  std::string all;
  std::array<char, 256> piece{};
  for (;;) {
    const ssize_t got = ::read(pipe[0], piece.data(), piece.size());
    if (got <= 0) break;
    all.append(piece.data(), static_cast<std::size_t>(got));
  }
  ::close(pipe[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WEXITSTATUS(status) == 0);
  return all;
}

/// The socket of a journal that stands in for the system's; -1 where none can be made.
int openJournal() {
  if (::unshare(CLONE_NEWNS) != 0) return -1;
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return -1;
  if (::mount("none", "/run", "tmpfs", 0, nullptr) != 0) return -1;
  ::mkdir("/run/systemd", 0755);
  ::mkdir("/run/systemd/journal", 0755);
  const int journal = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = "/run/systemd/journal/socket";
  std::copy(path.begin(), path.end(), std::begin(address.sun_path));
  const auto* plain = reinterpret_cast<const sockaddr*>(&address);
  return ::bind(journal, plain, sizeof address) == 0 ? journal : -1;
}

/// Logs as a service does whose standard error goes to the journal, and prints what came there.
void sayAsService() {
  const int journal = openJournal();
  struct stat facts {};
  if (journal < 0 || ::fstat(STDERR_FILENO, &facts) != 0) ::_exit(1);
  const std::string stream = std::to_string(facts.st_dev) + ":" + std::to_string(facts.st_ino);
  ::setenv("JOURNAL_STREAM", stream.c_str(), 1);
  Log().tell(LogLevel::Warning, "disk", "The disk has {n} bytes left.", {{"n", 12}});
  std::array<char, 4096> entry{};
  const ssize_t got = ::recv(journal, entry.data(), entry.size(), MSG_DONTWAIT);
  if (got <= 0) ::_exit(2);
  (void)!::write(STDERR_FILENO, entry.data(), static_cast<std::size_t>(got));
}

}  // namespace

// What a person typed is a std::string, and no line can be made with one by accident.
static_assert(!std::is_convertible_v<std::string, LogValue>);
static_assert(!std::is_constructible_v<LogValue, std::string>);
static_assert(!std::is_constructible_v<LogValue, const char*>);
static_assert(!std::is_constructible_v<LogValue, std::string_view>);
static_assert(std::is_convertible_v<int, LogValue>);
static_assert(std::is_convertible_v<std::filesystem::path, LogValue>);

TEST_CASE("a fact is logged once, and again when it changed or was over") {
  Kept kept;
  const auto left = [&](int bytes) {
    kept.log.tell(LogLevel::Warning, "disk", "{n} bytes are left.", {{"n", bytes}});
  };
  kept.log.over("disk", "There is room again.");
  left(5);
  left(5);
  left(4);
  kept.log.over("disk", "There is room again.");
  kept.log.over("disk", "There is room again.");
  left(4);
  REQUIRE(kept.lines.size() == 4);
  CHECK(kept.lines[0] == std::pair(LogLevel::Warning, std::string("5 bytes are left.")));
  CHECK(kept.lines[1].second == "4 bytes are left.");
  CHECK(kept.lines[2] == std::pair(LogLevel::Notice, std::string("There is room again.")));
  CHECK(kept.lines[3].second == "4 bytes are left.");
}

TEST_CASE("what is logged is one line, whatever its values hold") {
  Kept kept;
  kept.log.tell(LogLevel::Error, "file", "{file} is odd.",
                {{"file", std::filesystem::path("/a\nError: \x1b[2J\xff{file}")}});
  CHECK(kept.lines.at(0).second ==
        "/a\xef\xbf\xbd"
        "Error: \xef\xbf\xbd[2J\xef\xbf\xbd{file} is odd.");
}

TEST_CASE("without a journal a line goes to standard error") {
  CHECK(onStandardError([] {
          ::unsetenv("JOURNAL_STREAM");
          Log().tell(LogLevel::Notice, "start", "Started.");
        }) == "Started.\n");
}

TEST_CASE("a terminal that was opened by a service keeps its lines") {
  CHECK(onStandardError([] {
          ::setenv("JOURNAL_STREAM", "1:1", 1);
          Log().tell(LogLevel::Notice, "start", "Started.");
        }) == "Started.\n");
}

TEST_CASE("the log of a service goes to the journal by its own interface, with its level") {
  const std::string why = tests::Mount::whyNot();
  if (!why.empty()) {
    WARN("not tested: " << why);
    return;
  }
  const std::string entry = onStandardError(sayAsService);
  CHECK(entry.find("PRIORITY=4\n") != std::string::npos);
  CHECK(entry.find("MESSAGE=The disk has 12 bytes left.\n") != std::string::npos);
}
