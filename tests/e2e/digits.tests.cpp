// Four digits of the student's own keep the code from everybody else who says that name.
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

const std::vector<std::string> kNoProblems;

void checkLayout(Stage& stage) {
  INFO(stage.kiosk.scene().summary());
  CHECK(layoutProblems(stage.kiosk.scene(), stage.display.pixelsPerMm()) == kNoProblems);
}

const Scene& comeBack(Stage& stage, std::string_view number) {
  waitForInvitation(stage.kiosk);
  scanBadge(stage, number);
  return stage.kiosk.tapTo("yes", "have-code");
}

/// Types `digits` and asks for the code; ends when the screen says `answer`.
void tryDigits(Stage& stage, std::string_view digits, const std::string& answer) {
  typeDigits(stage.kiosk, digits);
  stage.kiosk.tap("take");
  stage.kiosk.waitFor(answer, [&](const Scene& scene) { return scene.mentions(answer); });
  checkLayout(stage);
}

bool tells(const nlohmann::json& value, const std::string& part) {
  if (value.is_string()) return value.get<std::string>().find(part) != std::string::npos;
  if (!value.is_structured()) return false;
  return std::any_of(value.begin(), value.end(),
                     [&](const nlohmann::json& inner) { return tells(inner, part); });
}

/// Whether any text or label that the feed ever held has `part` in it.
bool feedTells(Stage& stage, const std::string& part) {
  std::istringstream lines(stage.kiosk.feed().everything());
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && tells(nlohmann::json::parse(line), part)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("A second person who says the student's name sees no code", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display(GENERATE(Size{1280, 720}, Size{1080, 1920}));
  Stage stage(device, display);
  takeCode(stage, "S70282");
  leave(stage.kiosk);
  comeBack(stage, "S70282");
  checkLayout(stage);
  CHECK(stage.kiosk.tapTo("show", "digits").mentions("Your four digits"));
  checkLayout(stage);
  for (const std::string left : {"4 tries left", "Three tries left", "Two tries", "One try"}) {
    tryDigits(stage, "1111", left);
  }
  tryDigits(stage, "1111", "Please call your instructor");
  CHECK_FALSE(stage.kiosk.scene().find("digit-1")->enabled);
  CHECK_FALSE(stage.kiosk.scene().find("take")->enabled);
  stage.kiosk.tapTo("back", "have-code");
  CHECK(stage.kiosk.tapTo("show", "digits").mentions("Please call your instructor"));
  const auto& screens = stage.kiosk.feed().screens();
  CHECK(std::count(screens.begin(), screens.end(), "code") == 1);
}

TEST_CASE("Wrong digits take nothing from the right ones", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  const std::string payload =
      readQrCode(display.screenshot(), takeCode(stage, "S70282").qr("1").rect);
  leave(stage.kiosk);
  comeBack(stage, "S70282");
  stage.kiosk.tapTo("show", "digits");
  tryDigits(stage, "0852", "4 tries left");
  typeDigits(stage.kiosk);
  const Scene& again = stage.kiosk.tapTo("take", "code");
  CHECK((readQrCode(display.screenshot(), again.qr("1").rect) == payload));
}

TEST_CASE("The digits are in no text of the feed, in no log and in no window's title", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  walkToLastCard(stage, "S70282");
  stage.kiosk.tapTo("agree-3", "digits");
  typeDigits(stage.kiosk, "7391");
  stage.kiosk.tapTo("take", "code");
  stage.kiosk.tapTo("hide", "code-hidden");
  stage.kiosk.tapTo("show", "digits");
  typeDigits(stage.kiosk, "7391");
  stage.kiosk.tapTo("take", "code");
  leave(stage.kiosk);
  CHECK(feedTells(stage, "Choose four digits"));
  for (const std::string part : {"7391", "739", "391"}) CHECK_FALSE(feedTells(stage, part));
  CHECK(stage.kiosk.log().find("7391") == std::string::npos);
  for (const std::string& title : display.windowTitles()) {
    CHECK(title.find("7391") == std::string::npos);
  }
}

TEST_CASE("Digits from a keyboard are taken like touched ones, and a badge takes no code",
          "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  walkToLastCard(stage, "S70282");
  stage.kiosk.tapTo("agree-3", "digits");
  display.type("S70100\n");
  stage.kiosk.waitFor("four digits of the badge",
                      [](const Scene& scene) { return scene.find("take")->enabled; });
  for (int i = 0; i < 4; ++i) stage.kiosk.tap("digit-erase");
  stage.kiosk.waitFor("none left",
                      [](const Scene& scene) { return scene.mentions("0 of 4 digits"); });
  CHECK(device.command({"stock"}).at("claimed") == 0);
  display.type("25x80");
  stage.kiosk.waitFor("four digits",
                      [](const Scene& scene) { return scene.find("take")->enabled; });
  stage.kiosk.tapTo("take", "code");
  leave(stage.kiosk);
  seeAgain(stage, "S70282");
}
