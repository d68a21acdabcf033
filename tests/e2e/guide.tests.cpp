// The whole guide by real clicks: without a code from the attract screen, and with one.
#include "tests/e2e/guide_walk.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

const std::vector<std::string> kNoProblems;

EachScreen judge(const Stage& stage) {
  return [&stage](const Scene& scene, const std::string& name) {
    INFO(name << ": " << scene.summary());
    CHECK(layoutProblems(scene, stage.display.pixelsPerMm()) == kNoProblems);
  };
}

}  // namespace

TEST_CASE("Do it now: the steps, the code one tap away, and the question at the end", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 800});
  Stage stage(device, display);
  takeCode(stage, "S70282");
  const auto shown = readQrCodes(display.screenshot());
  stage.kiosk.tapTo("steps", "step");
  CHECK(stage.kiosk.scene().mentions("Step 1 of 2"));
  press(stage.kiosk, "next");
  stage.kiosk.tapTo("code", "code");
  CHECK(readQrCodes(display.screenshot()) == shown);
  CHECK(stage.kiosk.tapTo("steps", "step").mentions("Card 2 of"));
  walkSteps(stage.kiosk, "step", judge(stage));
  CHECK(stage.kiosk.scene().screen == "done");
  CHECK(stage.kiosk.scene().find("worked") != nullptr);
}

TEST_CASE("A step that failed leads to its answer and back, or to the instructor", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  takeCode(stage, "S70282");
  stage.kiosk.tapTo("steps", "step");
  press(stage.kiosk, "failed");
  if (stage.kiosk.scene().screen == "symptoms") stage.kiosk.tapTo("others", "went-wrong");
  stage.kiosk.tapTo("search", "look-up");
  typeName(stage.kiosk, "used");
  CHECK(stage.kiosk.scene().find("answer-already-used") != nullptr);
  judge(stage)(stage.kiosk.scene(), "look-up");
  stage.kiosk.tapTo("answer-already-used", "answer");
  CHECK(stage.kiosk.scene().mentions("This code was given to you"));
  press(stage.kiosk, "no");
  press(stage.kiosk, "call");
  CHECK(stage.kiosk.scene().mentions("swap it"));
  stage.kiosk.tapTo("finish", "attract");
  CHECK(device.command({"students"}).dump().find("already-used") != std::string::npos);
}

TEST_CASE("The steps for one's own phone are read from the screen", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  waitForInvitation(stage.kiosk);
  stage.kiosk.tapTo("how", "topics");
  stage.kiosk.tapTo("topic-pocket", "pocket");
  const auto codes = readQrCodes(display.screenshot());
  REQUIRE(codes.size() == 1);
  CHECK(codes.front().find("portal.azure.com") != std::string::npos);
  CHECK(codes.front().size() <= 600);
}
