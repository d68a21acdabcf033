#include <fstream>
#include <thread>

#include "kiosk/ledger/copies.h"
#include "tests/kiosk/app/kiosk.h"

using tests::Act;
using tests::Kiosk;
using namespace hallpass;
using std::chrono::hours;

namespace {

constexpr hours kDay{24};

std::size_t names(Kiosk& kiosk) { return kiosk.desk().roster().students()->size(); }

/// A kiosk that keeps names for a week; its class is closed.
struct WeekKiosk : Kiosk {
  WeekKiosk() {
    retentionDays = 7;
    REQUIRE(desk().classes().setState(ClassState::Closed, Role::Operator));
    restart();
    (void)app();
  }
};

}  // namespace

TEST_CASE("names that are older than the venue keeps them go at the start") {
  WeekKiosk kiosk;
  kiosk.clock.pass(kDay * 6);
  kiosk.restart();
  (void)kiosk.app();
  CHECK(names(kiosk) == 3);
  kiosk.clock.pass(kDay + hours(1));
  kiosk.restart();
  (void)kiosk.app();
  CHECK(names(kiosk) == 0);
  CHECK(kiosk.app().namesErased() == 3);
  CHECK(kiosk.stock().inStock == 3);
}

TEST_CASE("a kiosk that is never restarted looks for old names once a day") {
  WeekKiosk kiosk;
  for (int day = 0; day < 7; ++day) {
    REQUIRE(kiosk.app().deadline());
    CHECK(*kiosk.app().deadline() <= kiosk.clock.sinceBoot() + kDay);
    CHECK(names(kiosk) == 3);
    kiosk.pass(kDay);
  }
  kiosk.pass(kDay);
  CHECK(names(kiosk) == 0);
}

TEST_CASE("names stay as long as nobody says for how long, and while the class goes on") {
  WeekKiosk kiosk;
  SECTION("nobody says") { kiosk.retentionDays = 0; }
  SECTION("the class goes on") {
    NewClass facts = tests::sampleClass();
    facts.until =
        platform::UtcTime{kiosk.clock.now().ms + std::chrono::milliseconds(kDay * 60).count()};
    REQUIRE(kiosk.desk().classes().open(facts, Role::Operator));
    const std::vector<RosterEntry> one{{"Maya Okafor", "", ""}};
    REQUIRE(kiosk.desk().roster().add(one, Mode::Keep, Role::Operator));
  }
  const std::size_t before = names(kiosk);
  kiosk.clock.pass(kDay * 30);
  kiosk.restart();
  (void)kiosk.app();
  CHECK(names(kiosk) == before);
}

TEST_CASE("a clock that jumped ahead erases nothing, until it is one to believe") {
  WeekKiosk kiosk;
  kiosk.restart();
  kiosk.clock.kept = platform::ClockQuality::Unsynchronised;
  kiosk.clock.bootName = "00000000-0000-0000-0000-000000000002";
  kiosk.clock.time.ms += std::chrono::milliseconds(kDay * 365).count();
  (void)kiosk.app();
  CHECK(names(kiosk) == 3);
  SECTION("the network keeps it right") {
    kiosk.clock.kept = platform::ClockQuality::Synchronised;
    kiosk.pass(kDay);
  }
  SECTION("something was recorded by it") {
    REQUIRE(kiosk.desk().journal().acceptClock(Role::Instructor).ok());
    kiosk.pass(kDay);
  }
  CHECK(names(kiosk) == 0);
}

TEST_CASE("a visit is not disturbed by the search for old names") {
  WeekKiosk kiosk;
  REQUIRE(kiosk.desk().classes().open(tests::sampleClass(), Role::Operator));
  const std::vector<RosterEntry> one{{"Maya Okafor", "", ""}};
  REQUIRE(kiosk.desk().roster().add(one, Mode::Keep, Role::Operator));
  kiosk.app().refresh();
  kiosk.nameSomebody("Maya");
  kiosk.clock.pass(kDay * 8);
  CHECK(kiosk.app().namesErased() == 0);
  CHECK(kiosk.shows<ConfirmView>());
}

TEST_CASE("after a class was closed, and only then, the ledger is copied once") {
  using namespace std::chrono_literals;
  Kiosk kiosk;
  const auto backups = [&] { return backupsOf(kiosk.file()); };
  // Each copy at another time has another name.
  const auto after = [&](std::chrono::milliseconds patience, std::size_t most) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (backups().size() < most && std::chrono::steady_clock::now() < end) {
      std::this_thread::yield();
    }
    kiosk.clock.pass(2s);
    return backups().size();
  };
  kiosk.app().refresh();
  CHECK(after(200ms, 1) == 0);
  REQUIRE(kiosk.desk().classes().setState(ClassState::Closed, Role::Operator));
  kiosk.app().refresh();
  REQUIRE(after(60s, 1) == 1);
  const auto copy = inspectCopy(backups().front().file);
  REQUIRE(copy);
  CHECK(copy->inStock == 3);
  kiosk.app().refresh();
  CHECK(after(200ms, 2) == 1);
  kiosk.restart();
  (void)kiosk.app();
  CHECK(after(200ms, 2) == 1);
}

TEST_CASE("a copy that could not be made is tried again", "[backup]") {
  Kiosk kiosk;
  kiosk.app().refresh();
  std::ofstream(backupFolder(kiosk.file())) << "in the way";
  REQUIRE(kiosk.desk().classes().setState(ClassState::Closed, Role::Operator));
  kiosk.app().refresh();
  const auto soon = [&](const auto& done) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!done() && std::chrono::steady_clock::now() < end) kiosk.app().tick();
    return done();
  };
  REQUIRE(soon([&] { return !kiosk.app().backupProblem().empty(); }));
  std::filesystem::remove(backupFolder(kiosk.file()));
  CHECK(backupsOf(kiosk.file()).empty());
  kiosk.clock.pass(std::chrono::minutes(11));
  CHECK(soon([&] { return !backupsOf(kiosk.file()).empty(); }));
}

TEST_CASE("a kiosk whose ledger is damaged says so at its start, and touches nothing") {
  Kiosk kiosk;
  kiosk.closeAll();
  std::string bytes;
  {
    std::ifstream in(kiosk.file(), std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  const auto code = bytes.find("WK0SKTEST000000011");
  REQUIRE(code != std::string::npos);
  bytes[code] = 'V';
  std::ofstream(kiosk.file(), std::ios::binary) << bytes;
  CHECK(kiosk.on<OutOfServiceView>().reason.find("is damaged") != std::string::npos);
  kiosk.restart();
  {
    std::ifstream in(kiosk.file(), std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == bytes);
  }
  (void)kiosk.app();
  kiosk.pass(App::kRetry);
  CHECK(kiosk.shows<OutOfServiceView>());
  bytes[code] = 'W';
  std::ofstream(kiosk.file(), std::ios::binary) << bytes;
  kiosk.pass(App::kRetry);
  CHECK(kiosk.shows<AttractView>());
}

TEST_CASE("a kiosk whose ledger is an old copy gives nothing") {
  Kiosk kiosk;
  kiosk.closeAll();
  const auto old = kiosk.file().parent_path() / "old.db";
  std::filesystem::copy_file(kiosk.file(), old);
  const std::string code = kiosk.takeCode("aino");
  kiosk.closeAll();
  std::filesystem::copy_file(old, kiosk.file(), std::filesystem::copy_options::overwrite_existing);
  CHECK(kiosk.on<OutOfServiceView>().reason.find("hallpass restore") != std::string::npos);
}

TEST_CASE("An erasure that the machine was not told of is told when the kiosk starts") {
  Kiosk kiosk;
  const tests::TemporaryFolder folder;
  const auto own = folder.path() / "kiosk";
  std::filesystem::create_directory(own);
  std::ofstream(folder.path() / "renewed") << "\n";
  kiosk.machine.appliance = Appliance(folder.path());
  kiosk.restart();
  (void)kiosk.app();
  CHECK_FALSE(kiosk.machine.appliance.isKeyDue());
  kiosk.restart();
  const auto erased = kiosk.desk().erase({}, Role::Staff);
  REQUIRE(erased.ok());
  (void)kiosk.app();
  CHECK(kiosk.machine.appliance.isKeyDue());
  const auto asked = platform::readFile(own / "erased", 200);
  CHECK(asked.value() == platform::toHex(erased->newHead).substr(0, 32));
}
