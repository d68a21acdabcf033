#include <stdexcept>

#include "tests/bench/benches.h"
#include "tests/bench/synced_file.h"
#include "tests/bench/until.h"
#include "tests/e2e/visit.h"

namespace tests {
namespace {

constexpr int kTaps = 30;

/// Two pixels of QR 1's top left finder pattern: its black edge and the white ring within.
struct Finder {
  Rect black;
  Rect white;

  [[nodiscard]] bool shown(Display& display) const {
    return display.screenshot(black).at({0, 0}) == kBlack &&
           display.screenshot(white).at({0, 0}) == kWhite;
  }
};

Finder finderOf(const Image& picture, const Rect& qr) {
  int corner = 0;
  while (picture.at({qr.x + corner, qr.y + corner}) != kBlack) ++corner;
  const int square = corner / 4;
  const int black = corner + square / 2;
  return {{qr.x + black, qr.y + black, 1, 1}, {qr.x + black + square, qr.y + black + square, 1, 1}};
}

double tapOnce(Stage& stage, const Finder& finder) {
  if (finder.shown(stage.display)) throw std::runtime_error("the code is there before the tap");
  stage.display.movePointer(stage.kiosk.scene().find("take")->rect.centre());
  stage.display.press();
  const auto start = Timer::now();
  stage.display.release();
  return measureUntil(start, [&] { return finder.shown(stage.display); });
}

}  // namespace

void measureTap(const Kiosk& kiosk, Figures& figures) {
  SyncedFile file(kiosk.device.folder());
  Display display(kBenchScreen);
  Stage stage(kiosk.device, display, kiosk.options());
  const int first = kiosk.renderer == "cpu" ? 0 : kTaps + 1;
  const Scene& code = takeCode(stage, badgeOf(first));
  const Finder finder = finderOf(display.screenshot(), code.qr("1").rect);
  leave(stage.kiosk);
  Samples taps;
  Samples writes;
  for (int i = 1; i <= kTaps; ++i) {
    walkToTake(stage, badgeOf(first + i));
    taps.add(tapOnce(stage, finder));
    stage.kiosk.waitForScreen("code");
    leave(stage.kiosk);
    const auto start = Timer::now();
    file.write();
    writes.add(millisecondsSince(start));
  }
  figures.compare(
      kiosk.named("tap to code on the screen"), taps, "ms", "synced write of 4 KiB", writes,
      kiosk.renderer == "cpu" ? "at most the write + 4 ms" : "at most the write + 10 ms");
  figures.add(kiosk.named("the same, 99th of 100"), decimal(taps.quantile(0.99)) + " ms",
              "its median " + decimal(taps.median()) + " ms",
              decimal(taps.quantile(0.99) / taps.median()), "at most 3");
}

}  // namespace tests
