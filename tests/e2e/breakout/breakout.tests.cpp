// Nothing that is tried at the kiosk leads out of it. 20 seconds; HALLPASS_BREAKOUT_SECONDS=120
// tries longer, and HALLPASS_BREAKOUT_SEED=N tries another order, or one that failed, again.
#include <cstdlib>
#include <iostream>

#include "tests/e2e/breakout/storm.h"
#include "tests/e2e/desk.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"

namespace {

using namespace tests;

/// Until an abandoned visit or a desk that was left is closed by itself.
constexpr std::chrono::minutes kLongestVisit{4};

/// Between two tries: each press is a frame of its own, and faster ones would only queue.
constexpr std::chrono::milliseconds kPace{60};

long setting(const char* name, long usual) {
  const char* value = std::getenv(name);
  return value == nullptr ? usual : std::strtol(value, nullptr, 10);
}

bool covers(Display& display) {
  const Rect place = display.placeOf("Hallpass");
  return place.x == 0 && place.y == 0 && place.width == display.size().width &&
         place.height == display.size().height;
}

/// Whether the window comes to lie over the whole screen, after one that changed a moment ago.
bool coversSoon(Display& display, KioskProcess& kiosk) {
  for (int i = 0; i < 50 && !covers(display); ++i) {
    REQUIRE_FALSE(kiosk.process().waitFor(std::chrono::milliseconds(100)));
  }
  return covers(display);
}

/// Every code is where it was or claimed once, and every claim stands in the journal.
void checkLedger(const Device& device) {
  CHECK(device.command({"journal", "verify"}).at("ok") == true);
  const nlohmann::json stock = device.command({"stock"});
  const int loaded = stock.at("loaded");
  const int told = stock.at("in_stock").get<int>() + stock.at("claimed").get<int>() +
                   stock.at("quarantined").get<int>() + stock.at("expired").get<int>() +
                   stock.at("returned").get<int>();
  CHECK(loaded == 24);
  CHECK(told == loaded);
}

}  // namespace

TEST_CASE("No key, gesture, drop, request or change of the screen leads out of the kiosk",
          "[e2e][slow]") {
  const auto seconds = std::chrono::seconds(setting("HALLPASS_BREAKOUT_SECONDS", 120));
  const auto seed = static_cast<std::uint32_t>(setting("HALLPASS_BREAKOUT_SEED", 5));
  const Device device(places());
  device.openSampleClass();
  device.setPin("instructor", kInstructorPin);
  device.setPin("staff", kStaffPin);
  Display display({1280, 720});
  KioskProcess kiosk(display, device.startFullScreen({"--idle", "45"}));
  waitForInvitation(kiosk);
  CHECK_FALSE(display.showsPointer());
  REQUIRE(covers(display));

  Storm storm(display, seed);
  const auto end = std::chrono::steady_clock::now() + seconds;
  int tries = 0;
  while (std::chrono::steady_clock::now() < end) {
    const std::string tried = storm.tryOne();
    ++tries;
    INFO("seed " << seed << ", try " << tries << ": " << tried << "; " << kiosk.log());
    REQUIRE_FALSE(kiosk.process().waitFor(kPace));
  }
  storm.end();
  CHECK(coversSoon(display, kiosk));
  // A size that no try gave: what is described from here on came after the storm.
  constexpr Size kAfter{1280, 700};
  display.changeSize(kAfter);
  kiosk.waitFor("the screen after the storm", [&](const Scene& scene) {
    return scene.size.width == kAfter.width && scene.size.height == kAfter.height;
  });
  std::cout << tries << " tries to get out in " << seconds.count() << " s, seed " << seed << "; "
            << kiosk.feed().screens().size() << " screens\n";

  kiosk.waitFor(
      "the attract screen", [](const Scene& scene) { return scene.screen == "attract"; },
      kLongestVisit);
  waitForInvitation(kiosk);
  const Rect place = display.placeOf("Hallpass");
  INFO("it lies at " << place.x << ", " << place.y << " and is " << place.width << " x "
                     << place.height);
  CHECK(covers(display));
  CHECK_FALSE(display.showsPointer());
  checkLedger(device);
}
