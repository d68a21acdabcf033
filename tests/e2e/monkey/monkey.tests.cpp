// A monkey plays with the kiosk for minutes: it must not end, nor grow, nor break a rule of the
// ledger, whatever is touched in whatever order. HALLPASS_MONKEY_SECONDS and HALLPASS_MONKEY_SEED
// change how long it plays, and how.
#include "tests/e2e/monkey/monkey.h"

#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

#include "tests/e2e/desk.h"
#include "tests/e2e/monkey/growth.h"
#include "tests/e2e/monkey/ledger_problems.h"
#include "tests/e2e/monkey/venue.h"
#include "tests/e2e/places.h"
#include "tests/support/catch.h"
#include "tests/support/process_usage.h"

namespace {

using namespace tests;
using Clock = std::chrono::steady_clock;

constexpr int kBetweenChecks = 1000;
constexpr std::chrono::seconds kBetweenSamples{5};
constexpr std::size_t kFewestSamples = 6;
/// A shorter play meets screens, languages and sizes of text for the first time up to its end: what
/// they need is kept, and would look like a leak.
constexpr int kSecondsToJudgeMemory = 1800;
constexpr std::int64_t kMostGrowthKiB = 8 * 1024;
constexpr int kCodes = 40;

int numberFrom(const char* name, int otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::atoi(text);
}

/// Nothing that the kiosk could switch off or turn up is within its reach.
void unplugTheMachine() {
  setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", 1);
  setenv("ALSA_CONFIG_PATH", "/dev/null", 1);
}

void checkLedger(const std::filesystem::path& file) {
  INFO(file);
  CHECK(ledgerProblems(file) == std::vector<std::string>());
}

/// All that takes memory once for good: the letters of each language, in each size.
void warmUp(KioskProcess& kiosk) {
  waitForInvitation(kiosk);
  kiosk.tapTo("help", "help");
  for (const char* size : {"text-small", "text-large", "text-largest", "text-normal"}) {
    kiosk.tap(size);
    kiosk.waitFor(size, [&](const Scene& scene) {
      const Target* target = scene.find(size);
      return target != nullptr && target->focused;
    });
    for (const char* language : {"fi", "sv", "de", "fr", "es", "pt", "ja", "en"}) {
      kiosk.tapTo("language", "languages");
      kiosk.tapTo(std::string("language-") + language, "help");
    }
  }
  kiosk.tapTo("back", "attract");
}

void say(const Monkey& monkey, const std::vector<std::int64_t>& resident) {
  std::cout << monkey.acts() << " acts on " << monkey.screens().size() << " screens:";
  for (const auto& [screen, times] : monkey.screens()) std::cout << ' ' << screen << ' ' << times;
  std::cout << "\nresident KiB:";
  for (const std::int64_t sample : resident) std::cout << ' ' << sample;
  std::cout << "; grown by " << growthOf(resident) << " KiB" << std::endl;
}

/// The lines of the kiosk's log that say more than that it starts and ends.
std::string complaintsOf(const std::string& log) {
  std::istringstream lines(log);
  std::string complaints;
  for (std::string line; std::getline(lines, line);) {
    const bool plain =
        line.find("Hallpass starts on ") != line.npos || line.find("Hallpass ends.") != line.npos;
    if (!plain) complaints += line + "\n";
  }
  return complaints;
}

}  // namespace

TEST_CASE("A monkey breaks nothing: no end, no growth, and every rule of the ledger holds",
          "[e2e][slow]") {
  unplugTheMachine();
  const int seconds = numberFrom("HALLPASS_MONKEY_SECONDS", 300);
  const int seed = numberFrom("HALLPASS_MONKEY_SEED", 20261121);
  const Device device(places());
  Venue venue(device);
  venue.openNextClass(kCodes);
  Display display({1280, 720});
  Stage stage(device, display);
  warmUp(stage.kiosk);
  Monkey monkey(stage, static_cast<std::uint32_t>(seed));
  std::vector<std::int64_t> resident;
  // Its first half is the warm-up.
  auto sampleAt = Clock::now() + std::chrono::seconds(seconds) / 2;
  const auto end = Clock::now() + std::chrono::seconds(seconds);
  while (Clock::now() < end) {
    for (int i = 0; i < kBetweenChecks && Clock::now() < end; ++i) {
      monkey.act();
      if (Clock::now() < sampleAt) continue;
      sampleAt = Clock::now() + kBetweenSamples;
      resident.push_back(usageOf(stage.kiosk.process().id()).residentKiB);
    }
    INFO("seed " << seed << ", act " << monkey.acts());
    REQUIRE(stage.kiosk.process().running());
    checkLedger(device.ledger());
    CHECK(chainVerifies(device));
    const auto practised = device.data() / "training" / "ledger.db";
    if (std::filesystem::exists(practised)) checkLedger(practised);
    venue.openNextClass(kCodes);
  }
  say(monkey, resident);
  if (seconds >= kSecondsToJudgeMemory) {
    REQUIRE(resident.size() >= kFewestSamples);
    CHECK(growthOf(resident) <= kMostGrowthKiB);
  }
  // A machine that is busy with other tests gives it little time.
  if (monkey.acts() >= 4 * kBetweenChecks) CHECK(monkey.screens().size() >= 20);
  CHECK(device.command({"class", "show"}).is_object());
  CHECK(complaintsOf(stage.kiosk.log()) == "");
}
