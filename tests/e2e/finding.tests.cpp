// Who are you: by letters, by a badge reader, by a name of any script, and as a walk-in.
#include <algorithm>
#include <set>

#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"

namespace {

using namespace tests;

struct Named {
  std::string badge;
  std::string shown;  ///< What "Is this you?" shows of the name.
};

/// Names that ask for something of the screen: the longest, one word, and five scripts.
const std::vector<Named> kNames = {
    {"S70464", "Anna"},  {"S70438", "Lee"},     {"S70451", "X Æ"},  {"S70308", "Γιώργος"},
    {"S70321", "Ольга"}, {"S70334", "Дмитрий"}, {"S70230", "Nguy"}, {"S70477", "山田"},
};

std::set<std::string> labelsOf(const std::vector<Target>& targets) {
  std::set<std::string> labels;
  for (const Target& target : targets) labels.insert(target.label);
  return labels;
}

struct Room {
  Device device{places()};
  Display display{{1280, 720}};
  Stage stage;

  Room() : stage(opened(device), display) { wake(stage.kiosk); }

 private:
  static const Device& opened(const Device& device) {
    device.openSampleClass();
    return device;
  }
};

}  // namespace

TEST_CASE("Two students of one name are told apart, and by no more than they need", "[e2e]") {
  Room room;
  typeName(room.stage.kiosk, "john sm");
  const std::vector<Target> found = room.stage.kiosk.scene().all("student-");
  REQUIRE(found.size() == 3);
  CHECK(labelsOf(found).size() == 3);
  for (const Target& student : found) {
    CHECK(student.label.find("Smith") == std::string::npos);
    CHECK(student.label.find("S70") == std::string::npos);
    CHECK(student.label.find("example.org") == std::string::npos);
  }
  room.stage.kiosk.tapTo("student-2", "confirm");
  CHECK(layoutProblems(room.stage.kiosk.scene(), room.display.pixelsPerMm()).empty());
  CHECK(room.stage.kiosk.tapTo("no", "find").all("student-").empty());
}

TEST_CASE("A badge reader that types finds each student, and every name fits the screen", "[e2e]") {
  Room room;
  for (const Named& named : kNames) {
    const Scene& scene = scanBadge(room.stage, named.badge);
    INFO(scene.summary());
    CHECK(scene.mentions(named.shown));
    CHECK(layoutProblems(scene, room.display.pixelsPerMm()).empty());
    room.stage.kiosk.tapTo("no", "find");
  }
}

TEST_CASE("The last letter is taken back, one at a time", "[e2e]") {
  Room room;
  typeName(room.stage.kiosk, "zoe");
  CHECK(room.stage.kiosk.scene().all("student-").size() == 1);
  room.stage.kiosk.tap("key-backspace");
  room.stage.kiosk.waitFor("ZO", showsText("ZO"));
  room.stage.kiosk.tap("key-backspace");
  CHECK(room.stage.kiosk.waitFor("Z", showsText("Z")).all("student-").empty());
}

TEST_CASE("Half a number, or one of nobody, finds nobody", "[e2e]") {
  Room room;
  for (const std::string number : {"S7028", "S99999"}) {
    room.display.type(number);
    room.display.type("\n");
    const Scene& scene = room.stage.kiosk.waitFor(number, showsText(number));
    CHECK(scene.screen == "find");
    CHECK(scene.all("student-").empty());
    room.stage.kiosk.tapTo("back", "attract");
    wake(room.stage.kiosk);
  }
}

TEST_CASE("A walk-in joins at the device, and takes a code", "[e2e]") {
  Room room;
  const Scene& scene = room.stage.kiosk.tapTo("walk-in", "walk-in");
  CHECK_FALSE(scene.find("add")->enabled);
  CHECK(layoutProblems(scene, room.display.pixelsPerMm()).empty());
  typeName(room.stage.kiosk, "walter");
  room.stage.kiosk.tapTo("add", "confirm");
  room.stage.kiosk.tapTo("yes", "before");
  readToLastCard(room.stage.kiosk);
  takeFromLastCard(room.stage.kiosk);
  CHECK(room.device.claim("walter").at("again") == true);
}

TEST_CASE("Where the class takes no walk-ins, none are offered", "[e2e]") {
  const Device device(places());
  device.openClass("azure-pass", {"--roster", device.sample("roster.csv").string()});
  device.restock("azure-pass", device.sample("codes-azure-one-line.csv"));
  Display display({1280, 720});
  Stage stage(device, display);
  CHECK(wake(stage.kiosk).find("walk-in") == nullptr);
}

TEST_CASE("A tap that slides off a button, or goes down beside it, does nothing", "[e2e]") {
  Room room;
  const Point back = room.stage.kiosk.scene().find("back")->rect.centre();
  const Point key = room.stage.kiosk.scene().find("key-q")->rect.centre();
  room.display.movePointer(back);
  room.display.press();
  room.display.movePointer(key);
  room.display.release();
  room.display.press();
  room.display.movePointer(back);
  room.display.release();
  typeName(room.stage.kiosk, "zo");
  CHECK(room.stage.kiosk.scene().screen == "find");
}

TEST_CASE("A press that went down on the screen before does nothing on this one", "[e2e]") {
  Device device{places()};
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  const Point back = wake(stage.kiosk).find("back")->rect.centre();
  stage.kiosk.tapTo("back", "attract");
  stage.kiosk.tap("wake");
  // The screen that comes stands for a third of a second until it can be touched.
  display.movePointer(back);
  display.press();
  stage.kiosk.waitForScreen("find");
  display.release();
  typeName(stage.kiosk, "zo");
  CHECK(stage.kiosk.scene().screen == "find");
  stage.kiosk.tapTo("back", "attract");
}

TEST_CASE("Taps that come faster than the screen is drawn are all taken, in their order", "[e2e]") {
  Room room;
  room.stage.kiosk.tapKeys("qwertyuiop");
  const Scene& scene = room.stage.kiosk.waitFor(
      "the last letter", [](const Scene& shown) { return shown.mentions("IOP"); });
  CHECK(std::count(scene.texts.begin(), scene.texts.end(), "QWERTYUIOP") == 1);
}
