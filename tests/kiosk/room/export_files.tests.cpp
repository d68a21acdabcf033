#include "kiosk/room/export_files.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/mount.h"
#include "tests/support/temporary_folder.h"

using hallpass::ExportFile;
using hallpass::writeExport;
using platform::FileRefusal;
using tests::Mount;
namespace fs = std::filesystem;

namespace {

std::vector<ExportFile> filesOf(std::size_t bytes) {
  return {{"a.csv", std::string(bytes, 'a'), 1}, {"b.csv", std::string(bytes, 'b'), 1}};
}

std::size_t countIn(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

bool canMount() {
  const std::string why = Mount::whyNot();
  if (!why.empty()) WARN("not tested: " << why);
  return why.empty();
}

}  // namespace

TEST_CASE("an export stands whole, and is taken away whole") {
  const tests::TemporaryFolder folder;
  std::ofstream(folder.path() / "mine.txt") << "x";
  std::vector<std::int64_t> told;
  const auto progress = [&](std::int64_t done, std::int64_t total) {
    told.insert(told.end(), {done, total});
    return true;
  };
  REQUIRE(writeExport(filesOf(10), folder.path(), progress).ok());
  CHECK(told == std::vector<std::int64_t>{1, 2, 2, 2});
  CHECK(fs::file_size(folder.path() / "b.csv") == 10);
  CHECK(countIn(folder.path()) == 3);
  hallpass::removeExport(filesOf(10), folder.path());
  CHECK(countIn(folder.path()) == 1);
}

TEST_CASE("an export that does not fit leaves none of its files") {
  if (!canMount()) return;
  const tests::TemporaryFolder folder;
  const Mount stick = Mount::inMemory(folder.path() / "stick", 2048);
  const std::size_t most = std::size_t{3} << 19U;  // One and a half of the two MiB: the first fits.
  const auto written = writeExport(filesOf(most), stick.folder());
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().why == FileRefusal::Full);
  CHECK(written.error().file.filename() == "b.csv");
  CHECK(countIn(stick.folder()) == 0);
  CHECK(writeExport(filesOf(most / 4), stick.folder()).ok());
}

TEST_CASE("a stick that is pulled between two files is told, and nothing lies where it was") {
  if (!canMount()) return;
  const tests::TemporaryFolder folder;
  Mount stick = Mount::inMemory(folder.path() / "stick", 2048);
  const fs::path place = stick.folder();
  const auto pull = [&](std::int64_t done, std::int64_t) {
    if (done == 1) stick.detach();
    return true;
  };
  const auto written = writeExport(filesOf(10), place, pull);
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().why == FileRefusal::NotFound);
  CHECK(countIn(place) == 0);
}
