#include "platform/os/erase_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/support/catch.h"

using platform::eraseFile;
using platform::FileRefusal;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone with everything in it when the test ends.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "erase-test-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }

  fs::path write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path_ / name;
  }

 private:
  fs::path path_;
};

/// What a file holds that was opened before it lost its name.
std::string contentOf(int descriptor, std::size_t bytes) {
  std::string content(bytes, '?');
  const ssize_t got = ::pread(descriptor, content.data(), bytes, 0);
  content.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return content;
}

}  // namespace

TEST_CASE("an erased file is gone, and nothing but zeros were in it", "[os][erase]") {
  const Folder folder;
  for (const std::size_t bytes : {1U, 4'096U, 200'001U}) {
    const fs::path file = folder.write("codes", std::string(bytes, 'S'));
    const int before = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(before >= 0);
    CHECK(eraseFile(file).ok());
    CHECK_FALSE(fs::exists(file));
    CHECK(contentOf(before, bytes + 1) == std::string(bytes, '\0'));
    ::close(before);
  }
}

TEST_CASE("a file that is only removed still holds what was in it", "[os][erase]") {
  const Folder folder;
  const fs::path file = folder.write("codes", "SECRET");
  const int before = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  fs::remove(file);
  CHECK(contentOf(before, 6) == "SECRET");
  ::close(before);
}

TEST_CASE("erasing what is not there does nothing", "[os][erase]") {
  const Folder folder;
  CHECK(eraseFile(folder / "none").ok());
  CHECK(eraseFile(folder / "none" / "none").ok());
}

TEST_CASE("a link is erased, and what it leads to stays", "[os][erase]") {
  const Folder folder;
  const fs::path kept = folder.write("kept", "KEPT");
  fs::create_symlink(kept, folder / "link");
  CHECK(eraseFile(folder / "link").ok());
  CHECK_FALSE(fs::is_symlink(folder / "link"));
  CHECK(fs::file_size(kept) == 4);
}

TEST_CASE("a folder, a pipe and a file where a folder should be are no files to erase",
          "[os][erase]") {
  const Folder folder;
  fs::create_directory(folder / "folder");
  CHECK(eraseFile(folder / "folder").error() == FileRefusal::NotAFile);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(eraseFile(folder / "pipe").error() == FileRefusal::NotAFile);
  CHECK(fs::exists(folder / "pipe"));
  const fs::path file = folder.write("file", "x");
  CHECK(eraseFile(file / "inside").error() == FileRefusal::NotFound);
}

TEST_CASE("what has another name beside this one keeps its bytes", "[os][erase]") {
  const Folder folder;
  const fs::path file = folder.write("ledger", "all of it");
  fs::create_hard_link(file, folder / "aside");
  CHECK(eraseFile(folder / "aside").ok());
  CHECK_FALSE(fs::exists(folder / "aside"));
  std::ifstream in(file, std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == "all of it");
}
