// A stick that somebody made to get into the device: what is listed of it, and what is read.
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "platform/base/text.h"
#include "platform/os/file_name.h"
#include "platform/os/files.h"
#include "platform/os/media.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using platform::FileRefusal;
using platform::Links;
using platform::Media;
using platform::MediaFile;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMost = 1'000'000;

/// A folder of sticks with one of them, and a secret of the device beside the sticks.
class Nasty {
 public:
  Nasty() {
    fs::create_directories(stick());
    std::ofstream(secret()) << "secret of the device";
  }
  [[nodiscard]] fs::path stick() const { return folder_.path() / "media" / "stick"; }
  [[nodiscard]] fs::path secret() const { return folder_.path() / "secret.csv"; }
  [[nodiscard]] std::vector<MediaFile> files() const {
    return Media(folder_.path() / "media").files({"csv"});
  }
  void lay(const std::string& name) const {
    const fs::path file = stick() / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "of the stick";
  }

 private:
  tests::TemporaryFolder folder_;
};

void makeSocket(const fs::path& path) {
  const int made = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = path.string();
  REQUIRE(name.size() < sizeof address.sun_path);
  std::copy(name.begin(), name.end(), std::begin(address.sun_path));
  const auto* plain = reinterpret_cast<const sockaddr*>(&address);
  REQUIRE(::bind(made, plain, sizeof address) == 0);
  ::close(made);
}

/// What is no file of the stick's own, under names that are asked for.
void layTraps(const Nasty& nasty) {
  const fs::path stick = nasty.stick();
  fs::create_symlink(nasty.secret(), stick / "link.csv");
  fs::create_symlink("../../secret.csv", stick / "up.csv");
  fs::create_symlink("loop.csv", stick / "loop.csv");
  fs::create_symlink("/dev/zero", stick / "zero.csv");
  fs::create_symlink("/proc/self/environ", stick / "environ.csv");
  fs::create_directory_symlink(nasty.secret().parent_path(), stick / "folder");
  fs::create_directory_symlink("/", stick / "root");
  fs::create_directory(stick / "directory.csv");
  REQUIRE(::mkfifo((stick / "pipe.csv").c_str(), 0666) == 0);
  makeSocket(stick / "s.csv");
  // A device node needs an administrator, and a kiosk's sticks are mounted without them.
  (void)!::mknod((stick / "device.csv").c_str(), S_IFCHR | 0666, makedev(1, 5));
  nasty.lay(".hidden.csv");
  nasty.lay(".Trash-1000/gone.csv");
  nasty.lay("a/b/c/deep.csv");
}

}  // namespace

TEST_CASE("of a hostile stick only its own plain files are listed, and read") {
  const Nasty nasty;
  layTraps(nasty);
  CHECK(nasty.files().empty());
  nasty.lay("plain.csv");
  const auto files = nasty.files();
  REQUIRE(files.size() == 1);
  CHECK(platform::readFile(files[0].path, kMost, Links::Refused).value() == "of the stick");
}

TEST_CASE("whoever names a trap does not get through it either") {
  const Nasty nasty;
  layTraps(nasty);
  for (const char* name : {"link.csv", "up.csv", "zero.csv", "environ.csv", "directory.csv",
                           "pipe.csv", "folder/secret.csv"}) {
    INFO(name);
    const auto read = platform::readFile(nasty.stick() / name, kMost, Links::Refused);
    REQUIRE_FALSE(read);
    CHECK(read.error() == FileRefusal::NotAFile);
  }
  // The same call, told to follow links, shows that the traps would work.
  CHECK(platform::readFile(nasty.stick() / "link.csv", kMost).value() == "secret of the device");
}

TEST_CASE("a folder that becomes a link after the look leads nowhere") {
  const Nasty nasty;
  nasty.lay("lists/secret.csv");
  const auto files = nasty.files();
  REQUIRE(files.size() == 1);
  fs::remove_all(nasty.stick() / "lists");
  fs::create_directory_symlink(nasty.secret().parent_path(), nasty.stick() / "lists");
  REQUIRE(fs::exists(files[0].path));
  const auto read = platform::readFile(files[0].path, kMost, Links::Refused);
  REQUIRE_FALSE(read);
  CHECK(read.error() == FileRefusal::NotAFile);
}

TEST_CASE("sticks below a link of the device's own are read all the same") {
  const Nasty nasty;
  nasty.lay("plain.csv");
  const fs::path link = nasty.secret().parent_path() / "run";
  fs::create_directory_symlink(nasty.stick().parent_path(), link);
  const auto files = Media(link).files({"csv"});
  REQUIRE(files.size() == 1);
  CHECK(platform::readFile(files[0].path, kMost, Links::Refused).ok());
}

TEST_CASE("a file that claims a terabyte, or may not be read, is refused") {
  const Nasty nasty;
  nasty.lay("huge.csv");
  fs::resize_file(nasty.stick() / "huge.csv", std::uintmax_t{1} << 40U);
  const auto files = nasty.files();
  REQUIRE(files.size() == 1);
  CHECK(files[0].bytes == std::uint64_t{1} << 40U);
  CHECK(platform::readFile(files[0].path, kMost, Links::Refused).error() == FileRefusal::TooLarge);
}

TEST_CASE("names that would act on a screen or a command are plain text") {
  const Nasty nasty;
  const std::vector<std::string> names{"-rf.csv",
                                       "a$(reboot).csv",
                                       "%s%n%n.csv",
                                       "a\nb.csv",
                                       "a\x1b[2J.csv",
                                       "k\xf6nig.csv",
                                       "\xff\xfe.csv",
                                       "\xe2\x80\xaevsc.csv",
                                       "\xe2\x81\xa6x\xe2\x81\xa9.csv",
                                       " .csv",
                                       std::string(250, 'x') + ".csv",
                                       "\xf0\x9f\x92\xbe.csv"};
  for (const std::string& name : names) nasty.lay(name);
  const auto files = nasty.files();
  CHECK(files.size() == names.size());
  for (const MediaFile& file : files) {
    const std::string shown = platform::shownFileName(file.name);
    INFO(shown);
    CHECK(platform::isUtf8(shown));
    CHECK_FALSE(platform::hasControls(shown));
    CHECK_FALSE(platform::hasInvisible(shown));
    CHECK(platform::toCodePoints(shown).size() <= 120);
    CHECK(platform::readFile(file.path, kMost, Links::Refused).ok());
  }
}

TEST_CASE("a stick with a mountain of files leaves those of another stick to be seen") {
  const Nasty nasty;
  for (int i = 0; i < 20'100; ++i) std::ofstream(nasty.stick() / ("." + std::to_string(i)));
  const fs::path other = nasty.stick().parent_path() / "yours";
  fs::create_directory(other);
  std::ofstream(other / "codes.csv") << "x";
  const auto files = nasty.files();
  REQUIRE(files.size() == 1);
  CHECK(files[0].name == "codes.csv");
}
