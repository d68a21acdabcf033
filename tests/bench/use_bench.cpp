// What the kiosk uses while nobody is there, and while somebody is.
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <stdexcept>

#include "tests/bench/benches.h"
#include "tests/e2e/visit.h"
#include "tests/support/process_usage.h"

namespace tests {
namespace {

constexpr std::chrono::seconds kIdle{60};
/// After this long the screen stands still and what an opening put off is done.
constexpr std::chrono::seconds kSettling{15};
/// A long run says after so many visits how it stands.
constexpr int kTold = 500;
/// So many visits until what a first one needs is there.
constexpr int kWarming = 5;

double secondsOf(std::int64_t ticks) {
  return static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

ProcessUsage between(const ProcessUsage& before, const ProcessUsage& after) {
  ProcessUsage used;
  used.cpuTicks = after.cpuTicks - before.cpuTicks;
  used.contextSwitches = after.contextSwitches - before.contextSwitches;
  return used;
}

std::string mebibytes(std::int64_t kibibytes) {
  return decimal(static_cast<double>(kibibytes) / 1024, 1) + " MiB";
}

void pass(KioskProcess& kiosk, std::chrono::seconds time) {
  if (kiosk.process().waitFor(time)) throw std::runtime_error("the kiosk ended");
}

/// The nth visit, from the attract screen to the attract screen, beginning with the badge `first`;
/// whoever comes again sees the same code again.
void visit(Stage& stage, int first, int number) {
  const std::string badge = badgeOf((first + number) % kBenchStudents);
  number < kBenchStudents ? takeCode(stage, badge) : seeAgain(stage, badge);
  leave(stage.kiosk);
}

}  // namespace

void measureIdle(const Kiosk& kiosk, Figures& figures) {
  Display display(kBenchScreen);
  KioskProcess process(display, kiosk.device.startFullScreen(kiosk.options()));
  waitForInvitation(process);
  pass(process, kSettling);
  const ProcessUsage before = usageOf(process.process().id());
  pass(process, kIdle);
  const ProcessUsage after = usageOf(process.process().id());
  const ProcessUsage used = between(before, after);
  figures.alone(kiosk.named("context switches in a minute of attract"),
                std::to_string(used.contextSwitches),
                "one wake-up: the look at the screen, about 6 of them");
  figures.alone(kiosk.named("CPU in a minute of attract"), std::to_string(used.cpuTicks) + " ticks",
                "0 ticks");
  figures.alone(kiosk.named("an hour of attract"),
                std::to_string(60 * used.contextSwitches) + " context switches, " +
                    decimal(60 * secondsOf(used.cpuTicks), 1) + " s of CPU",
                "");
  figures.alone(kiosk.named("memory (PSS) on attract"), mebibytes(after.proportionalKiB),
                kiosk.renderer == "cpu" ? "at most 24 MiB" : "");
}

void measureVisits(const Kiosk& kiosk, int visits, Figures& figures) {
  Display display(kBenchScreen);
  KioskStart start = kiosk.device.start(display.size(), kiosk.options());
  start.environment = kiosk.environment;
  Stage stage(kiosk.device, display, start);
  waitForInvitation(stage.kiosk);
  const int first =
      kBenchStudents /
      (kiosk.renderer == "cpu" ? 2 : 4);  // Those before were served by other measurements.
  for (int i = 0; i < kWarming; ++i) visit(stage, first, i);
  const ProcessUsage before = usageOf(stage.kiosk.process().id());
  std::int64_t most = before.proportionalKiB;
  for (int i = 0; i < visits; ++i) {
    visit(stage, first, kWarming + i);
    const ProcessUsage now = usageOf(stage.kiosk.process().id());
    most = std::max(most, now.proportionalKiB);
    if ((i + 1) % kTold == 0) {
      std::cerr << i + 1 << " visits: " << mebibytes(now.anonymousKiB - before.anonymousKiB)
                << " more\n";
    }
  }
  const ProcessUsage after = usageOf(stage.kiosk.process().id());
  const ProcessUsage used = between(before, after);
  const double hundreds = visits / 100.0;
  figures.alone(kiosk.named("a hundred visits"),
                decimal(static_cast<double>(used.contextSwitches) / hundreds, 0) +
                    " context switches, " + decimal(secondsOf(used.cpuTicks) / hundreds, 1) +
                    " s of CPU (of " + std::to_string(visits) + ")",
                "");
  figures.alone(kiosk.named("memory (PSS) in use, at most"), mebibytes(most),
                kiosk.renderer == "cpu" ? "at most 24 MiB" : "");
  figures.alone(kiosk.named("growth over " + std::to_string(visits) + " visits"),
                mebibytes(after.anonymousKiB - before.anonymousKiB) + " of its own memory",
                "none over 10,000: `./bench visits 10000`");
}

}  // namespace tests
