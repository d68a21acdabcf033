#include <stdexcept>

#include "tests/bench/benches.h"
#include "tests/bench/finder.h"
#include "tests/bench/synced_file.h"
#include "tests/bench/until.h"
#include "tests/e2e/visit.h"
#include "tests/support/process_usage.h"

namespace tests {
namespace {

double tapOnce(Stage& stage, const Finder& finder) {
  if (finder.shown(stage.display)) throw std::runtime_error("the code is there before the tap");
  stage.display.movePointer(stage.kiosk.scene().find("take")->rect.centre());
  stage.display.press();
  const auto start = Timer::now();
  stage.display.release();
  return measureUntil(start, [&] { return finder.shown(stage.display); });
}

}  // namespace

Tapped measureTap(const Kiosk& kiosk, const Peers& peers, Figures& figures) {
  SyncedFile file(kiosk.device.folder());
  Display display(kBenchScreen);
  Stage stage(kiosk.device, display, kiosk.options());
  const int first = kiosk.renderer == "cpu" ? 0 : kTaps + 1;
  const Rect place = takeCode(stage, badgeOf(first)).qr("1").rect;
  Tapped tapped{{}, 0, display.screenshot(place)};
  const Finder finder = finderOf(tapped.code, {place.x, place.y});
  leave(stage.kiosk);
  for (const auto& peer : peers) peer->open(tapped.code);
  Samples& taps = tapped.milliseconds;
  Samples writes;
  for (int i = 1; i <= kTaps; ++i) {
    walkToTake(stage, badgeOf(first + i));
    taps.add(tapOnce(stage, finder));
    stage.kiosk.waitForScreen("code");
    leave(stage.kiosk);
    const auto start = Timer::now();
    file.write();
    writes.add(millisecondsSince(start));
    for (const auto& peer : peers) peer->tap();
  }
  figures.compare(
      kiosk.named("tap to code on the screen"), taps, "ms", "synced write of 4 KiB", writes,
      kiosk.renderer == "cpu" ? "at most the write + 4 ms" : "at most the write + 10 ms");
  figures.add(kiosk.named("the same, 99th of 100"), decimal(taps.quantile(0.99)) + " ms",
              "its median " + decimal(taps.median()) + " ms",
              decimal(taps.quantile(0.99) / taps.median()), "at most 3");
  for (const auto& peer : peers) peer->close();
  tapped.proportionalMiB = proportionalMiBOf(stage.kiosk.process().id());
  figures.alone(kiosk.named("memory (PSS) after " + std::to_string(kTaps) + " taps"),
                decimal(tapped.proportionalMiB, 1) + " MiB",
                kiosk.renderer == "cpu" ? "at most 24 MiB" : "");
  return tapped;
}

}  // namespace tests
