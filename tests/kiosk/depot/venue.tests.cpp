// Kiosks with real ledgers, and a depot in a PostgreSQL server that the tests start.
#include "kiosk/depot/venue.h"

#include <set>

#include "tests/kiosk/depot/venue_scene.h"

using hallpass::DepotRefusal;
using hallpass::Role;
using tests::VenueRoom;
using tests::VenueScene;

TEST_CASE("three kiosks hand out one stock, each without the network, and it adds up",
          "[depot][postgres]") {
  VenueScene scene(12);
  std::set<std::string> seen;
  for (int kiosk = 0; kiosk < 3; ++kiosk) {
    VenueRoom& room = scene.open();
    room.ask(4);
    CHECK(room.sync()->codesLeased == 4);
  }
  for (VenueRoom& room : scene.rooms) {
    for (int student = 0; student < 3; ++student) seen.insert(room.handOut());
  }
  CHECK(seen.size() == 9);
  for (VenueRoom& room : scene.rooms) REQUIRE(room.sync().ok());
  const auto stock = scene.stock();
  CHECK(stock.loaded == 12);
  CHECK(stock.claimed == 9);
  CHECK(stock.leased == 3);
  CHECK(stock.free == 0);
  CHECK(scene.venue.wrong()->empty());
  scene.rooms.front().ask(1);
  CHECK(scene.rooms.front().sync().error() == DepotRefusal::Empty);
  scene.add(12, 1);
  CHECK(scene.rooms.front().sync()->codesLeased == 1);
}

TEST_CASE("once a kiosk holds its codes, the depot cannot read them any more",
          "[depot][postgres]") {
  VenueScene scene(2);
  VenueRoom& room = scene.open();
  room.ask(2);
  REQUIRE(room.sync().ok());
  const auto rows = scene.owner.call("SELECT secret IS NULL, sealed FROM depot.code");
  REQUIRE(rows->count() == 2);
  CHECK(rows->flag(0, 0));
  CHECK(room.key.box().open(rows->bytes(0, 1))->starts_with("TEST-CODE-"));
  const hallpass::DepotKey other(platform::randomKey());
  CHECK_FALSE(other.box().open(rows->bytes(0, 1)).has_value());
}

TEST_CASE("a grant whose answer is lost is the same grant when it is asked for again",
          "[depot][postgres]") {
  VenueScene scene(6);
  VenueRoom& room = scene.open();
  const hallpass::LeaseAsk ask{hallpass::freshUuid(), "azure-pass", 2};
  CHECK(room.depot.lease(ask).value() == 2);
  CHECK(room.depot.lease(ask).value() == 2);
  CHECK(room.depot.codes(ask.id)->size() == 2);
  CHECK(scene.stock().leased == 2);
  REQUIRE(room.depot.seal(ask.id).ok());
  CHECK(room.depot.codes(ask.id)->front().code.reveal().starts_with("TEST-CODE-"));
}

TEST_CASE("a kiosk's login reads no table, no free code and nothing of another kiosk",
          "[depot][postgres]") {
  VenueScene scene(4);
  VenueRoom& one = scene.open();
  VenueRoom& other = scene.open();
  other.ask(2);
  REQUIRE(other.sync().ok());
  const std::string lease = other.ledger->leases().leases()->front();
  for (const char* table : {"code", "kiosk", "lease", "token", "entry", "stock", "wrong"}) {
    CHECK(one.connection.call("SELECT * FROM depot." + std::string(table)).error() ==
          DepotRefusal::NotAllowed);
  }
  CHECK(one.depot.codes(lease).error() == DepotRefusal::Unknown);
  CHECK(one.depot.lease({lease, "azure-pass", 1}).error() == DepotRefusal::Unknown);
  CHECK(
      one.connection
          .call("SELECT depot.declare_lost($1, 'a', 'b')", hallpass::Parameters().add(other.kiosk))
          .error() == DepotRefusal::NotAllowed);
  // Another kiosk's name without its secret is nobody.
  hallpass::PgDepot forged(one.connection, one.key, other.kiosk, {});
  CHECK(forged.codes(lease).error() == DepotRefusal::Unknown);
  // A look at free codes that is taken back: a grant of the same transaction shows nothing.
  const std::string mine = hallpass::freshUuid();
  REQUIRE(one.connection.call("BEGIN").ok());
  CHECK(one.depot.lease({mine, "azure-pass", 2}).value() == 2);
  CHECK(one.depot.codes(mine).error() == DepotRefusal::Unknown);
  REQUIRE(one.connection.call("ROLLBACK").ok());
}

TEST_CASE("a token enrols one kiosk, once", "[depot][postgres]") {
  VenueScene scene(1);
  const auto token = scene.venue.makeToken("room 2", "tests").value();
  VenueRoom& room = scene.rooms.emplace_back(scene.server.address("depot", "room"));
  room.join(token);
  CHECK(room.depot.enrol(token).ok());  // The answer was lost.
  VenueRoom& second = scene.rooms.emplace_back(scene.server.address("depot", "room"));
  CHECK(second.depot.enrol(token).error() == DepotRefusal::BadToken);
  CHECK(second.depot.enrol("NEVER-MADE").error() == DepotRefusal::BadToken);
  CHECK(second.depot.hello({}).error() == DepotRefusal::Unknown);
}

TEST_CASE("a cloned ledger is frozen with the one it was made of, and the bound holds",
          "[depot][postgres]") {
  VenueScene scene(6);
  VenueRoom& room = scene.open();
  room.ask(4);
  REQUIRE(room.sync().ok());
  // The disk is copied: ledger, mark and key.
  tests::TempFolder copied;
  room.ledger.reset();
  std::filesystem::copy(
      room.folder.path(), copied.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  room.reopen();
  auto clone = tests::openLedger(copied.file(), room.clock);
  (void)room.handOut();
  room.clock.time.ms += 1'000;
  const auto twin = clone->roster().addWalkIn("Somebody", Role::Student).value();
  REQUIRE(clone->claims().make(twin, Role::Student).ok());
  REQUIRE(room.sync().ok());
  CHECK(hallpass::synchronise(clone->leases(), room.depot).error() == DepotRefusal::Frozen);
  CHECK(clone->leases().figures()->inStock == 0);
  CHECK(room.sync().error() == DepotRefusal::Frozen);
  CHECK(room.ledger->leases().figures()->inStock == 0);
  CHECK(scene.venue.kiosks()->front().state == "frozen");
}

TEST_CASE("a kiosk that two people declare lost gets nothing, and what it had goes to nobody",
          "[depot][postgres]") {
  VenueScene scene(6);
  VenueRoom& room = scene.open();
  room.ask(4);
  REQUIRE(room.sync().ok());
  CHECK(scene.venue.declareLost(room.kiosk, "Ann", " ann ").error() == DepotRefusal::Broken);
  CHECK(scene.venue.declareLost(hallpass::freshUuid(), "Ann", "Ben").error() ==
        DepotRefusal::Unknown);
  CHECK(scene.venue.declareLost(room.kiosk, "Ann", "Ben").value() == 4);
  CHECK(scene.stock().quarantined == 4);
  CHECK(room.sync().error() == DepotRefusal::Lost);
  CHECK(room.ledger->leases().figures()->inStock == 0);
}

TEST_CASE("what is given back goes to another kiosk, and not to this one again",
          "[depot][postgres]") {
  VenueScene scene(2);
  VenueRoom& one = scene.open();
  VenueRoom& other = scene.open();
  one.ask(2);
  REQUIRE(one.sync().ok());
  REQUIRE(one.ledger->leases().giveBack(one.ledger->leases().leases()->front(), Role::Staff).ok());
  REQUIRE(one.sync().ok());
  CHECK(scene.stock().free == 2);
  one.ask(2);
  CHECK(one.sync().error() == DepotRefusal::Empty);
  other.ask(2);
  CHECK(other.sync()->codesLeased == 2);
  CHECK(other.handOut().starts_with("TEST-CODE-"));
}

TEST_CASE("a depot that comes back older leases nothing until every kiosk has told what it holds",
          "[depot][postgres]") {
  VenueScene scene(9);
  VenueRoom& one = scene.open();
  VenueRoom& other = scene.open();
  one.ask(2);
  REQUIRE(one.sync().ok());
  // The backup: the server's own copy of the database.
  hallpass::Connection admin(scene.server.address());
  REQUIRE(admin
              .call("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                    "'depot'")
              .ok());
  REQUIRE(admin.call("CREATE DATABASE backup TEMPLATE depot").ok());
  (void)other.sync();
  other.ask(3);
  REQUIRE(other.sync().ok());
  const std::string given = other.handOut();
  // The depot goes, and the backup takes its place.
  REQUIRE(admin
              .call("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                    "'depot'")
              .ok());
  REQUIRE(admin.call("DROP DATABASE depot").ok());
  REQUIRE(admin.call("ALTER DATABASE backup RENAME TO depot").ok());
  (void)scene.venue.restored("tests");  // The first call finds the old connection broken.
  REQUIRE(scene.venue.restored("tests").ok());
  (void)one.sync();
  one.ask(6);
  CHECK(one.sync().error() == DepotRefusal::Rebuilding);
  CHECK(scene.venue.resume("tests").value() == 1);
  (void)other.sync();
  REQUIRE(other.sync().ok());
  CHECK(scene.venue.resume("tests").value() == 0);
  CHECK(one.sync()->codesLeased == 4);
  std::set<std::string> seen{given};
  for (int student = 0; student < 6; ++student) CHECK(seen.insert(one.handOut()).second);
  CHECK(seen.insert(other.handOut()).second);
  REQUIRE(one.sync().ok());
  REQUIRE(other.sync().ok());
  CHECK(scene.stock().claimed == 8);
  CHECK(scene.stock().loaded == 9);
}

TEST_CASE("a kiosk's login does nothing that is the venue's", "[depot][postgres]") {
  VenueScene scene(1);
  VenueRoom& room = scene.open();
  hallpass::Venue venue(room.connection);
  const auto isRefused = [&](const auto& answer) {
    INFO(room.connection.problem());
    CHECK(answer.error() == DepotRefusal::NotAllowed);
  };
  isRefused(venue.init(DEPOT_ASSETS));
  isRefused(venue.makeToken("room 13", "tests"));
  isRefused(venue.add(tests::newBatch(), tests::newCodes(1, 1)));
  isRefused(venue.declareLost(room.kiosk, "Ann", "Ben"));
  isRefused(venue.declareVoid(room.kiosk, "Ann", "Ben"));
  isRefused(venue.restored("tests"));
  isRefused(venue.resume("tests"));
  isRefused(venue.kiosks());
  isRefused(venue.stock());
  isRefused(venue.crossings());
  isRefused(venue.atStake(room.kiosk));
  isRefused(venue.wrong());
  hallpass::Connection nobody("host=127.0.0.1 port=1 dbname=depot connect_timeout=2");
  CHECK(hallpass::Venue(nobody).init(DEPOT_ASSETS).error() == DepotRefusal::Unreachable);
}

TEST_CASE("the day by which a code must be redeemed goes with it, through the depot to its room",
          "[depot][postgres]") {
  VenueScene scene(0);
  const platform::UtcTime soon{1'700'000'000'000};
  const platform::UtcTime late{1'800'000'000'000};
  auto batch = tests::newBatch();
  batch.redeemBy = late;
  // One of staff's list, with a day of its own and with the list's; one of a kiosk's list.
  REQUIRE(scene.venue.add(batch, {tests::newCode(0, soon), tests::newCode(1)}).value() == 2);
  VenueRoom& room = scene.open();
  REQUIRE(room.depot.add({hallpass::freshUuid(), batch, {tests::newCode(2)}}).value() == 1);
  REQUIRE(room.depot.add({hallpass::freshUuid(), tests::newBatch(), {tests::newCode(3)}}).value() ==
          1);
  const hallpass::LeaseAsk ask{hallpass::freshUuid(), "azure-pass", 4};
  REQUIRE(room.depot.lease(ask).value() == 4);
  std::multiset<std::int64_t> days;
  for (const auto& code : *room.depot.codes(ask.id)) {
    days.insert(code.redeemBy ? code.redeemBy->ms : 0);
  }
  CHECK(days == std::multiset<std::int64_t>{0, soon.ms, late.ms, late.ms});
}

TEST_CASE("a depot that forgot two leases of a kiosk is told both, but of none that it cannot name",
          "[depot][postgres]") {
  VenueScene scene(6);
  VenueRoom& room = scene.open();
  for (int lease = 0; lease < 2; ++lease) {
    room.ask(2);
    REQUIRE(room.sync().ok());
  }
  REQUIRE(scene.venue.restored("tests").ok());
  CHECK(room.sync()->leasesAsserted == 2);
  // A code that the ledger does not have cannot be sealed anew.
  const hallpass::HeldLease strange{{hallpass::freshUuid(), "azure-pass", 1},
                                    {{hallpass::freshUuid(), hallpass::Fate::Stock, ""}}};
  CHECK(room.depot.assertLease(strange).error() == DepotRefusal::Ledger);
  CHECK(scene.stock().leased == 4);
}
