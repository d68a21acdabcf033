#include "kiosk/room/device_key.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace hallpass;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

}  // namespace

TEST_CASE("the device's key is made once, for its owner alone, and stays") {
  const tests::TemporaryFolder folder;
  const auto key = deviceKey(folder.path());
  REQUIRE(key);
  CHECK(deviceKey(folder.path())->publicKey() == key->publicKey());
  CHECK(fs::status(deviceKeyFile(folder.path())).permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
  const tests::TemporaryFolder other;
  CHECK(deviceKey(other.path())->publicKey() != key->publicKey());
}

TEST_CASE("a key that is damaged, or that others may read, is refused and stays as it is") {
  const tests::TemporaryFolder folder;
  const fs::path file = deviceKeyFile(folder.path());
  SECTION("damaged") {
    for (const char* content :
         {"", "hallpass device key 1\n", "hallpass device key 1\nAAAA\n", "something else"}) {
      put(file, content);
      const auto refused = deviceKey(folder.path());
      REQUIRE_FALSE(refused);
      CHECK(refused.error().sentence.find("damaged") != std::string::npos);
      CHECK(fs::file_size(file) == std::string_view(content).size());
    }
  }
  SECTION("read by others") {
    REQUIRE(deviceKey(folder.path()));
    fs::permissions(file, fs::perms::others_read, fs::perm_options::add);
    const auto refused = deviceKey(folder.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().sentence.find("read by others") != std::string::npos);
  }
  SECTION("a link to somewhere else") {
    put(folder.path() / "elsewhere", "");
    fs::create_symlink(folder.path() / "elsewhere", file);
    CHECK_FALSE(deviceKey(folder.path()));
  }
}

TEST_CASE("a device is called by four groups of four, the same each time") {
  platform::PublicKey key{};
  const std::string name = deviceName(key);
  CHECK(name.size() == 19);
  CHECK(name == deviceName(key));
  key[31] = 1;
  CHECK(name != deviceName(key));
}
