// What the service manager sees of the kiosk: that it is ready and alive, and that one that dies is
// back at once, or asks for staff. The tests do what the manager's Restart= does.
#include <csignal>

#include "platform/display/plain_letters.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/notify_socket.h"

namespace {

using namespace tests;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kBack{2'000};
constexpr std::chrono::milliseconds kSilence{3'000};
constexpr std::chrono::seconds kPatience{60};

using Clock = std::chrono::steady_clock;

/// Kills the kiosk and starts it anew; how long it took until it invited.
Clock::duration dieAndComeBack(std::unique_ptr<KioskProcess>& kiosk, const Device& device,
                               Display& display) {
  kiosk->process().kill();
  const auto begin = Clock::now();
  kiosk = std::make_unique<KioskProcess>(display, device.startFullScreen());
  waitForInvitation(*kiosk);
  return Clock::now() - begin;
}

void typeBadge(Display& display, KioskProcess& kiosk) {
  display.type("S70282\n");
  kiosk.waitForScreen("confirm");
}

}  // namespace

TEST_CASE(
    "A kiosk that dies is back within two seconds without its visit; the third death in a "
    "minute asks for staff",
    "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  auto kiosk = std::make_unique<KioskProcess>(display, device.startFullScreen());
  waitForInvitation(*kiosk);
  typeBadge(display, *kiosk);
  auto best = dieAndComeBack(kiosk, device, display);
  CHECK_FALSE(wake(*kiosk).mentions("S70282"));
  best = std::min(best, dieAndComeBack(kiosk, device, display));
  CHECK(best < kBack);

  kiosk->process().kill();
  kiosk = std::make_unique<KioskProcess>(display, device.startFullScreen());
  CHECK(kiosk->waitForScreen("failsafe").mentions("PLEASE CALL STAFF"));
  for (const std::string& text : kiosk->scene().texts) CHECK(platform::isPlain(text));
  const Rect title = kiosk->scene().textRects.front();
  const Image picture = display.screenshot(title);
  int dark = 0;
  for (int x = 0; x < title.width; ++x)
    dark += picture.at({x, title.height - 1}).red < 0x40 ? 1 : 0;
  CHECK(dark > 0);
  CHECK(dark < title.width);
  CHECK_FALSE(display.showsPointer());
  kiosk->tap("try-again");
  waitForInvitation(*kiosk);
}

TEST_CASE("A kiosk that is asked to end does so in order, and that is no death", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  for (int round = 0; round < 4; ++round) {
    KioskProcess kiosk(display, device.startFullScreen());
    waitForInvitation(kiosk);
    kiosk.process().send(SIGTERM);
    CHECK(kiosk.process().waitFor(kPatience) == 0);
  }
}

TEST_CASE("The heart of a kiosk whose frames do not reach the screen stands still", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  const NotifySocket manager(device.folder());
  Display display({1280, 720});
  KioskStart start = device.startFullScreen();
  start.environment = manager.environment(kSilence);
  KioskProcess kiosk(display, start);
  REQUIRE(manager.waitFor("READY=1", kPatience));
  REQUIRE(manager.waitFor("WATCHDOG=1", kPatience));
  REQUIRE(manager.waitFor("WATCHDOG=1", kPatience));
  display.freeze();
  // What was on its way when the screen froze.
  (void)manager.waitFor("nothing that is ever said", kSilence / 2);
  CHECK_FALSE(manager.waitFor("WATCHDOG=1", kSilence));
  display.thaw();
  CHECK(manager.waitFor("WATCHDOG=1", kPatience));
  kiosk.process().send(SIGTERM);
  CHECK(manager.waitFor("STOPPING=1", kPatience));
}

TEST_CASE(
    "A screen that gets another size, is turned, unplugged and plugged in goes on with the "
    "visit",
    "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1920, 1280});
  display.changeSize({1280, 720});
  KioskProcess kiosk(display, device.startFullScreen());
  waitForInvitation(kiosk);
  typeBadge(display, kiosk);
  for (const Size size : {Size{1024, 768}, Size{720, 1280}, Size{1920, 1080}}) {
    display.changeSize(size);
    const Scene& scene = kiosk.waitFor("the new size", [&](const Scene& now) {
      return now.size.width == size.width && now.size.height == size.height;
    });
    CHECK(scene.screen == "confirm");
    CHECK(layoutProblems(scene, display.pixelsPerMm()).empty());
    const Rect place = display.placeOf("Hallpass");
    CHECK((place.x == 0 && place.y == 0));
    CHECK((place.width == size.width && place.height == size.height));
  }
  display.unplug();
  display.changeSize({1366, 768});
  kiosk.waitFor("the screen again", [](const Scene& scene) { return scene.size.width == 1366; });
  CHECK(kiosk.tapTo("yes", "before").screen == "before");
}
