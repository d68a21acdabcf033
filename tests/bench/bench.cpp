// How fast the kiosk is, beside what the same machine does at the least, in the same run: the
// machine is shared and its numbers drift, the ratios hold.
#include <chrono>
#include <cstdio>
#include <exception>
#include <functional>
#include <stdexcept>

#include "kiosk/ledger/ledger.h"
#include "tests/bench/samples.h"
#include "tests/bench/synced_file.h"
#include "tests/e2e/visit.h"
#include "tests/support/process_usage.h"

namespace {

using namespace tests;
using Timer = std::chrono::steady_clock;

constexpr Size kScreen{1920, 1080};
constexpr int kStarts = 7;
constexpr int kTaps = 20;
constexpr int kRounds = 5;
constexpr int kWritesARound = 200;
constexpr std::chrono::seconds kIdle{30};
constexpr std::chrono::seconds kPatience{60};

double millisecondsSince(Timer::time_point start) {
  return std::chrono::duration<double, std::milli>(Timer::now() - start).count();
}

/// Asks again and again until `holds`; answers how long that took from `start`.
double measureUntil(Timer::time_point start, const std::function<bool()>& holds) {
  while (!holds()) {
    if (Timer::now() - start > kPatience) throw std::runtime_error("it never came");
  }
  return millisecondsSince(start);
}

void print(const char* what, const Samples& kiosk, const char* unit, const Samples& base,
           const char* baseName) {
  std::printf("%-34s %s %s\n%-34s %s %s\n%-34s %.2f\n\n", what, kiosk.text().c_str(), unit,
              baseName, base.text().c_str(), unit, "  ratio of the medians",
              kiosk.median() / base.median());
}

bool somethingShown(Display& display) {
  const Point centre{kScreen.width / 2, kScreen.height / 2};
  return display.screenshot({centre.x, centre.y, 1, 1}).at({0, 0}) != kBlack;
}

KioskStart bareStart() {
  return {{BARE_WINDOW, std::to_string(kScreen.width), std::to_string(kScreen.height)}, {}};
}

struct Started {
  Samples milliseconds;
  Samples proportionalMiB;
};

void startOnce(const std::vector<std::string>& command, Started& started) {
  Display display(kScreen);
  Launch launch;
  launch.command = command;
  launch.environment = {{"DISPLAY", display.name()}};
  const auto start = Timer::now();
  Process process(launch);
  started.milliseconds.add(measureUntil(start, [&] { return somethingShown(display); }));
  started.proportionalMiB.add(static_cast<double>(usageOf(process.id()).proportionalKiB) / 1024);
}

void measureStart(const Device& device) {
  Started kiosk;
  Started bare;
  for (int i = 0; i < kStarts; ++i) {
    startOnce(device.start(kScreen).command, kiosk);
    startOnce(bareStart().command, bare);
  }
  print("start to first frame", kiosk.milliseconds, "ms", bare.milliseconds, "  bare GL window");
  print("memory (PSS) at that moment", kiosk.proportionalMiB, "MiB", bare.proportionalMiB,
        "  bare GL window");
}

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

std::string badgeOf(int student) { return "S" + std::to_string(70100 + 13 * student); }

double tapOnce(Stage& stage, const Finder& finder) {
  if (finder.shown(stage.display)) throw std::runtime_error("the code is there before the tap");
  stage.display.movePointer(stage.kiosk.scene().find("take")->rect.centre());
  stage.display.press();
  const auto start = Timer::now();
  stage.display.release();
  return measureUntil(start, [&] { return finder.shown(stage.display); });
}

void measureTap(const Device& device, SyncedFile& file) {
  Display display(kScreen);
  Stage stage(device, display);
  const Scene& first = takeCode(stage, badgeOf(0));
  const Finder finder = finderOf(display.screenshot(), first.qr("1").rect);
  leave(stage.kiosk);
  Samples taps;
  Samples writes;
  for (int i = 1; i <= kTaps; ++i) {
    walkToTake(stage, badgeOf(i));
    taps.add(tapOnce(stage, finder));
    stage.kiosk.waitForScreen("code");
    leave(stage.kiosk);
    const auto start = Timer::now();
    file.write();
    writes.add(millisecondsSince(start));
  }
  print("tap to code on the screen", taps, "ms", writes, "  synced write of 4 KiB");
  std::printf("%-34s %.1f MiB\n\n", "memory (PSS) after these visits",
              static_cast<double>(usageOf(stage.kiosk.process().id()).proportionalKiB) / 1024);
}

void measureIdle(const Device& device) {
  Display display(kScreen);
  Stage stage(device, display);
  stage.kiosk.waitForScreen("attract");
  const ProcessUsage before = usageOf(stage.kiosk.process().id());
  if (stage.kiosk.process().waitFor(kIdle)) throw std::runtime_error("the kiosk ended");
  const ProcessUsage after = usageOf(stage.kiosk.process().id());
  std::printf("%-34s %lld ticks of CPU, %lld context switches\n\n", "idle for 30 s",
              static_cast<long long>(after.cpuTicks - before.cpuTicks),
              static_cast<long long>(after.contextSwitches - before.contextSwitches));
}

std::vector<hallpass::NewCode> manyCodes(int count) {
  std::vector<hallpass::NewCode> codes;
  for (int i = 0; i < count; ++i) {
    const std::string text = "WK0SKBENCH" + std::to_string(10'000'000 + i);
    codes.push_back({i + 1, hallpass::Code(text), text, std::nullopt});
  }
  return codes;
}

std::vector<hallpass::RosterEntry> manyStudents(int count) {
  std::vector<hallpass::RosterEntry> students;
  for (int i = 0; i < count; ++i) {
    students.push_back({"Student " + std::to_string(i), "", "B" + std::to_string(i)});
  }
  return students;
}

template <class T, class E>
T need(platform::Result<T, E> result) {
  if (!result) throw std::runtime_error("the ledger refuses");
  return std::move(result).value();
}

std::vector<hallpass::Student> fillLedger(hallpass::Ledger& ledger, int count) {
  using namespace hallpass;
  NewClass facts;
  facts.title = "Bench";
  facts.passType = "azure-pass";
  NewBatch batch;
  batch.passType = facts.passType;
  batch.fileName = "bench";
  need(ledger.classes().open(facts, Role::Operator));
  need(ledger.roster().add(manyStudents(count), Mode::Keep, Role::Operator));
  need(ledger.stock().add(batch, manyCodes(count), Mode::Keep, Role::Operator, {}));
  return need(ledger.roster().students());
}

void measureClaims(const std::filesystem::path& folder, SyncedFile& file) {
  const platform::SystemClock clock;
  const auto ledger = need(hallpass::Ledger::open(folder / "claims.db", clock));
  const auto students = fillLedger(*ledger, kRounds * kWritesARound);
  Samples claims;
  Samples writes;
  for (std::size_t next = 0; next < students.size();) {
    auto start = Timer::now();
    for (int i = 0; i < kWritesARound; ++i) {
      need(ledger->claims().make(students[next++].id, hallpass::Role::Student));
    }
    claims.add(millisecondsSince(start) / kWritesARound);
    start = Timer::now();
    for (int i = 0; i < kWritesARound; ++i) file.write();
    writes.add(millisecondsSince(start) / kWritesARound);
  }
  print("one claim, on disk", claims, "ms", writes, "  synced write of 4 KiB");
  std::printf("%-34s %.0f of %.0f synced writes\n\n", "claims a second", 1000 / claims.median(),
              1000 / writes.median());
}

void measureAll(const std::filesystem::path& disk) {
  const TemporaryFolder folder(disk);
  SyncedFile file(folder.path());
  measureClaims(folder.path(), file);
  const Device device({HALLPASS_PROGRAM, TESTS_DATA}, disk);
  device.openSampleClass();
  measureStart(device);
  measureTap(device, file);
  measureIdle(device);
}

}  // namespace

int main(int count, char** words) try {
  if (count > 2) {
    std::fprintf(stderr,
                 "usage: bench [FOLDER on the disk to measure; else where temporary files go]\n");
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::printf("medians (least-most); %dx%d, one machine, one run\n\n", kScreen.width,
              kScreen.height);
  measureAll(count == 2 ? words[1] : std::filesystem::temp_directory_path());
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "bench: %s\n", problem.what());
  return 1;
}
