// A code is on its student's screen and nowhere else.
#include <algorithm>

#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

/// A code as it is, and any eight characters of it in a row, however they are grouped.
bool leaks(std::string text, const std::string& code) {
  std::erase(text, ' ');
  for (std::size_t at = 0; at + 8 <= code.size(); ++at) {
    if (holds(text, code.substr(at, 8))) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("The feed, the window's title and the log never hold a code", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  const Scene code = takeCode(stage, "S70282");
  for (const std::string& title : display.windowTitles()) {
    CHECK_FALSE(leaks(title, device.claim("S70282").at("code")));
  }
  const auto titles = display.windowTitles();
  CHECK(std::count(titles.begin(), titles.end(), "Hallpass") >= 1);
  stage.kiosk.tapTo("hide", "code-hidden");
  showAgain(stage.kiosk);
  leave(stage.kiosk);
  const std::string secret = device.claim("S70282").at("code");
  CHECK(code.mentions("hidden"));
  CHECK_FALSE(code.qr("1").payload.has_value());
  CHECK_FALSE(leaks(stage.kiosk.feed().everything(), secret));
  CHECK_FALSE(leaks(stage.kiosk.log(), secret));
}

TEST_CASE("Only where it is told to, the feed holds what the QR codes hold", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display, {"--describe-secrets"});
  const Scene& scene = takeCode(stage, "S70282");
  const std::string payload = device.claim("S70282").at("payload");
  CHECK((scene.qr("1").payload == payload));
  CHECK(leaks(stage.kiosk.feed().everything(), payload));
}

TEST_CASE("The next person sees nothing of the last", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  waitForInvitation(stage.kiosk);
  const Image fresh = display.screenshot();
  takeCode(stage, "S70282");
  leave(stage.kiosk);
  CHECK(display.screenshot().bytes() == fresh.bytes());
  const Scene& find = wake(stage.kiosk);
  CHECK(find.all("student-").empty());
  CHECK_FALSE(find.mentions("S70282"));
}

TEST_CASE("A QR code that is painted over is read by nobody", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  const Scene& scene = takeCode(stage, "S70282");
  Image picture = display.screenshot();
  CHECK(readQrCodes(picture).size() == 2);
  picture.fill(scene.qr("1").rect, kWhite);
  CHECK(readQrCodes(picture) == std::vector<std::string>{readQrCode(picture, scene.qr("2").rect)});
  picture.fill(scene.qr("2").rect, kWhite);
  CHECK(readQrCodes(picture).empty());
}
