// What a screen needed goes back with it: a kiosk runs for months.
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/process_usage.h"

namespace {

using namespace tests;

constexpr std::int64_t kMostGrowthKiB = 12 * 1024;

/// On the help screen: another size of text and back, and with each another set of letters.
void changeTextSize(KioskProcess& kiosk) {
  for (const char* size : {"text-large", "text-normal"}) {
    const std::int64_t before = kiosk.scene().sequence;
    kiosk.tap(size);
    kiosk.waitFor("another size of text",
                  [&](const Scene& scene) { return scene.sequence > before; });
  }
}

std::int64_t memoryOf(KioskProcess& kiosk) { return usageOf(kiosk.process().id()).anonymousKiB; }

}  // namespace

TEST_CASE("Text that grows and shrinks again and again takes no more memory each time", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  waitForInvitation(stage.kiosk);
  stage.kiosk.tapTo("help", "help");
  for (int i = 0; i < 2; ++i) changeTextSize(stage.kiosk);
  const std::int64_t warm = memoryOf(stage.kiosk);
  for (int i = 0; i < 8; ++i) changeTextSize(stage.kiosk);
  const std::int64_t now = memoryOf(stage.kiosk);
  INFO("own memory: " << warm << " KiB once warm, " << now << " KiB then");
  CHECK(now - warm <= kMostGrowthKiB);
}
