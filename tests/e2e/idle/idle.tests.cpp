// A visit that nobody touches ends. The shortest setting is 45 s until the warning and 20 s more:
// this file waits that long, as a student would, for two kiosks at once. The rule itself is tested
// on a clock that is set by hand (tests/kiosk/domain/visit.tests.cpp).
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

constexpr std::chrono::seconds kLongerThanAVisit{120};

const Scene& waitForWarning(Stage& stage) {
  return stage.kiosk.waitFor(
      "the warning", [](const Scene& scene) { return scene.screen == "still-there"; },
      kLongerThanAVisit);
}

}  // namespace

TEST_CASE("Who does not touch is warned, may stay, and is forgotten when the countdown ends",
          "[e2e][slow]") {
  const Device staying(places());
  const Device leaving(places());
  staying.openSampleClass();
  leaving.openSampleClass();
  Display display({1280, 720});
  Display other({1280, 720});
  Stage stayer(staying, display, {"--idle", "45"});
  Stage leaver(leaving, other, {"--idle", "45"});

  wake(stayer.kiosk);
  typeName(stayer.kiosk, "anna");
  takeCode(leaver, "S70282");

  const Scene& warning = waitForWarning(stayer);
  CHECK(layoutProblems(warning, display.pixelsPerMm()).empty());
  const Scene& back = stayer.kiosk.tapTo("stay", "find");
  CHECK(back.mentions("ANNA"));
  CHECK_FALSE(back.all("student-").empty());

  waitForWarning(leaver);
  CHECK(leaver.kiosk.scene().qrs.empty());
  CHECK(readQrCodes(other.screenshot()).empty());
  leaver.kiosk.waitFor(
      "the end of the visit", [](const Scene& scene) { return scene.screen == "attract"; },
      kLongerThanAVisit);
  const Scene& fresh = wake(leaver.kiosk);
  CHECK(fresh.all("student-").empty());
  CHECK(fresh.mentions("S70282") == false);

  stayer.kiosk.tapTo("back", "attract");
  takeCode(stayer, "S70113");
  stayer.kiosk.tapTo("done", "done");
  stayer.kiosk.waitFor(
      "the next person", [](const Scene& scene) { return scene.screen == "attract"; },
      kLongerThanAVisit);
}
