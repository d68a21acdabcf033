// One try of a kiosk at its depot, with what it finds in its folder: no ledger, none that is
// enrolled, a damaged one, another key.
#include "kiosk/depot/depot_try.h"

#include "kiosk/depot/pg_depot.h"
#include "kiosk/depot/venue.h"
#include "platform/os/files.h"
#include "tests/kiosk/depot/postgres.h"
#include "tests/kiosk/depot/spoilt_ledger.h"

using hallpass::ClassState;
using hallpass::DepotRefusal;
using hallpass::DepotTry;

namespace {

const platform::Interruption kNever;

/// Of nobody: a try that gets so far as to connect is told Unreachable.
constexpr const char* kNowhere = "host=127.0.0.1 port=1 dbname=depot user=room connect_timeout=2";

DepotTry tryAt(const std::filesystem::path& folder, const std::string& address = kNowhere) {
  const tests::ManualClock clock;
  return hallpass::tryDepot({address, folder / "ledger.db"}, clock, kNever);
}

DepotRefusal whyNotAdded(const std::filesystem::path& folder) {
  const tests::ManualClock clock;
  return hallpass::addToDepot({kNowhere, folder / "ledger.db"}, clock,
                              {hallpass::freshUuid(), tests::newBatch(), tests::newCodes(0, 1)},
                              kNever)
      .error();
}

/// An enrolled kiosk with a class, and nobody who has its ledger open.
struct EnrolledFolder {
  tests::Room room;
  std::string kiosk = hallpass::freshUuid();

  EnrolledFolder() {
    room.openClass();
    REQUIRE(room.ledger->leases().join(kiosk, hallpass::Role::Operator).ok());
    REQUIRE(hallpass::depotKey(folder()).ok());
    room.ledger.reset();
  }
  [[nodiscard]] const std::filesystem::path& folder() const { return room.folder.path(); }
};

}  // namespace

TEST_CASE("a kiosk that is enrolled nowhere connects to nobody", "[depot]") {
  tests::Room room;
  room.openClass();
  room.ledger.reset();
  CHECK(tryAt(room.folder.path()).trouble == DepotRefusal::NotSet);
  CHECK(whyNotAdded(room.folder.path()) == DepotRefusal::NotSet);
}

TEST_CASE("without a ledger, or with a damaged key, nobody is asked, and neither is made anew",
          "[depot]") {
  const EnrolledFolder kiosk;
  const auto key = kiosk.folder() / "depot.key";
  const auto good = platform::readFile(key, 1'000).value();
  CHECK(tryAt(kiosk.folder()).trouble == DepotRefusal::Unreachable);
  REQUIRE(platform::replaceFile(key, good.substr(1)).ok());
  CHECK(tryAt(kiosk.folder()).trouble == DepotRefusal::Ledger);
  CHECK(whyNotAdded(kiosk.folder()) == DepotRefusal::Ledger);
  CHECK(platform::readFile(key, 1'000).value() == good.substr(1));
  const auto nowhere = kiosk.folder() / "nowhere";
  CHECK(tryAt(nowhere).trouble == DepotRefusal::Ledger);
  CHECK(whyNotAdded(nowhere) == DepotRefusal::Ledger);
  CHECK_FALSE(std::filesystem::exists(nowhere));
}

TEST_CASE(
    "whatever of the ledger cannot be read, a try tells that the ledger is at fault, or goes on",
    "[depot]") {
  const EnrolledFolder kiosk;
  const tests::SpoiltLedgers spoilt(kiosk.folder());
  int told = 0;
  int passed = 0;
  spoilt.each([&](const std::string& name, const tests::TempFolder& copy) {
    INFO(name);
    const auto trouble = tryAt(copy.path()).trouble;
    (trouble == DepotRefusal::Ledger ? told : passed) += 1;
    CHECK((trouble == DepotRefusal::Ledger || trouble == DepotRefusal::Unreachable));
    if (name == "depot" || name == "lease" || name == "class") {
      CHECK(trouble == DepotRefusal::Ledger);
    }
  });
  CHECK(told > 5);
  CHECK(passed > 5);
}

TEST_CASE("a class that is closed needs none: how many codes the depot has left is not asked",
          "[depot][postgres]") {
  EnrolledFolder kiosk;
  tests::Postgres server;
  const std::string address = server.address(server.makeDepot("depot"));
  hallpass::Connection owner(address);
  hallpass::Venue venue(owner);
  REQUIRE(venue.add(tests::newBatch(), tests::newCodes(0, 30)).ok());
  const auto key = hallpass::depotKey(kiosk.folder());
  hallpass::PgDepot depot(owner, *key, kiosk.kiosk, {});
  REQUIRE(depot.enrol(venue.makeToken("room", "tests").value()).ok());
  const DepotTry open = tryAt(kiosk.folder(), address);
  CHECK(open.trouble == std::nullopt);
  CHECK(open.left == 18);  // Twelve were leased.
  kiosk.room.reopen();
  kiosk.room.setState(ClassState::Closed);
  kiosk.room.ledger.reset();
  const DepotTry closed = tryAt(kiosk.folder(), address);
  CHECK(closed.trouble == std::nullopt);
  CHECK(closed.left == std::nullopt);
}
