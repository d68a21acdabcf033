#include <chrono>
#include <functional>
#include <stdexcept>

#include "tests/bench/benches.h"
#include "tests/bench/until.h"
#include "tests/support/process_usage.h"

namespace tests {
namespace {

bool somethingShown(Display& display) {
  const Point centre{kBenchScreen.width / 2, kBenchScreen.height / 2};
  return display.screenshot({centre.x, centre.y, 1, 1}).at({0, 0}) != kBlack;
}

KioskStart bareStart() {
  return {{BARE_WINDOW, std::to_string(kBenchScreen.width), std::to_string(kBenchScreen.height)},
          {}};
}

struct Started {
  Samples milliseconds;
  Samples proportionalMiB;
};

void startOnce(const std::vector<std::string>& command, Started& started) {
  Display display(kBenchScreen);
  Launch launch;
  launch.command = command;
  launch.environment = {{"DISPLAY", display.name()}};
  const auto start = Timer::now();
  Process process(launch);
  started.milliseconds.add(measureUntil(start, [&] { return somethingShown(display); }));
  started.proportionalMiB.add(proportionalMiBOf(process.id()));
}

}  // namespace

Samples measureStart(const Kiosk& kiosk, const Peers& peers, Figures& figures) {
  Started ours;
  Started bare;
  for (int i = 0; i < kStarts; ++i) {
    startOnce(kiosk.device.start(kBenchScreen, kiosk.options()).command, ours);
    startOnce(bareStart().command, bare);
    for (const auto& peer : peers) peer->start();
  }
  figures.compare(kiosk.named("start to the first picture"), ours.milliseconds, "ms",
                  "bare GL window", bare.milliseconds,
                  kiosk.renderer == "cpu" ? "at most 50 ms" : "ratio at most 1.2");
  figures.compare(kiosk.named("memory (PSS) at that moment"), ours.proportionalMiB, "MiB",
                  "bare GL window", bare.proportionalMiB,
                  kiosk.renderer == "cpu" ? "at most 24 MiB" : "");
  return ours.milliseconds;
}

}  // namespace tests
