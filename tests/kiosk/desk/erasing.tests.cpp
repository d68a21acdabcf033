// How venue staff erase the device, page by page.
#include <fstream>
#include <sstream>

#include "kiosk/desk/erase_pages.h"
#include "kiosk/desk/machine_tools.h"
#include "kiosk/desk/places.h"
#include "kiosk/room/device_key.h"
#include "kiosk/room/signed_text.h"
#include "platform/base/secret_hash.h"
#include "tests/kiosk/desk/page_stack.h"
#include "tests/support/mock_machine.h"

using namespace hallpass;
using namespace tests;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPin = "851294";

/// A class in which one of two students took one of three codes.
struct Taught {
  DeskRoom room;

  Taught() {
    room.openClass("AZ-104, Monday");
    room.stock(3);
    room.claim(room.add("Aino Virtanen"));
    room.add("Bo Ek");
    static const std::string hash = platform::hashSecret(kPin);
    for (const Lock lock : {Lock::Staff, Lock::Instructor}) {
      REQUIRE(room.ledger().locks().set(lock, hash, Role::System).ok());
    }
  }

  [[nodiscard]] PageStack erase() { return {room, erasePage(room.tools(Role::Staff))}; }
};

/// What the image tells of a disk whose key it can make anew.
class ErasedDisk {
 public:
  ErasedDisk(DeskRoom& room, const std::string& bus) : room_(room) {
    machine_.places.bus = bus;
    fs::create_directories(own());
    std::ofstream(own().parent_path() / "data") << "sealed\n";
    std::ofstream(own().parent_path() / "renewed") << "\n";
  }
  [[nodiscard]] fs::path own() const { return folder_.path() / "kiosk"; }
  [[nodiscard]] DeskTools tools() {
    DeskTools tools = room_.tools(Role::Staff);
    tools.machine = &machine_;
    return tools;
  }

 private:
  DeskRoom& room_;
  TemporaryFolder folder_;
  MachineTools machine_{{}, folder_.path() / "hallpass.toml", {}, Appliance(folder_.path())};
};

void typePin(PageStack& pages, const std::string& pin) {
  REQUIRE(std::holds_alternative<PinView>(pages.view()));
  for (const char digit : pin) pages.typeKey(std::string(1, digit));
  pages.finishWork();
}

/// To the button that must be held.
void goToHold(PageStack& pages) {
  pages.touch("go-on");
  if (pages.screen() == "erase-exports") pages.touch("go-on");
  REQUIRE(pages.screen() == "erase-pins");
  pages.touch("go-on");
  typePin(pages, kPin);
  REQUIRE(pages.screen() == "erase-hold");
}

void eraseNow(PageStack& pages) {
  goToHold(pages);
  pages.touch("erase");
  pages.finishWork();
}

std::string contentOf(const fs::path& file) {
  std::ostringstream content;
  content << std::ifstream(file, std::ios::binary).rdbuf();
  return content.str();
}

bool isSet(DeskRoom& room, Lock lock) { return room.ledger().locks().state(lock).value().set; }

}  // namespace

TEST_CASE("Before the device is erased, staff see where every code is, in numbers alone") {
  Taught taught;
  PageStack pages = taught.erase();
  const DeskView view = pages.desk();
  REQUIRE(view.facts.size() == 6);
  CHECK(view.facts[0].value == "3");
  CHECK(view.facts[1].value == "2");
  CHECK(view.facts[2].value == "1");
}

TEST_CASE("What no exported list holds is told first, and the instructor is asked for") {
  Taught taught;
  PageStack pages = taught.erase();
  pages.touch("go-on");
  REQUIRE(pages.screen() == "erase-exports");
  CHECK(pages.desk().facts[0].value == "1");
  pages.touch("call-instructor");
  typePin(pages, kPin);
  CHECK(pages.left<Unlock>().role == Role::Instructor);
  CHECK(pages.left<Unlock>().place == DeskPlace::HandOver);
}

TEST_CASE("Claims of an earlier class can still be exported before the device is erased") {
  Taught taught;
  taught.room.replaceClass("AZ-204, Tuesday");
  (void)taught.room.stick();
  PageStack pages = taught.erase();
  pages.touch("go-on");
  REQUIRE(pages.screen() == "erase-exports");
  REQUIRE(pages.desk().facts.size() == 3);
  CHECK(pages.desk().facts[0].value == "0");
  CHECK(pages.desk().facts[1].value == "1");
  PageStack instructor(taught.room, handOverPage(taught.room.tools()));
  instructor.open(5);
  instructor.touch("write");
  instructor.finishWork();
  REQUIRE(instructor.screen() == "hand-over-written");
  PageStack again = taught.erase();
  again.touch("go-on");
  CHECK(again.screen() == "erase-pins");
}

TEST_CASE("Nothing is erased before the PIN was right and the button was held") {
  Taught taught;
  PageStack pages = taught.erase();
  goToHold(pages);
  CHECK(pages.on<NoticeView>().main->held);
  pages.touch("keep");
  CHECK(pages.screen() == "erase-pins");
  pages.touch("go-on");
  typePin(pages, "739150");
  CHECK(std::holds_alternative<PinView>(pages.view()));
  CHECK(taught.room.students().size() == 2);
}

TEST_CASE("An erased device shows a receipt of what it held, and leaves the desk") {
  Taught taught;
  PageStack pages = taught.erase();
  eraseNow(pages);
  REQUIRE(pages.screen() == "erased");
  const NoticeView receipt = pages.on<NoticeView>();
  CHECK(receipt.detail.find("Codes: 3. Students: 2. Claims: 1. Classes: 1.") != std::string::npos);
  CHECK(receipt.qr.find("codes: 3 = 2 in stock + 1 claimed + ") != std::string::npos);
  CHECK(taught.room.students().empty());
  CHECK(taught.room.ledger().stock().count(std::nullopt)->loaded == 0);
  CHECK(taught.room.journal().front().event == "ledger-erased");
  pages.touch("done");
  (void)pages.left<LockUp>();
}

TEST_CASE("Where the disk gets a new key, the receipt says so and the machine restarts from it") {
  Taught taught;
  const PrivateBus bus;
  MockMachine logind(bus.address());
  ErasedDisk disk(taught.room, bus.address());
  PageStack pages(taught.room, erasePage(disk.tools()));
  eraseNow(pages);
  const std::string erasure = contentOf(disk.own() / "erased");
  CHECK(erasure ==
        platform::toHex(taught.room.ledger().lastErasure().value()->newHead).substr(0, 32));
  const NoticeView receipt = pages.on<NoticeView>();
  CHECK(receipt.detail.find("its disk gets a new key") != std::string::npos);
  CHECK(receipt.detail.find("Its recovery key is a new one") != std::string::npos);
  CHECK(receipt.main->label == "Restart");
  SECTION("it restarts") {
    pages.touch("done");
    CHECK(pages.screen() == "machine-goes");
    CHECK(logind.deeds() == std::vector<std::string>{"Reboot(0)"});
  }
  SECTION("it may not, which is said, and the desk is left") {
    logind.refuse("Reboot", "org.freedesktop.DBus.Error.AccessDenied");
    pages.touch("done");
    CHECK(pages.screen() == "machine-trouble");
    pages.touch("understood");
    (void)pages.left<LockUp>();
  }
  SECTION("the receipt that is looked at later asks for nothing") {
    PageStack later(taught.room, resetPage(disk.tools()));
    later.touch("receipt");
    CHECK(later.on<NoticeView>().main->label == "Done");
    later.touch("done");
    CHECK(logind.deeds().empty());
  }
}

TEST_CASE("Where the disk gets no new key, nothing of it is said, and nothing restarts") {
  Taught taught;
  ErasedDisk disk(taught.room, "unix:path=/no/bus");
  SECTION("the image makes none") { fs::remove(disk.own().parent_path() / "renewed"); }
  SECTION("it cannot be asked for") { fs::remove(disk.own()); }
  PageStack pages(taught.room, erasePage(disk.tools()));
  eraseNow(pages);
  CHECK(pages.on<NoticeView>().detail.find("new key") == std::string::npos);
  pages.touch("done");
  (void)pages.left<LockUp>();
}

TEST_CASE("The PIN of venue staff stays and the instructor's goes, unless staff choose otherwise") {
  Taught taught;
  PageStack pages = taught.erase();
  SECTION("as it is offered") {
    eraseNow(pages);
    CHECK(isSet(taught.room, Lock::Staff));
    CHECK_FALSE(isSet(taught.room, Lock::Instructor));
  }
  SECTION("the other way round") {
    pages.touch("go-on");
    pages.touch("go-on");
    pages.choose("instructor", "Stays");
    pages.choose("staff", "Is removed");
    pages.touch("go-on");
    typePin(pages, kPin);
    pages.touch("erase");
    pages.finishWork();
    CHECK(isSet(taught.room, Lock::Instructor));
    CHECK_FALSE(isSet(taught.room, Lock::Staff));
  }
}

TEST_CASE("The receipt goes onto the stick that is in, without a name, a title or a code") {
  Taught taught;
  const fs::path stick = taught.room.stick();
  PageStack pages = taught.erase();
  eraseNow(pages);
  while (pages.on<NoticeView>().detail.find("You can pull the stick") == std::string::npos) {
    taught.room.bell().wait();
    taught.room.worker().collect();
  }
  CHECK_FALSE(pages.on<NoticeView>().other);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(stick)) files.push_back(entry.path());
  REQUIRE(files.size() == 1);
  const std::string text = contentOf(files.front());
  CHECK(text == pages.on<NoticeView>().qr);
  const auto key = deviceKey(taught.room.tools().ledgerFile.parent_path());
  REQUIRE(key);
  CHECK(checkSigned(text, key->publicKey()));
  const std::string device = deviceName(key->publicKey());
  CHECK(pages.on<NoticeView>().qrLabel.find(device) != std::string::npos);
  CHECK(files.front().filename().string().find(device) != std::string::npos);
  for (const std::string& secret :
       {std::string("Aino"), std::string("Monday"), DeskRoom::codeText(0)}) {
    CHECK(text.find(secret) == std::string::npos);
  }
}

TEST_CASE("A device whose key cannot be read says that its receipt is not signed, and why") {
  Taught taught;
  const fs::path data = taught.room.tools().ledgerFile.parent_path();
  std::ofstream(deviceKeyFile(data)) << "damaged";
  fs::permissions(deviceKeyFile(data), fs::perms::owner_read);
  PageStack pages = taught.erase();
  eraseNow(pages);
  const NoticeView receipt = pages.on<NoticeView>();
  CHECK(receipt.detail.find("is damaged") != std::string::npos);
  CHECK(receipt.qrLabel.starts_with("Not signed."));
  CHECK(receipt.qr.find("not signed") != std::string::npos);
}

TEST_CASE("A stick that is plugged in while the receipt stands can take it") {
  Taught taught;
  PageStack pages = taught.erase();
  eraseNow(pages);
  CHECK_FALSE(pages.on<NoticeView>().other);
  const fs::path stick = taught.room.stick();
  pages.refresh();
  pages.touch("write");
  while (!pages.on<NoticeView>().main->enabled) {
    taught.room.bell().wait();
    taught.room.worker().collect();
  }
  CHECK(std::distance(fs::directory_iterator(stick), fs::directory_iterator()) == 1);
}

TEST_CASE("While another program has the ledger open nothing is erased, and it says so") {
  Taught taught;
  PageStack pages = taught.erase();
  goToHold(pages);
  {
    const auto other = Ledger::open(taught.room.tools().ledgerFile, taught.room.clock);
    REQUIRE(other);
    pages.touch("erase");
    pages.finishWork();
  }
  CHECK(pages.screen() == "erase-refused");
  CHECK(taught.room.students().size() == 2);
}

TEST_CASE("The receipt of the last erasure can be looked at again") {
  Taught taught;
  PageStack first(taught.room, resetPage(taught.room.tools(Role::Staff)));
  first.touch("receipt");
  CHECK(first.screen() == "never-erased");
  PageStack erase = taught.erase();
  eraseNow(erase);
  const std::string fresh = erase.on<NoticeView>().qr;
  PageStack pages(taught.room, resetPage(taught.room.tools(Role::Staff)));
  pages.touch("receipt");
  CHECK(pages.on<NoticeView>().qr == fresh);
  pages.touch("done");
  CHECK(pages.screen() == "reset");
}
