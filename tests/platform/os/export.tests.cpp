#include <sched.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <functional>
#include <optional>
#include <thread>

#include "platform/os/files.h"
#include "tests/support/catch.h"
#include "tests/support/mount.h"
#include "tests/support/temporary_folder.h"

using platform::exportFile;
using platform::FileRefusal;
using platform::Links;
using platform::readFile;
using tests::Mount;
namespace fs = std::filesystem;

namespace {

constexpr int kMiB = 1024;  ///< In KiB.
constexpr std::size_t kMost = 100'000'000;

/// Whether mounts can be tested here; says why where they cannot.
bool canMount() {
  const std::string why = Mount::whyNot();
  if (!why.empty()) WARN("not tested: " << why);
  return why.empty();
}

std::optional<FileRefusal> refusalOf(const fs::path& file, const std::string& content) {
  const auto written = exportFile(file, content);
  if (written) return std::nullopt;
  return written.error();
}

std::string contentOf(const fs::path& file) {
  const auto read = readFile(file, kMost);
  return read ? *read : "(nothing)";
}

/// What a folder holds, but for what ext4 keeps for itself.
std::size_t countIn(const fs::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != "lost+found") ++count;
  }
  return count;
}

/// Bytes that no file system can keep as a hole. Compared in parentheses of their own, so that a
/// failure does not print them.
std::string megabytes(std::size_t count) {
  std::string bytes(count << 20U, '\0');
  unsigned value = 1;
  for (char& byte : bytes) {
    value = value * 1'664'525U + 1'013'904'223U;
    byte = static_cast<char>(value >> 24U);
  }
  return bytes;
}

/// Does something as soon as the first file of a folder is made (IN_CREATE) or written
/// (IN_MODIFY). Waits for that at its end.
class OnFirstFile {
 public:
  OnFirstFile(const fs::path& folder, std::uint32_t what, const std::function<void()>& then)
      : watch_(::inotify_init1(IN_CLOEXEC)) {
    REQUIRE(::inotify_add_watch(watch_, folder.c_str(), what) >= 0);
    thread_ = std::thread([this, then] {
      std::array<char, 4096> event{};
      if (::read(watch_, event.data(), event.size()) > 0) then();
    });
    yieldTo(SCHED_IDLE);
  }
  ~OnFirstFile() {
    yieldTo(SCHED_OTHER);
    thread_.join();
    ::close(watch_);
  }
  OnFirstFile(const OnFirstFile&) = delete;
  OnFirstFile& operator=(const OnFirstFile&) = delete;

 private:
  /// The thread that writes must not be done before the one that watches was let run. Without
  /// rights it stays what it became.
  static void yieldTo(int policy) {
    const sched_param usual{};
    (void)::sched_setscheduler(0, policy, &usual);
  }

  int watch_;
  std::thread thread_;
};

/// Writes a file while `damage` changes it behind the writer's back, once it is written and not
/// yet read; until that is noticed, since the damage may come too late. False where it never is.
bool noticesDamage(const fs::path& folder, const std::function<void(const fs::path&)>& damage) {
  const std::string content = megabytes(16);
  const fs::path file = folder / "report.csv";
  for (int attempt = 0; attempt < 50; ++attempt) {
    std::optional<FileRefusal> refusal;
    {
      const OnFirstFile watch(folder, IN_MODIFY, [&] { damage(folder / ".report.csv.part"); });
      refusal = refusalOf(file, content);
    }
    if (refusal) return refusal == FileRefusal::Unreadable && !fs::exists(file);
    fs::remove(file);
  }
  return false;
}

}  // namespace

TEST_CASE("what is exported is there, readable by all, and nothing stays beside it", "[os]") {
  const tests::TemporaryFolder folder;
  const fs::path file = folder.path() / "report.csv";
  const std::string content = megabytes(1) + "and a bit";
  const mode_t before = ::umask(077);
  REQUIRE(exportFile(file, content).ok());
  ::umask(before);
  CHECK((contentOf(file) == content));
  CHECK((fs::status(file).permissions() & fs::perms::others_read) != fs::perms::none);
  CHECK(countIn(folder.path()) == 1);
  REQUIRE(exportFile(file, "").ok());
  CHECK(contentOf(file).empty());
}

TEST_CASE("a file of the size of whole pieces is read back whole", "[os]") {
  const tests::TemporaryFolder folder;
  for (const std::size_t size : {1UL, 65'535UL, 65'536UL, 65'537UL, 131'072UL}) {
    const std::string content(size, 'x');
    REQUIRE(exportFile(folder.path() / "a", content).ok());
    CHECK((contentOf(folder.path() / "a") == content));
  }
}

TEST_CASE("what a broken export left behind does not stop the next one", "[os]") {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / ".report.csv.part") << "half a report, and longer than the next";
  REQUIRE(exportFile(folder.path() / "report.csv", "whole").ok());
  CHECK(contentOf(folder.path() / "report.csv") == "whole");
  CHECK(countIn(folder.path()) == 1);
}

TEST_CASE("links on a stick lead an export nowhere else", "[os]") {
  const tests::TemporaryFolder folder;
  const fs::path precious = folder.path() / "precious";
  std::ofstream(precious) << "untouched";
  fs::create_symlink(precious, folder.path() / ".report.csv.part");
  fs::create_symlink(precious, folder.path() / "report.csv");
  REQUIRE(exportFile(folder.path() / "report.csv", "report").ok());
  CHECK(contentOf(precious) == "untouched");
  CHECK_FALSE(fs::is_symlink(folder.path() / "report.csv"));
  CHECK(contentOf(folder.path() / "report.csv") == "report");
}

TEST_CASE("what is no file, a device or a pipe or a folder, is never replaced by one", "[os]") {
  const tests::TemporaryFolder folder;
  const fs::path pipe = folder.path() / "pipe";
  const fs::path inner = folder.path() / "inner";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  fs::create_directory(inner);
  for (const fs::path& place : {pipe, inner}) {
    CHECK(refusalOf(place, "content") == FileRefusal::NotAFile);
    const auto replaced = platform::replaceFile(place, "content");
    CHECK((!replaced && replaced.error() == FileRefusal::NotAFile));
  }
  CHECK(fs::is_fifo(pipe));
  CHECK(countIn(folder.path()) == 2);
}

TEST_CASE("a folder that is not there, or is none, is refused", "[os]") {
  const tests::TemporaryFolder folder;
  CHECK(refusalOf(folder.path() / "missing/a", "x") == FileRefusal::NotFound);
  fs::create_directory(folder.path() / "taken");
  CHECK(refusalOf(folder.path() / "taken", "x") == FileRefusal::NotAFile);
  CHECK(refusalOf(folder.path() / std::string(300, 'x'), "x") == FileRefusal::BadName);
  CHECK(countIn(folder.path()) == 1);
}

TEST_CASE("a link is no file where links are refused", "[os]") {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "real") << "x";
  fs::create_symlink(folder.path() / "real", folder.path() / "link");
  CHECK(readFile(folder.path() / "real", 10, Links::Refused).ok());
  CHECK(readFile(folder.path() / "link", 10).ok());
  CHECK(readFile(folder.path() / "link", 10, Links::Refused).error() == FileRefusal::NotAFile);
}

TEST_CASE("a stick that gives back something else than was written is noticed", "[os]") {
  const tests::TemporaryFolder folder;
  CHECK(noticesDamage(folder.path(), [](const fs::path& part) {
    std::fstream file(part, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-1, std::ios::end);
    file.put('\0');
  }));
}

TEST_CASE("a stick that gives back less or more than was written is noticed", "[os]") {
  const tests::TemporaryFolder folder;
  CHECK(noticesDamage(folder.path(), [](const fs::path& part) {
    std::error_code gone;
    const auto size = fs::file_size(part, gone);
    if (!gone) fs::resize_file(part, size - 1, gone);
  }));
  CHECK(noticesDamage(folder.path(), [](const fs::path& part) {
    std::error_code gone;
    const auto size = fs::file_size(part, gone);
    if (!gone) fs::resize_file(part, size + 1, gone);
  }));
}

TEST_CASE("a full stick says so and keeps what it had", "[os][mount]") {
  if (!canMount()) return;
  const tests::TemporaryFolder folder;
  const fs::path image = folder.path() / "image";
  const Mount memory = Mount::inMemory(folder.path() / "memory", 2 * kMiB);
  const Mount disk = Mount::ext4(folder.path() / "disk", image, 2 * kMiB);
  for (const Mount* stick : {&memory, &disk}) {
    INFO(stick->folder());
    const fs::path file = stick->folder() / "report.csv";
    REQUIRE_FALSE(refusalOf(file, "the report before"));
    CHECK(refusalOf(file, megabytes(3)) == FileRefusal::Full);
    CHECK(contentOf(file) == "the report before");
    CHECK(countIn(stick->folder()) == 1);
    // The room of what did not fit is free again.
    CHECK_FALSE(refusalOf(file, megabytes(1).substr(0, 300'000)));
  }
}

TEST_CASE("a read-only stick says so and keeps what it had", "[os][mount]") {
  if (!canMount()) return;
  const tests::TemporaryFolder folder;
  Mount stick = Mount::inMemory(folder.path() / "stick", 2 * kMiB);
  const fs::path file = stick.folder() / "report.csv";
  REQUIRE_FALSE(refusalOf(file, "the report before"));
  stick.makeReadOnly();
  CHECK(refusalOf(file, "another report") == FileRefusal::ReadOnly);
  CHECK(refusalOf(stick.folder() / "new.csv", "another report") == FileRefusal::ReadOnly);
  CHECK(platform::replaceFile(file, "x").error() == FileRefusal::ReadOnly);
  CHECK(platform::makeFolder(stick.folder() / "new").error() == FileRefusal::ReadOnly);
  CHECK(contentOf(file) == "the report before");
  CHECK(countIn(stick.folder()) == 1);
}

TEST_CASE("what was exported is on the stick when it is pulled right afterwards", "[os][mount]") {
  if (!canMount()) return;
  const tests::TemporaryFolder folder;
  const fs::path image = folder.path() / "image";
  const std::string content = megabytes(2);
  {
    Mount stick = Mount::ext4(folder.path() / "stick", image, 8 * kMiB);
    REQUIRE_FALSE(refusalOf(stick.folder() / "report.csv", content));
    std::ofstream(stick.folder() / "never synced") << "x";
    stick.pull();
  }
  const Mount stick = Mount::again(folder.path() / "again", image);
  CHECK((contentOf(stick.folder() / "report.csv") == content));
  // The control: pulling does lose what was not written.
  CHECK_FALSE(fs::exists(stick.folder() / "never synced"));
}

TEST_CASE("a stick that is pulled while a file is written is an error, not a report",
          "[os][mount]") {
  if (!canMount()) return;
  const tests::TemporaryFolder folder;
  const fs::path image = folder.path() / "image";
  const std::string content = megabytes(24);
  {
    Mount stick = Mount::ext4(folder.path() / "stick", image, 64 * kMiB);
    const fs::path file = stick.folder() / "report.csv";
    REQUIRE_FALSE(refusalOf(file, "the report before"));
    const OnFirstFile watch(stick.folder(), IN_CREATE, [&] { stick.pull(); });
    CHECK(refusalOf(file, content) == FileRefusal::Unreadable);
  }
  const Mount stick = Mount::again(folder.path() / "again", image);
  CHECK(contentOf(stick.folder() / "report.csv") == "the report before");
  CHECK_FALSE(refusalOf(stick.folder() / "report.csv", content));
}

TEST_CASE("a stick that is unmounted while a file is written is an error, not a report",
          "[os][mount]") {
  if (!canMount()) return;
  const tests::TemporaryFolder folder;
  const fs::path image = folder.path() / "image";
  const std::string content = megabytes(24);
  Mount stick = Mount::ext4(folder.path() / "stick", image, 64 * kMiB);
  const fs::path file = stick.folder() / "report.csv";
  REQUIRE_FALSE(refusalOf(file, "the report before"));
  {
    const OnFirstFile watch(stick.folder(), IN_CREATE, [&] { stick.detach(); });
    CHECK(refusalOf(file, content) == FileRefusal::Unreadable);
  }
  // Nothing came to lie in the folder where the stick was.
  CHECK(countIn(folder.path() / "stick") == 0);
  const Mount again = Mount::again(folder.path() / "again", image);
  CHECK(contentOf(again.folder() / "report.csv") == "the report before");
  CHECK(countIn(again.folder()) == 1);
}
