// The whole guide by real clicks in each language, as a student chooses it on the screen.
#include "platform/base/translation.h"
#include "tests/e2e/guide_walk.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"

namespace {

using namespace tests;

constexpr Size kLandscape{1280, 800};
constexpr Size kUpright{1080, 1920};

/// Those of `texts` that are English, though the language that is set has words for them.
std::vector<std::string> leftInEnglish(const Scene& scene) {
  std::vector<std::string> left;
  for (const std::string& text : scene.texts) {
    if (platform::tr(text) != text) left.push_back(text);
  }
  return left;
}

/// Goes through "How it works" without a code, and then through a visit with one.
void walkIn(const std::string& language, Size size) {
  platform::useCatalogues(HALLPASS_LOCALE, {"hallpass", "guides"});
  platform::setLanguage(language);
  const Device device(places());
  device.openSampleClass();
  Display display(size);
  Stage stage(device, display);
  const EachScreen judge = [&](const Scene& scene, const std::string& name) {
    INFO(language << ", " << name << ": " << scene.summary());
    CHECK(layoutProblems(scene, display.pixelsPerMm()).empty());
    CHECK(leftInEnglish(scene).empty());
  };
  waitForInvitation(stage.kiosk);
  if (language != "en") chooseLanguage(stage.kiosk, language);
  stage.kiosk.tapTo("how", "topics");
  walkTopics(stage.kiosk, judge);
  stage.kiosk.tapTo("back", "attract");
  CHECK(device.command({"students"}).dump().find("\"claimed\":true") == std::string::npos);
  if (language != "en") chooseLanguage(stage.kiosk, language);
  walkVisit(stage, judge);
}

}  // namespace

TEST_CASE("The whole guide is walked through in English", "[e2e]") { walkIn("en", kLandscape); }
TEST_CASE("The whole guide is walked through in Finnish", "[e2e]") { walkIn("fi", kUpright); }
TEST_CASE("The whole guide is walked through in Swedish", "[e2e]") { walkIn("sv", kLandscape); }
TEST_CASE("The whole guide is walked through in German", "[e2e]") { walkIn("de", kLandscape); }
TEST_CASE("The whole guide is walked through in French", "[e2e]") { walkIn("fr", kUpright); }
TEST_CASE("The whole guide is walked through in Spanish", "[e2e]") { walkIn("es", kLandscape); }
TEST_CASE("The whole guide is walked through in Portuguese", "[e2e]") { walkIn("pt", kUpright); }
TEST_CASE("The whole guide is walked through in Japanese", "[e2e]") { walkIn("ja", kLandscape); }

TEST_CASE("Another language keeps the step, and ends with the visit", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display(kLandscape);
  Stage stage(device, display);
  takeCode(stage, "S70282");
  stage.kiosk.tapTo("steps", "step");
  press(stage.kiosk, "next");
  const std::vector<std::string> english = stage.kiosk.scene().texts;
  REQUIRE(stage.kiosk.scene().mentions("Card 2 of"));
  CHECK(chooseLanguage(stage.kiosk, "de").screen == "step");
  CHECK(stage.kiosk.scene().texts != english);
  CHECK(chooseLanguage(stage.kiosk, "en").texts == english);
  chooseLanguage(stage.kiosk, "de");
  stage.kiosk.tapTo("code", "code");
  stage.kiosk.tapTo("done", "done");
  CHECK(waitForInvitation(stage.kiosk).mentions("Touch"));
}
