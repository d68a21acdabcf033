// Venue staff test the device by real taps, and a phone photographs what it says of itself.
#include <fstream>

#include "tests/e2e/desk.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;
namespace fs = std::filesystem;

const std::vector<std::string> kNoProblems;

/// Taps what stands at `id`, waits for `screen` and looks at it.
const Scene& press(Stage& stage, std::string_view id, std::string_view screen) {
  stage.kiosk.tapTo(id, screen);
  INFO(stage.kiosk.scene().summary());
  CHECK(layoutProblems(stage.kiosk.scene(), stage.display.pixelsPerMm()) == kNoProblems);
  return stage.kiosk.scene();
}

void touchAllTargets(Stage& stage) {
  press(stage, "touch", "touch-test");
  for (int number = 1; number <= 8; ++number) {
    const std::string id = "touch-" + std::to_string(number);
    stage.kiosk.tap(id);
    stage.kiosk.waitFor(id, [&](const Scene& scene) { return !scene.find(id)->enabled; });
  }
  stage.kiosk.tapTo("touch-9", "touch-good");
  press(stage, "done", "readiness");
}

}  // namespace

TEST_CASE("Venue staff test the device, touch its corners, and carry a signed status away") {
  const Device device(places());
  device.setPin("instructor", kInstructorPin);
  device.setPin("staff", kStaffPin);
  device.openSampleClass();
  const fs::path stick = device.stick();
  Display display(Size{1280, 800});
  Stage stage(device, display);
  waitForInvitation(stage.kiosk);
  stage.kiosk.tapTo("door", "pin");
  stage.kiosk.tap("other-role");
  stage.kiosk.waitFor("the staff's pad",
                      [](const Scene& scene) { return scene.mentions("Venue staff"); });
  typeOnPad(stage.kiosk, kStaffPin);
  stage.kiosk.waitForScreen("staff");
  press(stage, "readiness", "readiness");
  CHECK(stage.kiosk.scene().mentions("Ready for class"));
  touchAllTargets(stage);
  press(stage, "report", "report-written");
  press(stage, "done", "readiness");
  const Scene& ready = press(stage, "show", "ready");
  REQUIRE(ready.qrs.size() == 1);
  const std::string status = readQrCode(stage.display.screenshot(), ready.qrs.front().rect);
  const std::string key = device.command({"status", "key"}).at("key");
  CHECK(device.command({"status", "verify", status, "--key", key}).at("ok") == true);
  CHECK(status.find("codes: 24 = 24 in stock") != std::string::npos);
  CHECK(std::distance(fs::directory_iterator(stick), {}) == 1);
}
