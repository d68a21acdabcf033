// What venue staff set of the machine, by real taps: with stand-ins for the machine's services,
// each screen looked at for what overlaps, is cut or is too small to touch.
#include <cstdlib>

#include "tests/e2e/desk.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"
#include "tests/support/mock_machine.h"
#include "tests/support/mock_mixer.h"

namespace {

using namespace tests;

const std::vector<std::string> kNoProblems;

/// The bus that the kiosk takes for the system's.
struct SystemBus {
  explicit SystemBus(const std::string& address) {
    ::setenv("DBUS_SYSTEM_BUS_ADDRESS", address.c_str(), 1);
  }
  ~SystemBus() { ::unsetenv("DBUS_SYSTEM_BUS_ADDRESS"); }
  SystemBus(const SystemBus&) = delete;
  SystemBus& operator=(const SystemBus&) = delete;
};

/// Venue staff at a kiosk of that size, on the page of the machine.
class StaffRoom {
 public:
  explicit StaffRoom(Size size) : device_(places()), display_(size) {
    device_.setPin("instructor", kInstructorPin);
    device_.setPin("staff", kStaffPin);
    stage_.emplace(device_, display_);
    kiosk().waitForScreen("attract");
    press("door", "pin");
    kiosk().tap("other-role");
    kiosk().waitFor("the staff's pad", [](const Scene& scene) {
      return scene.screen == "pin" && scene.mentions("Venue staff: your PIN");
    });
    typeOnPad(kiosk(), kStaffPin);
    kiosk().waitForScreen("staff");
    press("machine", "machine");
  }

  [[nodiscard]] KioskProcess& kiosk() { return stage_->kiosk; }
  [[nodiscard]] Stage& stage() { return *stage_; }
  [[nodiscard]] Display& display() { return display_; }

  const Scene& press(std::string_view id, std::string_view screen) {
    kiosk().tapTo(id, screen);
    INFO(kiosk().scene().summary());
    CHECK(layoutProblems(kiosk().scene(), display_.pixelsPerMm()) == kNoProblems);
    return kiosk().scene();
  }

 private:
  Device device_;
  Display display_;
  std::optional<Stage> stage_;
};

}  // namespace

TEST_CASE("Venue staff set the machine from the screen alone") {
  const PrivateBus bus;
  MockMachine machine(bus.address());
  const SystemBus system(bus.address());
  const MockMixer mixer(64, true);
  StaffRoom room({1280, 800});
  room.press("sound-and-picture", "sound-and-picture");
  room.kiosk().tap("volume-2");
  room.kiosk().waitFor("the volume", [&](const Scene&) { return mixer.value() == 16; });
  room.press("field-rotation", "machine-trouble");
  CHECK(room.kiosk().scene().mentions("cannot be turned"));
  room.press("understood", "sound-and-picture");
  room.press("back", "machine");
  room.press("clock", "clock");
  fillField(room.stage(), "field-time", "2026-11-21 09:30");
  CHECK(machine.deeds().back().starts_with("SetTime("));
  room.press("field-zone", "zone");
  room.press("row-3", "zone-places");
  room.press("row-1", "clock");
  CHECK(machine.deeds().back() == "SetTimezone(Europe/Berlin, 0)");
  room.press("back", "machine");
  room.press("sleep", "sleep");
  room.kiosk().tap("sleeps-2");
  room.kiosk().waitFor("the times",
                       [](const Scene& scene) { return scene.find("field-until") != nullptr; });
  room.press("back", "machine");
  room.press("restart-machine", "restart-machine");
  room.press("restart", "machine-goes");
  CHECK(machine.deeds().back() == "Reboot(0)");
}

TEST_CASE("A machine that has nothing to set says so on every page, upright too") {
  const SystemBus nowhere("unix:path=/nowhere/bus");
  StaffRoom room({800, 1280});
  room.press("sound-and-picture", "sound-and-picture");
  for (const char* field : {"field-volume", "field-brightness", "field-rotation"}) {
    room.press(field, "machine-trouble");
    room.press("understood", "sound-and-picture");
  }
  room.press("back", "machine");
  room.press("clock", "clock");
  CHECK(room.kiosk().scene().mentions("cannot reach this machine's clock"));
  room.press("back", "machine");
  for (const char* deed : {"restart-machine", "switch-off"}) {
    room.press(deed, "machine-trouble");
    room.press("understood", "machine");
  }
}

TEST_CASE("While the screen is wiped no tap and no key does anything") {
  StaffRoom room({1280, 800});
  const auto& wiped = room.press("cleaning", "cleaning");
  CHECK(wiped.targets.empty());
  for (const Point at : {Point{20, 20}, Point{1260, 20}, Point{640, 400}, Point{1200, 760}}) {
    room.display().tap(at);
  }
  room.display().type("wipe\n");
  room.kiosk().waitFor("five seconds less",
                       [](const Scene& scene) { return scene.mentions("for 55 more seconds"); });
  CHECK(room.kiosk().scene().screen == "cleaning");
}
