#include "platform/os/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

#include "tests/support/catch.h"

using platform::FileRefusal;
using platform::makeFolder;
using platform::readFile;
using platform::replaceFile;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone with everything in it when the test ends.
class OwnFolder {
 public:
  OwnFolder() {
    std::string pattern = (fs::temp_directory_path() / "files-test-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::permissions(path_, fs::perms::owner_all, ignored);
    fs::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

mode_t modeOf(const fs::path& file) {
  struct stat facts {};
  REQUIRE(::stat(file.c_str(), &facts) == 0);
  return facts.st_mode & 07777U;
}

FileRefusal refusalOf(const fs::path& file, std::size_t most = 100) {
  const auto read = readFile(file, most);
  REQUIRE_FALSE(read.ok());
  return read.error();
}

}  // namespace

TEST_CASE("what is written is read back, every byte of it", "[os]") {
  const OwnFolder folder;
  std::string bytes;
  for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>(i % 256);
  REQUIRE(replaceFile(folder / "a", bytes).ok());
  CHECK(*readFile(folder / "a", bytes.size()) == bytes);
  REQUIRE(replaceFile(folder / "empty", "").ok());
  CHECK(readFile(folder / "empty", 0)->empty());
}

TEST_CASE("a file is replaced whole, for its owner alone, and nothing stays beside it", "[os]") {
  const OwnFolder folder;
  REQUIRE(replaceFile(folder / "a", "a long first content").ok());
  REQUIRE(replaceFile(folder / "a", "short").ok());
  CHECK(*readFile(folder / "a", 100) == "short");
  CHECK(modeOf(folder / "a") == 0600);
  CHECK(folder.count() == 1);
}

TEST_CASE("whoever has the old file open keeps it whole", "[os]") {
  const OwnFolder folder;
  REQUIRE(replaceFile(folder / "a", "old").ok());
  std::ifstream reader(folder / "a");
  REQUIRE(replaceFile(folder / "a", "new").ok());
  std::string seen;
  reader >> seen;
  CHECK(seen == "old");
}

TEST_CASE("a reader beside a writer sees one content or the other, never a mixture", "[os]") {
  const OwnFolder folder;
  const std::string first(50'000, 'a');
  const std::string second(70'000, 'b');
  REQUIRE(replaceFile(folder / "a", first).ok());
  bool wrote = true;
  std::thread writer([&] {
    for (int i = 0; i < 50; ++i) {
      wrote = replaceFile(folder / "a", i % 2 == 0 ? second : first).ok() && wrote;
    }
  });
  bool whole = true;
  for (int i = 0; i < 200; ++i) {
    const auto seen = readFile(folder / "a", 100'000);
    whole = whole && seen.ok() && (*seen == first || *seen == second);
  }
  writer.join();
  CHECK(wrote);
  CHECK(whole);
}

TEST_CASE("a file over the limit is not read", "[os]") {
  const OwnFolder folder;
  REQUIRE(replaceFile(folder / "a", std::string(11, 'x')).ok());
  CHECK(refusalOf(folder / "a", 10) == FileRefusal::TooLarge);
  CHECK(readFile(folder / "a", 11).ok());
}

TEST_CASE("what is no file is refused without waiting for it", "[os]") {
  const OwnFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(refusalOf(folder / "pipe") == FileRefusal::NotAFile);
  CHECK(refusalOf(folder.path()) == FileRefusal::NotAFile);
  CHECK(refusalOf("/dev/zero") == FileRefusal::NotAFile);
  CHECK(refusalOf(folder / "missing") == FileRefusal::NotFound);
  CHECK(refusalOf(folder / "missing/inside") == FileRefusal::NotFound);
  fs::create_symlink(folder / "nowhere", folder / "link");
  CHECK(refusalOf(folder / "link") == FileRefusal::NotFound);
}

TEST_CASE("a refused write leaves the old file and nothing beside it", "[os]") {
  const OwnFolder folder;
  REQUIRE(makeFolder(folder / "taken/inside").ok());
  const auto onFolder = replaceFile(folder / "taken", "x");
  REQUIRE_FALSE(onFolder.ok());
  CHECK(onFolder.error() == FileRefusal::NotAFile);
  CHECK(folder.count() == 1);
  const auto nowhere = replaceFile(folder / "missing/a", "x");
  REQUIRE_FALSE(nowhere.ok());
  CHECK(nowhere.error() == FileRefusal::NotFound);
}

TEST_CASE("a disk without room keeps the old content", "[os]") {
  const auto full = replaceFile("/dev/full/a", "x");
  REQUIRE_FALSE(full.ok());
  if (::access("/dev/full", W_OK) != 0) return;
  const OwnFolder folder;
  REQUIRE(replaceFile(folder / "a", "old").ok());
  fs::create_symlink("/dev/full", folder / "a.new");
  const auto before = fs::status("/dev/full").permissions();
  const auto refused = replaceFile(folder / "a", "new");
  CHECK(fs::status("/dev/full").permissions() == before);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error() == FileRefusal::Full);
  CHECK(*readFile(folder / "a", 10) == "old");
}

TEST_CASE("a file or folder that may not be opened says so", "[os]") {
  if (::geteuid() == 0) return;  // The administrator may open everything.
  const OwnFolder folder;
  REQUIRE(replaceFile(folder / "a", "x").ok());
  fs::permissions(folder / "a", fs::perms::none);
  CHECK(refusalOf(folder / "a") == FileRefusal::NotAllowed);
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  const auto refused = replaceFile(folder / "b", "x");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error() == FileRefusal::NotAllowed);
}

TEST_CASE("folders are made with their parents, for their owner alone, once or twice", "[os]") {
  const OwnFolder folder;
  REQUIRE(makeFolder(folder / "a/b/c").ok());
  REQUIRE(makeFolder(folder / "a/b/c").ok());
  REQUIRE(makeFolder(folder / "d/").ok());
  CHECK(modeOf(folder / "a") == 0700);
  CHECK(modeOf(folder / "a/b/c") == 0700);
  CHECK(fs::is_directory(folder / "d"));
}

TEST_CASE("a folder cannot be made where a file is", "[os]") {
  const OwnFolder folder;
  REQUIRE(replaceFile(folder / "a", "x").ok());
  for (const std::string path : {"a", "a/b"}) {
    const auto made = makeFolder(folder / path);
    REQUIRE_FALSE(made.ok());
    CHECK(made.error() == FileRefusal::NotAFolder);
  }
  CHECK(*readFile(folder / "a", 10) == "x");
}

TEST_CASE("a name that is too long, or links in a circle, are the name's fault", "[os]") {
  const OwnFolder folder;
  CHECK(refusalOf(folder / std::string(300, 'x')) == FileRefusal::BadName);
  fs::create_symlink(folder / "b", folder / "a");
  fs::create_symlink(folder / "a", folder / "b");
  CHECK(refusalOf(folder / "a") == FileRefusal::BadName);
  const auto made = makeFolder(folder / std::string(300, 'x'));
  REQUIRE_FALSE(made.ok());
  CHECK(made.error() == FileRefusal::BadName);
}

TEST_CASE("each refusal names the file and says what to do", "[os]") {
  std::vector<std::string> seen;
  for (const FileRefusal refusal :
       {FileRefusal::NotFound, FileRefusal::NotAllowed, FileRefusal::NotAFile,
        FileRefusal::NotAFolder, FileRefusal::TooLarge, FileRefusal::BadName, FileRefusal::ReadOnly,
        FileRefusal::Full, FileRefusal::Unreadable}) {
    const std::string said = platform::sentence(refusal, "lists/codes.csv");
    CHECK(said.find("\"lists/codes.csv\"") != std::string::npos);
    CHECK(said.back() == '.');
    CHECK(
        platform::folderSentence(refusal, "data").find("The folder \"data\" could not be made: ") ==
        0);
    for (const std::string& other : seen) CHECK(said != other);
    seen.push_back(said);
  }
}
