// A technician resets the device from the screen alone, and carries away a receipt.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "tests/e2e/desk.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;
namespace fs = std::filesystem;

const std::vector<std::string> kNone;

std::string contentOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Every file below `folder`, one after the other.
std::string everythingIn(const fs::path& folder) {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) all += entry.path().string() + contentOf(entry.path());
  }
  return all;
}

/// The sample's names, numbers and codes.
std::vector<std::string> secretsOf(const Device& device) {
  std::vector<std::string> secrets;
  std::istringstream codes(contentOf(device.sample("codes-azure-one-line.csv")));
  for (std::string code; std::getline(codes, code, ',');) {
    while (!code.empty() && std::isspace(static_cast<unsigned char>(code.back())) != 0)
      code.pop_back();
    if (code.size() > 8) secrets.push_back(code);
  }
  std::istringstream roster(contentOf(device.sample("roster.csv")));
  std::string line;
  std::getline(roster, line);
  while (std::getline(roster, line)) {
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) {
      while (!cell.empty() && cell.back() == '\r') cell.pop_back();
      if (cell.size() > 5) secrets.push_back(cell);
    }
  }
  return secrets;
}

/// Those of them that stand anywhere in the device's folder.
std::vector<std::string> foundOf(const std::vector<std::string>& secrets, const Device& device) {
  const std::string all = everythingIn(device.data());
  std::vector<std::string> found;
  std::copy_if(secrets.begin(), secrets.end(), std::back_inserter(found),
               [&](const std::string& secret) { return all.find(secret) != std::string::npos; });
  return found;
}

/// A class that has begun, staff who know their PIN, and a stick.
struct Room {
  Device device{places()};
  Display display;
  fs::path stick = device.stick();
  std::optional<Stage> stage;

  explicit Room(Size size) : display(size) {
    device.setPin("instructor", kInstructorPin);
    device.setPin("staff", kStaffPin);
    device.openSampleClass();
    stage.emplace(device, display);
    kiosk().waitForScreen("attract");
  }

  KioskProcess& kiosk() { return stage->kiosk; }

  const Scene& look() {
    INFO(kiosk().scene().summary());
    CHECK(layoutProblems(kiosk().scene(), display.pixelsPerMm()) == kNone);
    return kiosk().scene();
  }
  const Scene& press(std::string_view id, std::string_view screen) {
    kiosk().tapTo(id, screen);
    return look();
  }
  const Scene& row(std::string_view words, std::string_view screen) {
    return press(rowWith(kiosk().scene(), words), screen);
  }
  void openAsStaff() {
    kiosk().tapTo("door", "pin");
    kiosk().tap("other-role");
    kiosk().waitFor("the staff's pad",
                    [](const Scene& scene) { return scene.mentions("Venue staff"); });
    typeOnPad(kiosk(), kStaffPin);
    kiosk().waitForScreen("staff");
  }
  /// From the reset page to the button that must be held.
  void goToHold() {
    row("Erase the device", "erase");
    press("go-on", "erase-exports");
    press("go-on", "erase-pins");
    kiosk().tapTo("go-on", "pin");
    typeOnPad(kiosk(), kStaffPin);
    kiosk().waitForScreen("erase-hold");
    look();
  }
};

}  // namespace

TEST_CASE("Staff erase the device from its screen, and nothing of the class is found on it",
          "[e2e]") {
  for (const Size size : {Size{1280, 800}, Size{800, 1280}}) {
    DYNAMIC_SECTION(size.width << " x " << size.height) {
      Room room(size);
      const std::vector<std::string> secrets = secretsOf(room.device);
      REQUIRE(secrets.size() > 100);
      takeCode(*room.stage, "S70282");
      leave(room.kiosk());
      // They are found where nothing was erased, but for names whose accents are stored otherwise.
      CHECK(foundOf(secrets, room.device).size() > secrets.size() * 9 / 10);

      room.openAsStaff();
      room.look();
      room.press("reset", "reset");
      room.goToHold();
      room.kiosk().tap("erase");  // A tap is not enough.
      room.kiosk().holdTo("erase", "erased");
      room.kiosk().waitFor("the receipt on the stick", [](const Scene& scene) {
        return scene.mentions("You can pull the stick now");
      });
      const Scene& erased = room.look();
      const std::string receipt = readQrCode(room.display.screenshot(), erased.qrs.at(0).rect);
      CHECK(receipt.find("codes: 24 = ") != std::string::npos);
      CHECK(receipt.find("students: 30\n") != std::string::npos);
      CHECK(receipt.find("claims: 1\n") != std::string::npos);
      CHECK(everythingIn(room.stick).find(receipt) != std::string::npos);
      CHECK(foundOf(secrets, room.device) == kNone);

      // The instructor's PIN is gone, so the device asks for a new one before anything else.
      room.press("done", "first-start");
    }
  }
}

TEST_CASE("What is erased by holding a key is erased as well", "[e2e]") {
  Room room({1280, 800});
  room.openAsStaff();
  room.kiosk().tapTo("reset", "reset");
  room.goToHold();
  room.display.holdKey(' ');
  room.kiosk().waitForScreen("erased");
  room.display.releaseKey(' ');
}

TEST_CASE("Staff restart the program, and the start screen comes back in the same process",
          "[e2e]") {
  Room room({1280, 800});
  room.openAsStaff();
  room.press("reset", "reset");
  room.row("Restart the program", "restart-program");
  room.kiosk().tapTo("restart-program", "attract");
  // Each start counts its screens from 1.
  room.kiosk().waitFor("the new start", [](const Scene& scene) {
    return scene.screen == "attract" && scene.sequence == 1;
  });
  takeCode(*room.stage, "S70282");
}

TEST_CASE("Staff clear a visit that somebody left, and close the class", "[e2e]") {
  Room room({1280, 800});
  wake(room.kiosk());
  typeName(room.kiosk(), "aino");
  room.openAsStaff();
  room.press("reset", "reset");
  room.row("Clear this visit", "clear-visit");
  room.press("clear-visit", "attract");
  CHECK(wake(room.kiosk()).all("student-").empty());
  room.openAsStaff();
  room.press("reset", "reset");
  room.row("Close the class", "close-class");
  CHECK_FALSE(room.kiosk().scene().mentions("Aino"));
  room.press("close-class", "class-closed");
  room.press("understood", "reset");
}

TEST_CASE("The instructor comes to the staff's desk to export what would be gone", "[e2e]") {
  Room room({1280, 800});
  room.openAsStaff();
  room.press("reset", "reset");
  room.row("Erase the device", "erase");
  room.press("go-on", "erase-exports");
  room.kiosk().tapTo("call-instructor", "pin");
  typeOnPad(room.kiosk(), kInstructorPin);
  room.kiosk().waitForScreen("hand-over");
  room.look();
}
