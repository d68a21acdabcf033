// A disk that fills up under the kiosk: no code is shown that could not be written down.
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/mount.h"

namespace {

using namespace tests;

constexpr int kDiskKiB = 96 * 1024;  ///< The reserve is 64 MiB where no setting says otherwise.
constexpr int kFillMiB = 60;

void fill(const std::filesystem::path& file, int mib) {
  std::ofstream out(file, std::ios::binary);
  const std::string block(1 << 20, 'x');
  for (int i = 0; i < mib; ++i) out << block;
  out.flush();
  REQUIRE(out.good());
}

const Scene& waitForHelpless(KioskProcess& kiosk) {
  return kiosk.waitFor("the screen that hands out nothing", [](const Scene& scene) {
    return scene.screen == "attract" && scene.mentions("Please call your instructor");
  });
}

}  // namespace

TEST_CASE("A disk that fills up hands out no code, and goes on by itself when it has room",
          "[e2e]") {
  if (const std::string why = Mount::whyNot(); !why.empty()) {
    WARN(why);
    return;
  }
  const TemporaryFolder folder;
  const Mount disk = Mount::inMemory(folder.path() / "disk", kDiskKiB);
  const Device device(places(), disk.folder());
  device.openSampleClass();
  Display display({1280, 800});
  Stage stage(device, display);
  walkToTake(stage, "S70282");
  fill(disk.folder() / "filler", kFillMiB);
  stage.kiosk.tap("take");
  waitForHelpless(stage.kiosk);
  CHECK(device.command({"stock"})["claimed"] == 0);
  std::filesystem::remove(disk.folder() / "filler");
  waitForInvitation(stage.kiosk);
  takeCode(stage, "S70282");
  CHECK(device.command({"stock"})["claimed"] == 1);
}
