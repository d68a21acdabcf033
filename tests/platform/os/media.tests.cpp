#include "platform/os/media.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/mount.h"
#include "tests/support/temporary_folder.h"

using platform::Media;
using platform::MediaFile;
namespace fs = std::filesystem;

namespace {

/// A folder for sticks, and what a test lays into it.
class Sticks {
 public:
  [[nodiscard]] fs::path path(const std::string& name = "") const { return folder_.path() / name; }
  [[nodiscard]] Media media() const { return Media(folder_.path()); }

  /// Makes a file, and the folders around it. Its time is `age` seconds before now.
  void lay(const std::string& name, const std::string& content = "x", int age = 0) const {
    fs::create_directories(path(name).parent_path());
    std::ofstream(path(name)) << content;
    fs::last_write_time(path(name), fs::file_time_type::clock::now() - std::chrono::seconds(age));
  }
  void make(const std::string& name) const { fs::create_directories(path(name)); }

 private:
  tests::TemporaryFolder folder_;
};

using Names = std::vector<std::string>;

Names namesOf(const std::vector<MediaFile>& files) {
  Names names;
  for (const MediaFile& file : files) names.push_back(file.name);
  return names;
}

Names sortedNames(const Sticks& sticks, const std::vector<std::string>& endings = {"csv"}) {
  Names names = namesOf(sticks.media().files(endings));
  std::sort(names.begin(), names.end());
  return names;
}

Names stickNames(const Sticks& sticks) {
  Names names;
  for (const fs::path& stick : sticks.media().sticks()) {
    names.push_back(stick.lexically_relative(sticks.path(".").parent_path()).string());
  }
  return names;
}

}  // namespace

TEST_CASE("each folder is a stick, sorted by name") {
  const Sticks sticks;
  sticks.make("white");
  sticks.make("black");
  CHECK(stickNames(sticks) == Names{"black", "white"});
}

TEST_CASE("a folder that is not there, or holds nothing, has no sticks and no files") {
  const Sticks sticks;
  CHECK(sticks.media().sticks().empty());
  CHECK(sticks.media().files({"csv"}).empty());
  CHECK(Media(sticks.path("missing")).sticks().empty());
  CHECK(Media(sticks.path("missing")).files({"csv"}).empty());
}

TEST_CASE("a folder with files of its own is one stick, with the folders in it") {
  const Sticks sticks;
  sticks.lay("codes.csv");
  sticks.lay("lists/more.csv");
  CHECK(stickNames(sticks) == Names{"."});
  CHECK(sortedNames(sticks) == Names{"codes.csv", "lists/more.csv"});
}

TEST_CASE("hidden folders, links and what Windows keeps for itself are no sticks") {
  const Sticks sticks;
  sticks.make(".hidden");
  sticks.make("System Volume Information");
  sticks.make("$RECYCLE.BIN");
  sticks.make("real");
  fs::create_directory_symlink(sticks.path("real"), sticks.path("link"));
  CHECK(stickNames(sticks) == Names{"real"});
}

TEST_CASE("files are listed by their endings, whatever their case, with name, path and size") {
  const Sticks sticks;
  sticks.lay("stick/codes.CSV", "12345");
  sticks.lay("stick/picture.png");
  sticks.lay("stick/csv");
  sticks.lay("stick/codes.csv.exe");
  const auto files = sticks.media().files({"csv", "txt"});
  REQUIRE(files.size() == 1);
  CHECK(files[0].name == "codes.CSV");
  CHECK(files[0].path == sticks.path("stick/codes.CSV"));
  CHECK(files[0].bytes == 5);
}

TEST_CASE("files lie at most two folders deep") {
  const Sticks sticks;
  sticks.lay("stick/0.csv");
  sticks.lay("stick/a/1.csv");
  sticks.lay("stick/a/b/2.csv");
  sticks.lay("stick/a/b/c/3.csv");
  CHECK(sortedNames(sticks) == Names{"0.csv", "a/1.csv", "a/b/2.csv"});
}

TEST_CASE("the newest file comes first, from whichever stick, and equal ones stand by name") {
  const Sticks sticks;
  sticks.lay("one/old.csv", "x", 300);
  sticks.lay("two/new.csv", "x", 10);
  sticks.lay("one/middle.csv", "x", 200);
  CHECK(namesOf(sticks.media().files({"csv"})) == Names{"new.csv", "middle.csv", "old.csv"});
  const auto time = fs::last_write_time(sticks.path("one/old.csv"));
  fs::last_write_time(sticks.path("two/new.csv"), time);
  fs::last_write_time(sticks.path("one/middle.csv"), time);
  CHECK(namesOf(sticks.media().files({"csv"})) == Names{"middle.csv", "old.csv", "new.csv"});
}

TEST_CASE("links, pipes, and hidden files and folders are left out") {
  const Sticks sticks;
  sticks.lay("stick/real.csv");
  sticks.lay("stick/.hidden.csv");
  sticks.lay("stick/.trash/gone.csv");
  sticks.lay("stick/System Volume Information/x.csv");
  fs::create_symlink(sticks.path("stick/real.csv"), sticks.path("stick/link.csv"));
  fs::create_directory_symlink(sticks.path("stick"), sticks.path("stick/around"));
  REQUIRE(::mkfifo(sticks.path("stick/pipe.csv").c_str(), 0600) == 0);
  CHECK(sortedNames(sticks) == Names{"real.csv"});
}

TEST_CASE("the 500 newest files are listed, and no more") {
  const Sticks sticks;
  for (int i = 0; i < 510; ++i) sticks.lay("stick/" + std::to_string(i) + ".csv", "x", 1'000 + i);
  const auto files = sticks.media().files({"csv"});
  REQUIRE(files.size() == 500);
  CHECK(files.front().name == "0.csv");
  CHECK(files.back().name == "499.csv");
}

TEST_CASE("names in any script, and of any bytes, are listed") {
  const Sticks sticks;
  sticks.lay("stick/Téléchargé 山田.csv");
  sticks.lay("stick/\xff\xfe.csv");
  CHECK(sticks.media().files({"csv"}).size() == 2);
}

TEST_CASE("what is mounted in a folder with files of its own is a stick beside it") {
  if (const std::string why = tests::Mount::whyNot(); !why.empty()) {
    WARN("not tested: " << why);
    return;
  }
  const Sticks sticks;
  sticks.lay("codes.csv");
  sticks.make("plain");
  const auto mounted = tests::Mount::inMemory(sticks.path("stick"), 64);
  sticks.lay("stick/inside.csv");
  CHECK(stickNames(sticks) == Names{".", "stick"});
  CHECK(sortedNames(sticks) == Names{"codes.csv", "inside.csv"});
}

TEST_CASE("an empty stick that is mounted at the folder itself is a stick") {
  if (const std::string why = tests::Mount::whyNot(); !why.empty()) {
    WARN("not tested: " << why);
    return;
  }
  const Sticks around;
  const auto mounted = tests::Mount::inMemory(around.path("media"), 64);
  const Media media(around.path("media"));
  CHECK(media.sticks() == std::vector<fs::path>{around.path("media")});
  around.make("media/folder");
  CHECK(media.sticks() == std::vector<fs::path>{around.path("media")});
}
