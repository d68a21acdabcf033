// The power goes between the commit of a claim and its drawing: the student who comes back gets the
// same code, and there is never a second one.
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "tests/e2e/commit_watch.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

constexpr int kRounds = 4;
constexpr int kInLogRounds = 4;

std::string badgeOf(int round) { return "S" + std::to_string(70100 + 13 * round); }

void killAtCommit(Stage& stage) {
  CommitWatch watch(stage.device.ledger());
  stage.kiosk.tap("take");
  const auto deadline = std::chrono::steady_clock::now() + KioskProcess::kPatience;
  while (!watch.committed()) REQUIRE(std::chrono::steady_clock::now() < deadline);
  stage.kiosk.process().kill();
}

/// Kills when the log of the ledger was written to `writes` times: before the commit, or after it.
void killInLog(Stage& stage, int writes) {
  const int watch = inotify_init1(IN_CLOEXEC);
  const std::string log = stage.device.ledger().string() + "-wal";
  REQUIRE(inotify_add_watch(watch, log.c_str(), IN_MODIFY) >= 0);
  stage.kiosk.tap("take");
  for (int seen = 0; seen < writes;) {
    pollfd wait{watch, POLLIN, 0};
    const bool more = poll(&wait, 1, seen == 0 ? 60'000 : 50) > 0;
    if (!more) break;
    std::array<char, sizeof(inotify_event)> event{};
    if (read(watch, event.data(), event.size()) > 0) ++seen;
  }
  stage.kiosk.process().kill();
  close(watch);
}

bool codeWasShown(KioskProcess& kiosk) {
  while (kiosk.feed().readOne()) {
  }
  return kiosk.scene().screen == "code";
}

bool isClaimed(const Device& device, const std::string& number) {
  const nlohmann::json students = device.command({"students"}).at("students");
  for (const auto& student : students) {
    if (student.at("number") == number) return student.at("claimed");
  }
  return false;
}

/// From the attract screen to the code: the digits that were chosen before the kill are asked for.
const Scene& seeWithSameDigits(Stage& stage, const std::string& number) {
  waitForInvitation(stage.kiosk);
  scanBadge(stage, number);
  stage.kiosk.tapTo("yes", "have-code");
  CHECK(stage.kiosk.tapTo("show", "digits").mentions("Your four digits"));
  typeDigits(stage.kiosk);
  return stage.kiosk.tapTo("take", "code");
}

/// The student comes back after the restart and takes or sees the code; it is the ledger's, and one
/// more than before has a code.
void comeBack(Stage& stage, const std::string& number, int claimed) {
  const bool held = isClaimed(stage.device, number);
  const Scene& scene = held ? seeWithSameDigits(stage, number) : takeCode(stage, number);
  const std::string payload = readQrCode(stage.display.screenshot(), scene.qr("1").rect);
  CHECK((stage.device.claim(number).at("payload") == payload));
  CHECK(stage.device.command({"stock"}).at("claimed") == claimed);
  leave(stage.kiosk);
}

/// After a kill. The kiosk is killed more often here than it may die within a minute.
std::unique_ptr<Stage> startAnew(const Device& device, Display& display) {
  std::filesystem::remove(device.data() / "deaths");
  return std::make_unique<Stage>(device, display);
}

}  // namespace

TEST_CASE("Killed between the commit and the drawing, the kiosk gives the same code again",
          "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  auto stage = std::make_unique<Stage>(device, display);
  int beforeDrawing = 0;
  for (int round = 0; round < kRounds; ++round) {
    walkToTake(*stage, badgeOf(round));
    killAtCommit(*stage);
    if (!codeWasShown(stage->kiosk)) ++beforeDrawing;
    stage = startAnew(device, display);
    CHECK(isClaimed(device, badgeOf(round)));
    comeBack(*stage, badgeOf(round), round + 1);
  }
  std::cout << beforeDrawing << " of " << kRounds << " kills came before the code was drawn\n";
  CHECK(beforeDrawing > 0);
  CHECK(device.command({"journal", "verify"}).at("ok") == true);
}

TEST_CASE("Killed at any write of a claim, the kiosk gives one code, and only one", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  auto stage = std::make_unique<Stage>(device, display);
  int lost = 0;
  for (int round = 0; round < kInLogRounds; ++round) {
    walkToTake(*stage, badgeOf(round));
    killInLog(*stage, 1 + 6 * round);
    stage = startAnew(device, display);
    if (!isClaimed(device, badgeOf(round))) ++lost;
    comeBack(*stage, badgeOf(round), round + 1);
  }
  std::cout << lost << " of " << kInLogRounds << " kills came before the commit\n";
  CHECK(device.command({"journal", "verify"}).at("ok") == true);
}
