// The kiosk without touching it: by the arrows and Enter, and by two switches that send Tab and
// Enter.
#include "tests/e2e/keys.h"

#include "tests/e2e/desk.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;
namespace fs = std::filesystem;

/// A class, both PINs, a stick with codes, and somebody who has keys only.
struct KeyRoom {
  Device device{places()};
  Display display{{1280, 800}};
  fs::path stick = device.stick();
  std::optional<Stage> stage;
  std::optional<Keys> keys;

  explicit KeyRoom(Keys::By by) {
    device.setPin("instructor", kInstructorPin);
    device.setPin("staff", kStaffPin);
    device.openSampleClass();
    fs::copy_file(device.sample("codes-azure-5x5.txt"), stick / "codes.txt");
    stage.emplace(device, display,
                  std::vector<std::string>{"--describe-secrets"});  // Where the ring is on a pad.
    keys.emplace(*stage, by);
    waitForInvitation(kiosk());
  }

  KioskProcess& kiosk() { return stage->kiosk; }
};

void takeCodeBy(Keys::By by) {
  KeyRoom room(by);
  Keys& keys = *room.keys;
  keys.pressTo("wake", "find");
  keys.type("key-", "anna");
  room.kiosk().waitFor("a name", [](const Scene& scene) { return !scene.all("student-").empty(); });
  keys.pressTo("student-1", "confirm");
  keys.pressTo("yes", "before");
  for (const char* card : {"agree-1", "agree-2", "agree-3"}) keys.press(card);
  room.kiosk().waitForScreen("digits");
  keys.type("digit-", kDigits);
  const Scene& code = keys.pressTo("take", "code");
  CHECK(readQrCode(room.display.screenshot(), code.qr("1").rect) == code.qr("1").payload);
  keys.pressTo("done", "done");
  keys.pressTo("finish", "attract");
  CHECK(room.kiosk().scene().focus.empty());
}

void restockBy(Keys::By by) {
  KeyRoom room(by);
  Keys& keys = *room.keys;
  keys.pressTo("door", "pin");
  keys.type("pin-", kInstructorPin);
  room.kiosk().waitForScreen("desk");
  keys.pressTo("nav-restock", "restock");
  keys.pressTo("stick", "restock-files");
  keys.pressTo(rowWith(room.kiosk().scene(), "codes.txt"), "restock-preview");
  keys.pressTo("take", "restock-done");
  CHECK(room.device.command({"batches"}).at("batches").size() == 2);
  keys.pressTo("lock", "attract");
}

void eraseBy(Keys::By by) {
  KeyRoom room(by);
  Keys& keys = *room.keys;
  keys.pressTo("door", "pin");
  keys.press("other-role");
  room.kiosk().waitFor("the staff's pad",
                       [](const Scene& scene) { return scene.mentions("Venue staff"); });
  keys.type("pin-", kStaffPin);
  room.kiosk().waitForScreen("staff");
  keys.pressTo("reset", "reset");
  keys.pressTo(rowWith(room.kiosk().scene(), "Erase the device"), "erase");
  keys.pressTo("go-on", "erase-exports");
  keys.pressTo("go-on", "erase-pins");
  keys.pressTo("go-on", "pin");
  keys.type("pin-", kStaffPin);
  room.kiosk().waitForScreen("erase-hold");
  CHECK(room.kiosk().scene().focus != "erase");
  keys.holdTo("erase", "erased");
  keys.pressTo("done", "first-start");
}

}  // namespace

TEST_CASE("a student takes a code by the arrows and Enter", "[e2e]") {
  takeCodeBy(Keys::By::Arrows);
}

TEST_CASE("a student takes a code by two switches", "[e2e]") { takeCodeBy(Keys::By::TwoSwitches); }

TEST_CASE("an instructor takes codes into stock by the arrows and Enter", "[e2e]") {
  restockBy(Keys::By::Arrows);
}

TEST_CASE("an instructor takes codes into stock by two switches", "[e2e]") {
  restockBy(Keys::By::TwoSwitches);
}

TEST_CASE("staff erase the device by the arrows and Enter", "[e2e]") { eraseBy(Keys::By::Arrows); }

TEST_CASE("staff erase the device by two switches", "[e2e]") { eraseBy(Keys::By::TwoSwitches); }
