// The student says whether the code worked, and is helped where it did not; and the class word,
// which keeps the codes for those in the room.
#include "tests/e2e/guide_walk.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"

namespace {

using namespace tests;

const std::vector<std::string> kNoProblems;

void checkLayout(Stage& stage) {
  INFO(stage.kiosk.scene().summary());
  CHECK(layoutProblems(stage.kiosk.scene(), stage.display.pixelsPerMm()) == kNoProblems);
}

std::string outcomeOf(const Device& device, const std::string& number) {
  const nlohmann::json students = device.command({"students"}).at("students");
  for (const auto& student : students) {
    if (student.at("number") == number) return student.at("outcome");
  }
  return "nobody";
}

}  // namespace

TEST_CASE("It did not work: the guide answers first, the instructor is called last", "[e2e]") {
  const Device device(places());
  const std::string pass = GENERATE("azure-pass", "training-key", "exam-voucher");
  const bool upright = GENERATE(false, true);
  device.openClass(pass, {"--roster", device.sample("roster.csv").string()});
  const std::string list = pass == "azure-pass"     ? "codes-azure-one-line.csv"
                           : pass == "training-key" ? "codes-training-keys.csv"
                                                    : "codes-exam-vouchers.csv";
  device.restock(pass, device.sample(list));
  Display display(upright ? Size{1080, 1920} : Size{1280, 720});
  Stage stage(device, display);
  takeCode(stage, "S70282");
  stage.kiosk.tapTo("done", "done");
  checkLayout(stage);
  stage.kiosk.tapTo("did-not", "went-wrong");
  checkLayout(stage);
  const std::string used = pass == "azure-pass"     ? "already-used"
                           : pass == "training-key" ? "key-used"
                                                    : "voucher-used";
  openAnswer(stage.kiosk, used);
  checkLayout(stage);
  stage.kiosk.tap("call");
  stage.kiosk.waitFor("the way to the instructor",
                      [](const Scene& scene) { return scene.mentions("swap it"); });
  checkLayout(stage);
  CHECK(outcomeOf(device, "S70282") == "already-used");
  stage.kiosk.tapTo("finish", "attract");
}

TEST_CASE("It worked: said at once, or when the student comes back", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  takeCode(stage, "S70282");
  stage.kiosk.tapTo("done", "done");
  stage.kiosk.tap("worked");
  stage.kiosk.waitFor("thanks", [](const Scene& scene) { return scene.mentions("Thank you"); });
  checkLayout(stage);
  CHECK(stage.kiosk.scene().find("worked") == nullptr);
  CHECK(outcomeOf(device, "S70282") == "worked");
  stage.kiosk.tapTo("finish", "attract");
  scanBadge(stage, "S70282");
  CHECK(stage.kiosk.tapTo("yes", "have-code").mentions("It worked. And now?"));
  checkLayout(stage);
  stage.kiosk.tapTo("did-not", "went-wrong");
  openAnswer(stage.kiosk, "card-asked");
  CHECK(outcomeOf(device, "S70282") == "card-asked");
  stage.kiosk.tapTo("worked", "done");
  CHECK(outcomeOf(device, "S70282") == "worked");
}

TEST_CASE("The word on the board leads to the cards, another one does not", "[e2e]") {
  const Device device(places());
  device.openClass("azure-pass",
                   {"--roster", device.sample("roster.csv").string(), "--word", "Falcon"});
  device.restock("azure-pass", device.sample("codes-azure-one-line.csv"));
  Display display(GENERATE(Size{1280, 720}, Size{1080, 1920}));
  Stage stage(device, display);
  waitForInvitation(stage.kiosk);
  scanBadge(stage, "S70282");
  const Scene& asked = stage.kiosk.tapTo("yes", "class-word");
  CHECK_FALSE(asked.find("go")->enabled);
  CHECK_FALSE(asked.mentions("Falcon"));
  checkLayout(stage);
  typeName(stage.kiosk, "eagle");
  stage.kiosk.tap("go");
  stage.kiosk.waitFor("what was wrong",
                      [](const Scene& scene) { return scene.mentions("not the class word"); });
  checkLayout(stage);
  CHECK_FALSE(stage.kiosk.scene().mentions("EAGLE"));
  typeName(stage.kiosk, "falcon");
  stage.kiosk.tapTo("go", "before");
  readToLastCard(stage.kiosk);
  takeFromLastCard(stage.kiosk);
  leave(stage.kiosk);
  seeAgain(stage, "S70282");
}
