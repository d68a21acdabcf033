#include "kiosk/room/appliance.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/granting_service.h"
#include "tests/support/temporary_folder.h"

using namespace hallpass;

namespace {

/// What the image tells, as image/ writes it.
struct Image {
  tests::TemporaryFolder folder;
  Appliance appliance{folder.path()};

  Image() { std::filesystem::create_directory(folder.path() / "kiosk"); }
  void tell(const std::string& file, const std::string& text) const {
    std::ofstream(folder.path() / file) << text;
  }
  [[nodiscard]] std::string told(const std::string& file) const {
    return platform::readFile(folder.path() / file, 200).value();
  }
};

const std::string kKey = "bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv";

}  // namespace

TEST_CASE("On a machine that is not the appliance there is nothing to say of its disk") {
  const Appliance none("/no/such/folder");
  CHECK(none.disk() == Appliance::Disk::Unknown);
  CHECK_FALSE(none.isLocked());
  CHECK(none.recoveryKey().empty());
  CHECK(none.answer() == Appliance::Answer::None);
  CHECK_FALSE(none.tryKey(kKey));
  CHECK_FALSE(none.forgetRecoveryKey());
  CHECK(none.askNewKey({}));
  CHECK_FALSE(none.isKeyDue());
}

TEST_CASE("How the disk was opened is one word, and another word says nothing") {
  const Image image;
  image.tell("data", "sealed\n");
  CHECK(image.appliance.disk() == Appliance::Disk::Sealed);
  image.tell("data", "plain\n");
  CHECK(image.appliance.disk() == Appliance::Disk::Plain);
  for (const std::string word : {"", "sealed?", "Plain", "locked"}) {
    image.tell("data", word);
    CHECK(image.appliance.disk() == Appliance::Disk::Unknown);
  }
}

TEST_CASE("The recovery key is told in capitals until somebody has written it down") {
  const Image image;
  image.tell("recovery-key", kKey + "\n");
  CHECK(image.appliance.recoveryKey() ==
        "BCDEFGHI-JKLNRTUV-BCDEFGHI-JKLNRTUV-BCDEFGHI-JKLNRTUV-BCDEFGHI-JKLNRTUV");
  REQUIRE(image.appliance.forgetRecoveryKey());
  CHECK(image.appliance.recoveryKey().empty());
  CHECK(image.told("kiosk/recovery-key-kept").empty());
}

TEST_CASE("What is not a whole recovery key is not shown as one") {
  const Image image;
  for (const std::string& text :
       {std::string(), kKey.substr(1), kKey + "b", "a" + kKey.substr(1),
        kKey.substr(0, 8) + "b" + kKey.substr(9), kKey.substr(0, 7) + "-" + kKey.substr(8)}) {
    image.tell("recovery-key", text);
    INFO(text.size());
    CHECK(image.appliance.recoveryKey().empty());
  }
}

TEST_CASE("The image is asked for a stick by its folder's name; another machine grants nothing") {
  const Image image;
  CHECK_FALSE(image.appliance.writing("/run/media/hallpass/sda1").granted());
  tests::GrantingService service(
      image.folder.path() / "sticks", [] { return true; }, [] {});
  CHECK(image.appliance.writing("/run/media/hallpass/sda1").granted());
  CHECK(service.asked() == std::vector<std::string>{"sda1"});
}

TEST_CASE("The image is asked to open the ports where it closes them") {
  const Image image;
  CHECK_FALSE(image.appliance.closesPorts());
  CHECK_FALSE(image.appliance.openPorts().granted());
  tests::GrantingService service(
      image.folder.path() / "ports", [] { return true; }, [] {});
  CHECK(image.appliance.closesPorts());
  CHECK(image.appliance.openPorts().granted());
}

TEST_CASE("A typed key goes to the image in small letters, and its answer is the one after it") {
  const Image image;
  image.tell("locked", "");
  CHECK(image.appliance.isLocked());
  image.tell("answer", "wrong\n");
  CHECK(image.appliance.answer() == Appliance::Answer::Wrong);
  REQUIRE(image.appliance.tryKey("BCDE-fghi"));
  CHECK(image.told("kiosk/typed") == "bcde-fghi");
  CHECK(image.appliance.answer() == Appliance::Answer::None);
  image.tell("answer", "opened\n");
  std::filesystem::remove(image.folder.path() / "kiosk" / "typed");
  CHECK(image.appliance.answer() == Appliance::Answer::Opened);
}

TEST_CASE("A new key of the disk is asked for once for an erasure, where the image makes one") {
  const Image image;
  const platform::Hash erasure = platform::sha256("the erasure");
  const std::string name = platform::toHex(erasure).substr(0, 32);
  REQUIRE(image.appliance.askNewKey(erasure));
  CHECK_FALSE(image.appliance.isKeyDue());
  image.tell("renewed", "\n");
  REQUIRE(image.appliance.askNewKey(erasure));
  CHECK(image.told("kiosk/erased") == name);
  CHECK(image.appliance.isKeyDue());
  // The image has taken it in, and made the key at the next start.
  std::filesystem::remove(image.folder.path() / "kiosk" / "erased");
  image.tell("renewal-due", "");
  CHECK(image.appliance.isKeyDue());
  std::filesystem::remove(image.folder.path() / "renewal-due");
  image.tell("renewed", name + "\n");
  REQUIRE(image.appliance.askNewKey(erasure));
  CHECK_FALSE(image.appliance.isKeyDue());
  REQUIRE(image.appliance.askNewKey(platform::sha256("another erasure")));
  CHECK(image.appliance.isKeyDue());
}

TEST_CASE("A new key of the disk that cannot be asked for is not due") {
  const Image image;
  image.tell("renewed", "\n");
  std::filesystem::remove(image.folder.path() / "kiosk");
  CHECK_FALSE(image.appliance.askNewKey({}));
  CHECK_FALSE(image.appliance.isKeyDue());
}
