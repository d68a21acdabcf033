// The whole way of one student, by real taps on a real screen, at each size that the kiosk
// promises.
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/e2e/qr_drawing.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

const std::string kStudent = "S70282";  // Anna-Liisa O’Connor
const std::string kSite = "https://www.microsoftazurepass.com/";

const std::vector<std::string> kNoProblems;

void checkLayout(Stage& stage) {
  INFO(stage.kiosk.scene().summary());
  CHECK(layoutProblems(stage.kiosk.scene(), stage.display.pixelsPerMm()) == kNoProblems);
  CHECK(stage.kiosk.scene().size.width == stage.display.size().width);
  CHECK(stage.kiosk.scene().size.height == stage.display.size().height);
}

bool isEnabled(const Scene& scene, const std::string& id) {
  REQUIRE(scene.find(id) != nullptr);
  return scene.find(id)->enabled;
}

void findByName(Stage& stage) {
  waitForInvitation(stage.kiosk);
  CHECK(stage.kiosk.scene().mentions("AZ-104 Azure Administrator"));
  checkLayout(stage);
  stage.kiosk.tapTo("wake", "find");
  CHECK(stage.kiosk.scene().all("student-").empty());
  checkLayout(stage);
  CHECK(typeName(stage.kiosk, "a").all("student-").empty());
  CHECK_FALSE(typeName(stage.kiosk, "n", "a").all("student-").empty());
  checkLayout(stage);
  typeName(stage.kiosk, "na-li", "an");
  const Scene& found = stage.kiosk.waitFor(
      "one name", [](const Scene& scene) { return scene.all("student-").size() == 1; });
  CHECK(found.find("student-1")->label.find("Connor") == std::string::npos);
}

void acknowledgeCards(Stage& stage) {
  stage.kiosk.tapTo("student-1", "confirm");
  CHECK(stage.kiosk.scene().mentions("Anna-Liisa O"));
  checkLayout(stage);
  const Scene& before = stage.kiosk.tapTo("yes", "before");
  CHECK(isEnabled(before, "agree-1"));
  CHECK(before.all("agree-").size() == 1);  // the cards are agreed to one after the other
  checkLayout(stage);
  stage.kiosk.tap("agree-1");
  stage.kiosk.waitFor("the second card", [](const Scene& scene) { return scene.find("agree-2"); });
  CHECK(stage.kiosk.scene().all("agree-").size() == 1);
  checkLayout(stage);
  stage.kiosk.tap("agree-2");
  stage.kiosk.waitFor("the last card", [](const Scene& scene) { return scene.find("agree-3"); });
  CHECK(stage.device.command({"stock"}).at("claimed") == 0);
  checkLayout(stage);
}

/// Back and forth once, with nothing taken; ends with four digits.
void chooseDigits(Stage& stage) {
  const Scene& empty = stage.kiosk.tapTo("agree-3", "digits");
  CHECK_FALSE(isEnabled(empty, "take"));
  checkLayout(stage);
  typeDigits(stage.kiosk, "1379");
  stage.kiosk.tapTo("back", "before");
  CHECK_FALSE(isEnabled(stage.kiosk.tapTo("agree-3", "digits"), "take"));
  typeDigits(stage.kiosk);
  checkLayout(stage);
  CHECK(stage.device.command({"stock"}).at("claimed") == 0);
}

/// Answers what QR 1 holds.
std::string checkCode(Stage& stage) {
  const Scene& scene = stage.kiosk.scene();
  checkLayout(stage);
  const Image picture = stage.display.screenshot();
  for (const ShownQr& qr : scene.qrs) {
    INFO("QR " + qr.label);
    CHECK(qrDrawingProblems(picture, qr.rect) == kNoProblems);
  }
  CHECK(readQrCode(picture, scene.qr("2").rect) == kSite);
  return readQrCode(picture, scene.qr("1").rect);
}

void walkThePath(Size size) {
  const Device device(places());
  device.openSampleClass();
  Display display(size);
  Stage stage(device, display);
  findByName(stage);
  acknowledgeCards(stage);
  chooseDigits(stage);
  stage.kiosk.tapTo("take", "code");
  const std::string payload = checkCode(stage);
  const auto claim = device.claim(kStudent);
  CHECK(claim.at("again") == true);
  CHECK((claim.at("payload") == payload));
  CHECK(device.command({"stock"}).at("claimed") == 1);
  CHECK(stage.kiosk.tapTo("hide", "code-hidden").qrs.empty());
  checkLayout(stage);
  CHECK(readQrCodes(display.screenshot()).empty());
  showAgain(stage.kiosk);
  CHECK((checkCode(stage) == payload));
  stage.kiosk.tapTo("done", "done");
  checkLayout(stage);
  CHECK(readQrCodes(display.screenshot()).empty());
  stage.kiosk.tapTo("finish", "attract");
}

}  // namespace

TEST_CASE("A student takes a code at 1280 x 720", "[e2e]") { walkThePath({1280, 720}); }

TEST_CASE("A student takes a code at 1920 x 1080", "[e2e]") { walkThePath({1920, 1080}); }

TEST_CASE("A student takes a code at 3840 x 2160", "[e2e]") { walkThePath({3840, 2160}); }

TEST_CASE("A student takes a code on an upright screen of 1080 x 1920", "[e2e]") {
  walkThePath({1080, 1920});
}

TEST_CASE("The checks of a screen's layout and of a code's drawing can fail", "[e2e]") {
  const Target good{"one", "One", "button", {0, 0, 60, 60}, true, false};
  Scene scene;
  scene.screen = "find";
  scene.size = {200, 200};
  scene.targets = {good, {"two", "Two", "button", {70, 0, 60, 60}, true, false}};
  constexpr double pixelsPerMm = 96 / 25.4;
  CHECK(layoutProblems(scene, pixelsPerMm).empty());
  for (const Rect& bad :
       {Rect{50, 0, 60, 60}, Rect{65, 0, 60, 60}, Rect{70, 0, 40, 60}, Rect{150, 0, 60, 60}}) {
    scene.targets[1].rect = bad;
    CHECK(layoutProblems(scene, pixelsPerMm).size() == 1);
  }
  scene.targets[1].rect = {70, 0, 60, 60};
  scene.texts = {"One", "Two"};
  scene.textRects = {{0, 80, 100, 20}, {0, 110, 100, 20}};
  CHECK(layoutProblems(scene, pixelsPerMm).empty());
  for (const Rect& bad : {Rect{0, 90, 100, 20}, Rect{120, 110, 100, 20}}) {
    scene.textRects[1] = bad;
    CHECK(layoutProblems(scene, pixelsPerMm).size() == 1);
  }
  Image blank({50, 50});
  blank.fill({0, 0, 50, 50}, kWhite);
  CHECK(qrDrawingProblems(blank, {0, 0, 50, 50}).size() == 1);
  blank.fill({4, 8, 7, 7}, kBlack);
  CHECK(qrDrawingProblems(blank, {0, 4, 15, 15}).empty());
  CHECK(qrDrawingProblems(blank, {1, 4, 14, 15}).size() == 1);
  blank.fill({4, 8, 1, 1}, kWhite);
  CHECK(qrDrawingProblems(blank, {0, 4, 15, 15}).size() == 1);
  blank.fill({4, 8, 1, 1}, {90, 90, 90});
  CHECK(qrDrawingProblems(blank, {0, 4, 15, 15}).size() == 1);
}
