#include <algorithm>
#include <csignal>
#include <functional>
#include <stdexcept>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/kiosk_process.h"
#include "tests/support/process_usage.h"
#include "tests/support/qr_reader.h"
#include "tests/support/temporary_folder.h"

namespace {

using tests::Colour;
using tests::Display;
using tests::KioskProcess;
using tests::Point;
using tests::TemporaryFolder;

constexpr Point kOnButton{60, 60};
constexpr Point kOffButton{20, 400};
const std::string kPayload = "TOY-0O1I-7QZ";

struct Toy {
  TemporaryFolder folder;
  Display display{{640, 480}};
  KioskProcess window{display, {{TOY_WINDOW, kPayload}, folder.path()}};

  Toy() { window.waitForScreen("first"); }
};

bool showsTyped(const tests::Scene& scene, const std::string& text) {
  return scene.texts == std::vector<std::string>{text};
}

bool holds(const std::string& text, const std::string& words) {
  return text.find(words) != text.npos;
}

/// What `act` throws, or "".
std::string complaintOf(const std::function<void()>& act) {
  try {
    act();
  } catch (const std::runtime_error& problem) {
    return problem.what();
  }
  return {};
}

}  // namespace

TEST_CASE("A tap reaches a window, and the picture shows what it did", "[e2e][driver]") {
  Toy toy;
  CHECK(toy.display.screenshot().at(kOnButton) == Colour{255, 0, 0});
  CHECK(toy.window.scene().qrs.empty());
  toy.window.tapTo("next", "second");
  const tests::Image picture = toy.display.screenshot();
  CHECK(picture.at(kOnButton) == Colour{0, 255, 0});
  CHECK(picture.at(kOffButton) == Colour{0x20, 0x30, 0x40});
}

TEST_CASE("A press that slides off before the release is no tap", "[e2e][driver]") {
  Toy toy;
  toy.display.movePointer(kOnButton);
  toy.display.press();
  toy.display.movePointer(kOffButton);
  toy.display.release();
  toy.display.type("x");
  toy.window.waitFor("x", [](const auto& scene) { return showsTyped(scene, "x"); });
  CHECK(toy.window.scene().screen == "first");
}

TEST_CASE("The keyboard types letters of both cases, digits, signs and Return", "[e2e][driver]") {
  Toy toy;
  toy.display.type("S70-ab_@.Z\n");
  CHECK_NOTHROW(toy.window.waitFor(
      "the typed text", [](const auto& scene) { return showsTyped(scene, "S70-ab_@.Z!"); }));
  CHECK_THROWS(toy.display.type("\xC3"));
}

TEST_CASE("A QR code of the picture is read, and one that is painted over is not",
          "[e2e][driver]") {
  Toy toy;
  CHECK(tests::readQrCodes(toy.display.screenshot()).empty());
  const tests::Rect area = toy.window.tapTo("next", "second").qr("1").rect;
  tests::Image picture = toy.display.screenshot();
  CHECK(tests::readQrCodes(picture) == std::vector<std::string>{kPayload});
  CHECK(tests::readQrCode(picture, area) == kPayload);
  CHECK(tests::readQrCode(toy.display.screenshot(area), {0, 0, area.width, area.height}) ==
        kPayload);
  picture.fill(area, tests::kWhite);
  CHECK(tests::readQrCodes(picture).empty());
  CHECK_THROWS(tests::readQrCode(picture, area));
}

TEST_CASE("A screen that never comes, and a target that is not there, are told with what is there",
          "[e2e][driver]") {
  Toy toy;
  const std::string missing = complaintOf([&] { toy.window.tap("nothing"); });
  CHECK(holds(missing, "nothing"));
  CHECK(holds(missing, "screen first"));
  const std::string late = complaintOf([&] {
    toy.window.waitFor(
        "the moon", [](const auto&) { return false; }, std::chrono::seconds(0));
  });
  CHECK(holds(late, "the moon"));
  CHECK(holds(late, "screen first"));
}

TEST_CASE("The driver notices at once that a program has ended", "[e2e][driver]") {
  Toy toy;
  CHECK(toy.window.process().running());
  CHECK(tests::usageOf(toy.window.process().id()).residentKiB > 0);
  toy.window.process().send(SIGTERM);
  CHECK(holds(complaintOf([&] { toy.window.waitForScreen("second"); }), "ended with 143"));
  CHECK_THROWS(tests::usageOf(toy.window.process().id()));
}

TEST_CASE("The title of a window is what a window manager would show", "[e2e][driver]") {
  Toy toy;
  const std::vector<std::string> titles = toy.display.windowTitles();
  CHECK(std::count(titles.begin(), titles.end(), "Toy window") == 1);
}

TEST_CASE("A command's output, errors and status come back", "[e2e][driver]") {
  const tests::ProcessEnd outcome =
      tests::runToEnd({{"sh", "-c", "echo out; echo bad >&2; exit 3"}});
  CHECK(outcome.status == 3);
  CHECK(outcome.output == "out\n");
  CHECK(outcome.errors == "bad\n");
  CHECK(tests::runToEnd({{"no-such-program-anywhere"}}).status == 127);
}

TEST_CASE("A screenshot is written as a picture of the same size", "[e2e][driver]") {
  Toy toy;
  const auto file = toy.folder.path() / "screen.png";
  tests::writePng(toy.display.screenshot(), file);
  CHECK(std::filesystem::file_size(file) > 100);
  CHECK_THROWS(tests::writePng(toy.display.screenshot(), toy.folder.path() / "no" / "folder.png"));
}
