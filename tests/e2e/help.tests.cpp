// What everybody may do without a PIN, by real touches.
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

const std::vector<std::string> kNoProblems;
constexpr Point kCornerOfGround{3, 3};

const Scene& openHelp(KioskProcess& kiosk) { return kiosk.tapTo("help", "help"); }

/// Chooses one of the ways to draw the screens, from the screen of help.
void turnOn(KioskProcess& kiosk, const std::string& aid) {
  kiosk.tap(aid);
  kiosk.waitFor(aid + " turned on", [&](const Scene& scene) {
    const Target* target = scene.find(aid);
    return target != nullptr && target->focused;
  });
}

}  // namespace

TEST_CASE("A call covers the screen in one still colour until two touches take it back", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  waitForInvitation(stage.kiosk);
  CHECK(layoutProblems(openHelp(stage.kiosk), display.pixelsPerMm()) == kNoProblems);
  const Scene& call = stage.kiosk.tapTo("call-instructor", "call");
  CHECK(call.mentions("Help is needed here"));
  CHECK(layoutProblems(call, display.pixelsPerMm()) == kNoProblems);
  const Image banner = display.screenshot();
  const Colour ground = banner.at(kCornerOfGround);
  const Rect all{0, 0, display.size().width, display.size().height};
  const auto pixels = static_cast<std::size_t>(all.width) * static_cast<std::size_t>(all.height);
  CHECK(banner.countOther(all, ground) < pixels / 2);
  stage.kiosk.tap("end-call");
  stage.kiosk.waitFor("the question",
                      [](const Scene& scene) { return scene.find("call-over") != nullptr; });
  stage.kiosk.tap("keep-calling");
  stage.kiosk.waitFor("the call", showsText("Help is needed here"));
  CHECK(display.screenshot().bytes() == banner.bytes());
  stage.kiosk.tap("end-call");
  stage.kiosk.waitFor("the question",
                      [](const Scene& scene) { return scene.find("call-over") != nullptr; });
  stage.kiosk.tapTo("call-over", "attract");
}

TEST_CASE("With larger text and high contrast a code is taken and read; the next visit is as ever",
          "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 800});
  Stage stage(device, display);
  waitForInvitation(stage.kiosk);
  const Colour before = display.screenshot().at(kCornerOfGround);
  openHelp(stage.kiosk);
  turnOn(stage.kiosk, "theme-white-on-black");
  CHECK(display.screenshot().at(kCornerOfGround) == kBlack);
  const int side = stage.kiosk.scene().find("back")->rect.height;
  turnOn(stage.kiosk, "text-large");
  CHECK(stage.kiosk.scene().find("back")->rect.height > side * 1.3);
  stage.kiosk.tapTo("back", "attract");
  const Scene& code = takeCode(stage, "S70113");
  CHECK(layoutProblems(code, display.pixelsPerMm()) == kNoProblems);
  const std::string payload = readQrCode(display.screenshot(), code.qr("1").rect);
  CHECK((device.claim("S70113").at("payload") == payload));
  leave(stage.kiosk);
  CHECK(display.screenshot().at(kCornerOfGround) == before);
  CHECK(openHelp(stage.kiosk).find("back")->rect.height == side);
}
