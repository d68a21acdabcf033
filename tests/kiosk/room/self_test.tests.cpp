#include "kiosk/room/self_test.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "kiosk/guide/guide.h"
#include "kiosk/room/device_key.h"
#include "kiosk/room/signed_text.h"
#include "kiosk/room/status.h"
#include "kiosk/room/status_report.h"
#include "tests/kiosk/ledger/room.h"

using namespace hallpass;
namespace fs = std::filesystem;

namespace {

/// A device on which nothing is wrong, and whatever a test does to it.
struct TestedDevice : tests::Room {
  SelfTestPlaces places{.ledger = ledger.get(),
                        .ledgerProblem = "",
                        .data = folder.path(),
                        .assets = assetsFolder(),
                        .locale = localeFolder(),
                        .settings = folder.path() / "hallpass.toml",
                        .media = folder.path() / "media",
                        .clock = clock,
                        .probes = {[](const std::string&) { return true; },
                                   [](const std::u32string&) { return std::u32string(); }},
                        .display = DisplayFacts{1280, 800, 3.78},
                        .touched = kTouchTargets,
                        .reserveBytes = 1,
                        .soundCards = folder.path(),
                        .appliance = Appliance(folder.path() / "machine")};

  TestedDevice() {
    for (const Lock lock : kLocks) REQUIRE(ledger->locks().set(lock, "a hash", Role::System));
    put("pcm", "00-00: HDA : playback 1\n");
    fs::create_directories(stick());
  }

  [[nodiscard]] fs::path stick() const { return folder.path() / "media" / "STICK"; }
  void put(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((folder.path() / name).parent_path());
    std::ofstream(folder.path() / name, std::ios::binary) << content;
  }

  [[nodiscard]] Check check(const std::string& id) const {
    for (Check& check : selfTest(places)) {
      if (check.id == id) return check;
    }
    FAIL("no check " + id);
    return {};
  }
  [[nodiscard]] Finding finding(const std::string& id) const { return check(id).finding; }
};

bool says(const Check& check, std::string_view words) {
  return check.sentence.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a device on which nothing is wrong is good, whatever is not there") {
  const TestedDevice device;
  const auto checks = selfTest(device.places);
  std::set<std::string> ids;
  for (const Check& check : checks) {
    INFO(check.id << ": " << check.sentence);
    CHECK(check.finding == (check.id == "depot" || check.id == "class" || check.id == "sealing"
                                ? Finding::Absent
                                : Finding::Good));
    CHECK(check.sentence.size() > 15);
    CHECK_FALSE(check.title.empty());
    ids.insert(check.id);
  }
  CHECK(ids.size() == 17);
  CHECK(worstOf(checks) == Finding::Good);
}

TEST_CASE("a ledger that cannot be opened is bad, and what is asked of it is not tested") {
  TestedDevice device;
  device.places.ledger = nullptr;
  device.places.ledgerProblem = "The ledger is from a newer version.";
  CHECK(device.check("ledger").sentence == "The ledger is from a newer version.");
  CHECK(device.finding("ledger") == Finding::Bad);
  for (const char* id : {"journal", "pins", "class"}) CHECK(device.finding(id) == Finding::Absent);
  CHECK(statusOf(device.places, {}).empty());
}

TEST_CASE("a disk with less than the reserve is bad, and with little more needs a look") {
  TestedDevice device;
  const auto free = fs::space(device.folder.path()).available;
  device.places.reserveBytes = free * 2;
  CHECK(device.finding("disk") == Finding::Bad);
  device.places.reserveBytes = free / 2;
  CHECK(device.finding("disk") == Finding::Attention);
  device.places.reserveBytes = free / 1000;
  CHECK(device.finding("disk") == Finding::Good);
}

TEST_CASE("a disk that others can read needs a look, and so does a key that nobody wrote down") {
  TestedDevice device;
  device.put("machine/data", "sealed\n");
  CHECK(device.finding("sealing") == Finding::Good);
  device.put("machine/recovery-key",
             "bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv-bcdefghi-jklnrtuv\n");
  CHECK(device.finding("sealing") == Finding::Attention);
  CHECK(says(device.check("sealing"), "recovery key"));
  CHECK_FALSE(says(device.check("sealing"), "BCDEFGHI"));
  device.put("machine/data", "plain\n");
  CHECK(device.finding("sealing") == Finding::Attention);
  CHECK(says(device.check("sealing"), "no TPM"));
}

TEST_CASE("a disk whose key is due for a new one needs a look") {
  TestedDevice device;
  device.put("machine/data", "sealed\n");
  device.put("machine/renewed", "\n");
  CHECK(device.finding("sealing") == Finding::Good);
  device.put("machine/renewal-due", "");
  CHECK(device.finding("sealing") == Finding::Attention);
  CHECK(says(device.check("sealing"), "Restart the machine"));
}

TEST_CASE("a clock before the program was made, or before the journal, is bad") {
  TestedDevice device;
  device.clock.time = {1'000'000};
  CHECK(says(device.check("clock"), "that cannot be"));
  CHECK(device.finding("clock") == Finding::Bad);
  device.clock.time = {1'792'000'000'000 - 3'600'000};
  CHECK(says(device.check("clock"), "the journal is newer"));
  CHECK(device.finding("clock") == Finding::Bad);
  device.clock.time = {1'792'000'000'000};
  device.clock.kept = platform::ClockQuality::Unsynchronised;
  CHECK(says(device.check("clock"), "Nothing corrects it"));
}

TEST_CASE("each PIN that is missing needs a look") {
  tests::Room room;
  TestedDevice device;
  device.places.ledger = room.ledger.get();
  CHECK(says(device.check("pins"), "No PIN is set for the instructor"));
  REQUIRE(room.ledger->locks().set(Lock::Instructor, "x", Role::System));
  CHECK(says(device.check("pins"), "venue staff"));
  REQUIRE(room.ledger->locks().set(Lock::Staff, "x", Role::System));
  CHECK(says(device.check("pins"), "recovery word"));
  CHECK(device.finding("pins") == Finding::Attention);
}

TEST_CASE(
    "a kiosk of a depot says what it holds of it, and that it gets nothing once it is frozen") {
  const TestedDevice device;
  Leases& leases = device.ledger->leases();
  REQUIRE(leases.join("0b9fa4a4-6c1f-4b4e-9a3d-2f6f0f6f3c11", Role::Operator).ok());
  CHECK(device.finding("depot") == Finding::Good);
  CHECK(says(device.check("depot"), "handed out here: 0."));
  REQUIRE(leases.freeze("two-ledgers").ok());
  CHECK(device.finding("depot") == Finding::Bad);
  CHECK(says(device.check("depot"), "enrol it anew"));
}

TEST_CASE("a mistake in a pass type or in the settings is named with its file or line") {
  TestedDevice device;
  device.put("hallpass.toml", "idle_seconds = 60\nvolumen_percent = 3\n");
  CHECK(device.finding("settings") == Finding::Attention);
  CHECK(says(device.check("settings"), "line 2"));
  fs::copy(device.places.assets, device.folder.path() / "assets", fs::copy_options::recursive);
  device.places.assets = device.folder.path() / "assets";
  device.put("assets/pass-types/azure-pass.toml", "title = 3\n");
  CHECK(device.finding("guides") == Finding::Bad);
  CHECK(says(device.check("guides"), "pass-types/azure-pass.toml"));
}

TEST_CASE("what the drawing cannot do is found: characters without a font, codes nobody reads") {
  TestedDevice device;
  device.openClass();
  device.enrol({{"Somebody \U00010330", "", "S1"}});
  std::u32string asked;
  device.places.probes.undrawable = [&asked](const std::u32string& wanted) {
    asked = wanted;
    return std::u32string(U"\U00010330");
  };
  device.places.probes.qrReadsBack = [](const std::string& payload) { return payload.size() < 99; };
  const Check fonts = device.check("fonts");
  CHECK(fonts.finding == Finding::Attention);
  CHECK_FALSE(says(fonts, "Somebody"));
  CHECK(asked.find(U'\U00010330') != std::u32string::npos);
  CHECK(asked.find(U'語') != std::u32string::npos);
  CHECK(device.finding("qr") == Finding::Bad);
}

TEST_CASE(
    "a screen that is too small for fingers needs a look, and one that is not there is none") {
  TestedDevice device;
  CHECK(says(device.check("display"), "339 × 212 mm, with 1280 × 800 pixels"));
  device.places.display = DisplayFacts{480, 800, 6.0};
  CHECK(device.finding("display") == Finding::Attention);
  device.places.display.reset();
  CHECK(device.finding("display") == Finding::Absent);
}

TEST_CASE("the touch test counts what was hit") {
  TestedDevice device;
  device.places.touched = 7;
  CHECK(device.finding("touch") == Finding::Attention);
  CHECK(says(device.check("touch"), "Only 7 of 9"));
  device.places.touched.reset();
  CHECK(device.finding("touch") == Finding::Absent);
}

TEST_CASE("a machine without an output for sound says so") {
  TestedDevice device;
  device.put("pcm", "00-00: HDA : capture 1\n");
  CHECK(device.finding("sound") == Finding::Absent);
  device.places.heard = false;
  CHECK(device.finding("sound") == Finding::Attention);
  device.places.heard = true;
  CHECK(device.finding("sound") == Finding::Good);
}

TEST_CASE("a stick is written and read back, and nothing stays on it") {
  TestedDevice device;
  std::ofstream(device.stick() / "hallpass-test.txt") << "somebody's own";
  CHECK(device.finding("stick") == Finding::Good);
  CHECK(std::distance(fs::directory_iterator(device.stick()), {}) == 1);
  fs::remove_all(device.stick());
  CHECK(device.finding("stick") == Finding::Absent);
  fs::create_directory_symlink("/proc/self", device.stick());
  CHECK(device.finding("stick") != Finding::Good);
}

TEST_CASE("a damaged device key is bad") {
  TestedDevice device;
  device.put("device.key", "x");
  CHECK(device.finding("key") == Finding::Bad);
}

TEST_CASE("whether students can take codes is never bad: that is the instructor's") {
  TestedDevice device;
  NewClass facts = tests::newClass();
  facts.title = "Class of Anna";
  facts.passType = "azure-pass";
  device.openClass(facts);
  CHECK(device.finding("class") == Finding::Attention);
  device.addCodes(tests::newCodes(0, 3));
  CHECK(device.finding("class") == Finding::Good);
  CHECK_FALSE(says(device.check("class"), "Anna"));
}

TEST_CASE("a test that is stopped leaves the rest out") {
  TestedDevice device;
  device.places.progress = [](std::int64_t done, std::int64_t) { return done < 3; };
  CHECK(selfTest(device.places).size() == 3);
}

TEST_CASE("the status holds what is broken, the counts and the journal's head, signed") {
  TestedDevice device;
  device.addCodes(tests::newCodes(0, 3));
  device.places.probes.qrReadsBack = [](const std::string&) { return false; };
  const auto checks = selfTest(device.places);
  const std::string status = statusOf(device.places, checks);
  const auto key = deviceKey(device.folder.path());
  REQUIRE(key);
  const auto checked = checkSigned(status, key->publicKey());
  REQUIRE(checked);
  CHECK(checked->lines.find("tested: bad, qr\nready: no, no-class\ncodes: 3 = 3 in stock") !=
        std::string::npos);
  const auto head = device.ledger->journal().verify(std::nullopt)->head;
  CHECK(checked->lines.find("head: " + platform::toHex(head)) != std::string::npos);
}

TEST_CASE("the report holds each check and the status, in a file that names no class") {
  TestedDevice device;
  const auto checks = selfTest(device.places);
  const ExportFile report = readinessReport(checks, "the status\n", device.clock.time);
  CHECK(report.name == "hallpass-2026-10-14-readiness.txt");
  for (const Check& check : checks) {
    CHECK(report.bytes.find(check.sentence) != std::string::npos);
  }
  CHECK(report.bytes.find("QR codes (in order): ") != std::string::npos);
  CHECK(report.bytes.ends_with("\n\nthe status\n"));
}
