// One student, one code, over the rooms of a venue: real ledgers, and a depot in PostgreSQL.
#include "tests/kiosk/depot/venue_scene.h"
#include "tests/kiosk/ledger/raw_sql.h"

using hallpass::DepotRefusal;
using hallpass::Overrule;
using hallpass::Refusal;
using hallpass::Role;
using tests::VenueRoom;
using tests::VenueScene;

namespace {

/// Two rooms of one class, each with codes.
struct TwoRooms : VenueScene {
  VenueRoom& one = stocked();
  VenueRoom& other = stocked();

  explicit TwoRooms(int codes = 12) : VenueScene(codes) {}

  VenueRoom& stocked() {
    VenueRoom& room = open();
    room.ask(3);
    REQUIRE(room.sync().ok());
    return room;
  }
};

platform::Result<hallpass::Claim, Refusal> claim(VenueRoom& room, const std::string& name) {
  return room.claim(room.student(name));
}

}  // namespace

TEST_CASE("a student who took a code in one room gets none in another, once both were on line",
          "[depot][postgres][rooms]") {
  TwoRooms scene;
  REQUIRE(claim(scene.one, "Aino Virtanen").ok());
  REQUIRE(scene.one.sync().ok());
  CHECK(scene.other.sync()->elsewhere == 1);
  const auto aino = scene.other.student("Virtanen, Aino");
  CHECK(scene.other.claim(aino).error() == Refusal::TakenElsewhere);
  CHECK(scene.other.ledger->claims().elsewhere(aino)->value().room == "room");
  CHECK(claim(scene.other, "Bo").ok());
  // What it knows it is told once.
  CHECK(scene.other.sync()->elsewhere == 0);
  CHECK(scene.venue.crossings()->empty());
}

TEST_CASE("the bound: before the second room was on line nothing refuses; both are told of it",
          "[depot][postgres][rooms]") {
  TwoRooms scene;
  REQUIRE(claim(scene.one, "Aino").ok());
  REQUIRE(scene.one.sync().ok());
  const auto second = claim(scene.other, "Aino");
  REQUIRE(second.ok());
  REQUIRE(scene.other.sync().ok());
  REQUIRE(scene.one.sync().ok());
  CHECK(scene.one.ledger->leases().figures()->crossed == 1);
  CHECK(scene.other.ledger->leases().figures()->crossed == 1);
  CHECK(scene.one.journal().back().event == "rooms-crossed");
  const auto crossings = scene.venue.crossings();
  REQUIRE(crossings->size() == 1);
  CHECK(crossings->front().sequence > 0);
  CHECK(crossings->front().otherSequence > 0);
  // It is no fault of the depot, and nothing is undone.
  CHECK(scene.venue.wrong()->empty());
  REQUIRE(scene.one.sync().ok());
  CHECK(scene.venue.crossings()->size() == 1);
  CHECK(scene.stock().claimed == 2);
}

TEST_CASE("a code that an instructor gave all the same is no crossing, and a third room refuses",
          "[depot][postgres][rooms]") {
  TwoRooms scene(15);
  REQUIRE(claim(scene.one, "Aino").ok());
  REQUIRE(scene.one.sync().ok());
  REQUIRE(scene.other.sync().ok());
  REQUIRE(
      scene.other.ledger->claims()
          .make(scene.other.student("Aino"), Role::Instructor, std::nullopt, Overrule::OtherPerson)
          .ok());
  REQUIRE(scene.other.sync().ok());
  CHECK(scene.one.sync()->elsewhere == 0);
  CHECK(scene.venue.crossings()->empty());
  VenueRoom& third = scene.stocked();
  CHECK(claim(third, "Aino").error() == Refusal::TakenElsewhere);
}

TEST_CASE("a kiosk reads what others told only by asking as itself, and no key of the venue",
          "[depot][postgres][rooms]") {
  TwoRooms scene;
  for (const char* table : {"subjects", "subject", "crossing", "crossings", "at_stake"}) {
    CHECK(scene.one.connection.call("SELECT * FROM depot." + std::string(table)).error() ==
          DepotRefusal::NotAllowed);
  }
  REQUIRE(scene.owner.call("CREATE ROLE clerk LOGIN IN ROLE hallpass_staff").ok());
  hallpass::Connection staff(scene.server.address("depot", "clerk"));
  CHECK(staff.call("SELECT key FROM depot.subjects").error() == DepotRefusal::NotAllowed);
  CHECK(hallpass::Venue(staff).crossings().ok());
  hallpass::PgDepot forged(scene.one.connection, scene.one.key, scene.other.kiosk, {});
  CHECK(forged.others(0).error() == DepotRefusal::Unknown);
}

TEST_CASE("the depot forgets who took a code after thirty days, and not before",
          "[depot][postgres][rooms]") {
  TwoRooms scene;
  REQUIRE(claim(scene.one, "Aino").ok());
  REQUIRE(scene.one.sync().ok());
  const auto age = [&](const char* days) {
    REQUIRE(scene.owner
                .call("UPDATE depot.subject SET told_at = now() - interval '" + std::string(days) +
                      " days'")
                .ok());
  };
  age("29");
  CHECK(scene.other.sync()->elsewhere == 1);
  age("31");
  VenueRoom& third = scene.stocked();
  CHECK(claim(third, "Aino").ok());
  CHECK(scene.owner.call("SELECT count(*) FROM depot.subject")->integer(0, 0) == 0);
  CHECK(claim(scene.other, "Aino").error() == Refusal::TakenElsewhere);
}

TEST_CASE("more than one answer holds is heard in several", "[depot][postgres][rooms]") {
  TwoRooms scene;
  constexpr int kMany = 1'203;
  REQUIRE(scene.owner
              .call("INSERT INTO depot.subject SELECT $1, 1000 + s, sha256(s::text::bytea), 0, "
                    "false, NULL, now() FROM generate_series(1, 1203) AS s",
                    hallpass::Parameters().add(scene.one.kiosk))
              .ok());
  CHECK(scene.other.sync()->elsewhere == kMany);
  CHECK(tests::RawSql(scene.other.folder.file()).text("SELECT count(*) FROM elsewhere") == "1203");
  CHECK(scene.one.sync()->elsewhere == 0);
}

TEST_CASE("a depot that comes back older is told again who took a code, and hears what it lost",
          "[depot][postgres][rooms]") {
  TwoRooms scene;
  hallpass::Connection admin(scene.server.address());
  const auto replace = [&](const std::string& from, const std::string& to) {
    REQUIRE(admin
                .call("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN "
                      "('depot', 'backup')")
                .ok());
    (void)admin.call("DROP DATABASE IF EXISTS " + to);
    REQUIRE(admin.call("CREATE DATABASE " + to + " TEMPLATE " + from).ok());
  };
  replace("depot", "backup");
  (void)scene.venue.stock();
  // Since the backup: a list comes in, and a lease of it is held; a student takes a code.
  scene.add(100, 2);
  (void)scene.one.sync();
  REQUIRE(scene.owner
              .call("UPDATE depot.code SET state = 'quarantined' WHERE state = 'free' AND "
                    "ending NOT IN ('0100', '0101')")
              .ok());
  scene.one.ask(2);
  REQUIRE(scene.one.sync()->codesLeased == 2);
  REQUIRE(claim(scene.one, "Aino").ok());
  REQUIRE(scene.one.sync().ok());
  replace("backup", "depot");
  (void)scene.venue.restored("tests");
  REQUIRE(scene.venue.restored("tests").ok());
  // Its list is read in again: the codes that the kiosk holds are not free a second time.
  scene.add(100, 2);
  (void)scene.one.sync();
  REQUIRE(scene.one.sync().ok());
  REQUIRE(scene.one.sync().ok());  // It can seal what it asserted.
  (void)scene.other.sync();
  REQUIRE(scene.other.sync().ok());
  CHECK(claim(scene.other, "Aino").error() == Refusal::TakenElsewhere);
  REQUIRE(scene.venue.resume("tests").value() == 0);
  const auto stock = scene.stock();
  CHECK(stock.asserted == 2);
  CHECK(stock.voided == 2);
  CHECK(stock.loaded == stock.imported + stock.asserted);
  CHECK(scene.venue.wrong()->empty());
  scene.other.ask(20);
  REQUIRE(scene.other.sync().ok());
  const auto mine = tests::RawSql(scene.one.folder.file()).column("SELECT identity FROM code");
  for (const auto& code :
       tests::RawSql(scene.other.folder.file()).column("SELECT identity FROM code")) {
    CHECK(std::find(mine.begin(), mine.end(), code) == mine.end());
  }
}
