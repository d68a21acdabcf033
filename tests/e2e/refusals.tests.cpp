// When nothing can be handed out, the kiosk says why, and offers nothing that fails.
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <memory>

#include "platform/base/clock.h"
#include "tests/e2e/commit_watch.h"
#include "tests/e2e/layout.h"
#include "tests/e2e/places.h"
#include "tests/e2e/visit.h"
#include "tests/support/catch.h"
#include "tests/support/qr_reader.h"

namespace {

using namespace tests;

std::string inSeconds(int seconds) {
  const platform::UtcTime now = platform::SystemClock().now();
  return platform::toIsoText({now.ms + seconds * 1000});
}

/// A device that was set up, and asks for no PINs to begin with.
void setPins(const Device& device) {
  device.setPin("instructor", "482915");
  device.setPin("staff", "739164");
}

/// Waits until the attract screen says `headline`, which a command brought about without a touch.
const Scene& waitForNotice(Stage& stage, const std::string& headline) {
  const Scene& scene =
      stage.kiosk.waitFor(headline, [&](const Scene& shown) { return shown.mentions(headline); });
  INFO(scene.summary());
  CHECK(scene.screen == "attract");
  CHECK(layoutProblems(scene, stage.display.pixelsPerMm()).empty());
  return scene;
}

/// The quiet corner is the instructor's; the guide, the language and help are for everybody.
bool offersNothing(const Scene& scene) {
  return std::all_of(scene.targets.begin(), scene.targets.end(), [](const Target& target) {
    return target.id == "door" || target.id == "language" || target.id == "how" ||
           target.id == "help";
  });
}

void checkOffersNothing(Stage& stage, const std::string& headline) {
  CHECK(offersNothing(waitForNotice(stage, headline)));
  stage.display.tap({stage.display.size().width / 2, stage.display.size().height / 2});
  stage.display.type("S70282\n");
}

void checkOutOfService(Stage& stage) {
  const Scene& scene = stage.kiosk.waitForScreen("out-of-service");
  INFO(scene.summary());
  CHECK(scene.mentions("Out of service"));
  CHECK(scene.targets.empty());
  CHECK(scene.qrs.empty());
  CHECK(readQrCodes(stage.display.screenshot()).empty());
}

/// Keeps the transaction that `sql` begins open on a ledger, as a program that hangs in its middle
/// would.
class Hog {
 public:
  Hog(const std::filesystem::path& ledger, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(ledger.c_str(), &database) == SQLITE_OK);
    database_.reset(database);
    REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  }

 private:
  struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  std::unique_ptr<sqlite3, Closer> database_;
};

/// From now on `process` cannot write at or behind `bytes` of any file: its disk is full.
void fillDisk(Process& process, rlim_t bytes) {
  const rlimit limit{bytes, bytes};
  REQUIRE(prlimit(process.id(), RLIMIT_FSIZE, &limit, nullptr) == 0);
}

/// The programs that are started meanwhile get an error from a full disk, not a signal.
class NoSignalOfFullDisk {
 public:
  NoSignalOfFullDisk() : before_(std::signal(SIGXFSZ, SIG_IGN)) {}
  ~NoSignalOfFullDisk() { std::signal(SIGXFSZ, before_); }

 private:
  void (*before_)(int);
};

/// Makes the write-ahead log grow, while somebody who reads keeps it from beginning anew: what is
/// written next lies behind all that the feed will hold.
void growLog(const Device& device, std::uintmax_t bytes) {
  while (std::filesystem::file_size(device.ledger().string() + "-wal") < bytes) {
    device.command({"class", "pause"});
    device.command({"class", "resume"});
  }
}

}  // namespace

TEST_CASE("The attract screen follows the instructor's commands without a touch", "[e2e]") {
  const Device device(places());
  setPins(device);
  Display display({1280, 720});
  Stage stage(device, display);
  checkOffersNothing(stage, "Not open yet");
  device.openClass("azure-pass", {"--from", "2199-01-02"});
  checkOffersNothing(stage, "Codes are handed out from");
  device.command({"class", "close"});
  // Keys that are typed now could be read after the class is open.
  CHECK(offersNothing(waitForNotice(stage, "This class is over")));
  device.restock("azure-pass", device.sample("codes-azure-one-line.csv"));
  device.openClass("azure-pass", {"--roster", device.sample("roster.csv").string()});
  waitForInvitation(stage.kiosk);
  device.command({"class", "pause"});
  CHECK(offersNothing(waitForNotice(stage, "Paused for a moment")));
  device.command({"class", "resume"});
  waitForInvitation(stage.kiosk);
  device.command({"class", "close"});
  checkOffersNothing(stage, "This class is over");
  CHECK(stage.kiosk.feed().screens() == std::vector<std::string>{"attract"});
  CHECK(device.command({"stock"}).at("claimed") == 0);
}

TEST_CASE("The attract screen opens and ends with the class's window, by itself", "[e2e]") {
  const Device device(places());
  setPins(device);
  device.restock("azure-pass", device.sample("codes-azure-one-line.csv"));
  Display display({1280, 720});
  Stage stage(device, display);
  waitForNotice(stage, "Not open yet");
  device.openClass("azure-pass", {"--from", inSeconds(2)});
  waitForInvitation(stage.kiosk);
  device.command({"class", "close"});
  device.openClass("azure-pass", {"--until", inSeconds(4)});
  checkOffersNothing(stage, "This class is over");
  CHECK(device.command({"class", "show"}).at("state") == "open");
}

TEST_CASE("Without codes only who has one is served, until the restock", "[e2e]") {
  const Device device(places());
  device.openClass("azure-pass", {"--roster", device.sample("roster.csv").string()});
  const auto single = device.folder() / "single.txt";
  std::ofstream(single) << "WK0SKTEST00000001A\n";
  Display display({1280, 720});
  Stage stage(device, display);
  waitForNotice(stage, "No codes left");
  device.restock("azure-pass", single);
  const std::string payload =
      readQrCode(display.screenshot(), takeCode(stage, "S70100").qr("1").rect);
  leave(stage.kiosk);
  waitForNotice(stage, "No codes left");
  CHECK(stage.kiosk.scene().find("wake") == nullptr);
  stage.kiosk.tapTo("again", "find");
  scanBadge(stage, "S70113");
  const Scene& none = stage.kiosk.tapTo("yes", "no-codes");
  CHECK(none.mentions("No codes are left"));
  CHECK(none.targets.size() == 4);
  CHECK(none.find("help") != nullptr);
  CHECK(none.find("finish") != nullptr);
  CHECK(none.find("language") != nullptr);
  CHECK(none.find("door") != nullptr);
  stage.kiosk.tapTo("finish", "attract");
  stage.kiosk.tapTo("again", "find");
  scanBadge(stage, "S70100");
  stage.kiosk.tapTo("yes", "have-code");
  const Scene& again = showAgain(stage.kiosk);
  CHECK((readQrCode(display.screenshot(), again.qr("1").rect) == payload));
  leave(stage.kiosk);
  device.restock("azure-pass", device.sample("codes-azure-one-line.csv"));
  waitForInvitation(stage.kiosk);
}

TEST_CASE("A class that is paused in the middle of a visit gives no code", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  walkToTake(stage, "S70282");
  device.command({"class", "pause"});
  stage.kiosk.tap("take");
  checkOffersNothing(stage, "Paused for a moment");
  CHECK(device.command({"stock"}).at("claimed") == 0);
}

TEST_CASE("A ledger that is damaged, or no ledger at all, shows Out of service", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  const auto size = std::filesystem::file_size(device.ledger());
  const bool foreign = GENERATE(false, true);
  if (foreign) {
    std::ofstream(device.ledger(), std::ios::trunc) << std::string(size, 'x');
  } else {
    std::fstream file(device.ledger(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(static_cast<std::size_t>(size) - 4096, '\xA5');
  }
  Display display({1280, 720});
  Stage stage(device, display);
  checkOutOfService(stage);
}

TEST_CASE("A claim that the disk refuses shows no code, and is made once after a restart",
          "[e2e]") {
  const NoSignalOfFullDisk ignored;
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  {
    const CommitWatch keeper(device.ledger());
    const Hog reader(device.ledger(), "BEGIN; SELECT count(*) FROM journal");
    growLog(device, 400'000);
    Stage stage(device, display);
    walkToTake(stage, "S70282");
    REQUIRE(stage.kiosk.feed().everything().size() < 300'000);
    fillDisk(stage.kiosk.process(), std::filesystem::file_size(device.ledger().string() + "-wal"));
    CommitWatch watch(device.ledger());
    stage.kiosk.tap("take");
    checkOutOfService(stage);
    CHECK_FALSE(watch.committed());
  }
  CHECK(device.command({"stock"}).at("claimed") == 0);
  Stage stage(device, display);
  takeCode(stage, "S70282");
  CHECK(device.command({"stock"}).at("claimed") == 1);
}

TEST_CASE("A ledger that another program holds gives no code, and nothing is taken", "[e2e]") {
  const Device device(places());
  device.openSampleClass();
  Display display({1280, 720});
  Stage stage(device, display);
  walkToTake(stage, "S70282");
  {
    const Hog hog(device.ledger(), "BEGIN IMMEDIATE");
    stage.kiosk.tap("take");
    // Handled when the claim has given up: what comes next shows that the kiosk serves on.
    stage.kiosk.tapTo("back", "before");
  }
  stage.kiosk.tapTo("back", "find");
  const auto& screens = stage.kiosk.feed().screens();
  CHECK(std::count(screens.begin(), screens.end(), "code") == 0);
  CHECK(device.command({"stock"}).at("claimed") == 0);
  stage.kiosk.tapTo("back", "attract");
  takeCode(stage, "S70282");
  CHECK(device.command({"stock"}).at("claimed") == 1);
}
