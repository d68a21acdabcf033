// The file that a kiosk proves itself to its depot by.
#include "kiosk/depot/depot_key.h"

#include <filesystem>

#include "platform/os/files.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using hallpass::depotKey;
using hallpass::newDepotKey;

namespace {

/// A folder with a key in it.
struct KeyFolder {
  tests::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "depot.key";
  std::string good;

  KeyFolder() {
    REQUIRE(depotKey(folder.path()).ok());
    good = platform::readFile(file, 1'000).value();
  }
  void write(const std::string& content) const {
    REQUIRE(platform::replaceFile(file, content).ok());
  }
};

}  // namespace

TEST_CASE("a kiosk keeps its key, which nobody else may read, until it enrols anew", "[depot]") {
  const KeyFolder keys;
  const auto first = depotKey(keys.folder.path())->secret();
  CHECK((depotKey(keys.folder.path())->secret() == first));
  CHECK((std::filesystem::status(keys.file).permissions() & std::filesystem::perms(0777)) ==
        std::filesystem::perms(0600));
  CHECK_FALSE((newDepotKey(keys.folder.path())->secret() == first));
}

TEST_CASE("a damaged key is told, stays where it is, and nothing of it is in the message",
          "[depot]") {
  const KeyFolder keys;
  const std::string text = keys.good.substr(keys.good.find('\n') + 1);
  const std::string heading = keys.good.substr(0, keys.good.find('\n') + 1);
  const std::vector<std::string> damaged{"",                               // Emptied.
                                         "hallpass depot key 2\n" + text,  // Of another kind.
                                         keys.good.substr(0, keys.good.size() - 1),  // Cut.
                                         heading + "*" + text.substr(1),  // No such letter.
                                         heading + text.substr(4),        // Too short.
                                         heading + "AAAA" + text,         // Too long.
                                         heading + "\n"};
  for (const std::string& content : damaged) {
    keys.write(content);
    const auto key = depotKey(keys.folder.path());
    REQUIRE_FALSE(key.ok());
    CHECK(key.error() == "The file depot.key of the data folder is damaged. Enrol anew.");
    CHECK(platform::readFile(keys.file, 1'000).value() == content);
  }
  keys.write(keys.good);
  CHECK(depotKey(keys.folder.path()).ok());
}

TEST_CASE("what is no file is no key, and where none can be written none is made", "[depot]") {
  const KeyFolder keys;
  std::filesystem::remove(keys.file);
  std::filesystem::create_directory(keys.file);
  CHECK(depotKey(keys.folder.path()).error().find(keys.file.string()) != std::string::npos);
  // The secret of somebody else, by a link.
  std::filesystem::remove(keys.file);
  std::filesystem::create_symlink("/dev/zero", keys.file);
  CHECK_FALSE(depotKey(keys.folder.path()).ok());
  const auto nowhere = keys.folder.path() / "nowhere";
  const auto made = newDepotKey(nowhere);
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().find(nowhere.string()) != std::string::npos);
}

TEST_CASE("a UUID is what a database writes as one", "[depot]") {
  const std::string id = hallpass::freshUuid();
  CHECK(hallpass::isUuid(id));
  CHECK_FALSE(hallpass::isUuid(""));
  CHECK_FALSE(hallpass::isUuid(id + "0"));
  CHECK_FALSE(hallpass::isUuid(id.substr(1)));
  for (std::size_t at = 0; at < id.size(); ++at) {
    for (const char other : {'G', ' ', '\0', '\x80', id[at] == '-' ? '0' : '-'}) {
      std::string wrong = id;
      wrong[at] = other;
      INFO(wrong);
      CHECK_FALSE(hallpass::isUuid(wrong));
    }
  }
}
