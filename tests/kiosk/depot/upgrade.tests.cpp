// A depot that the version before made, brought up by `depot init`.
#include "platform/os/files.h"
#include "tests/kiosk/depot/venue_scene.h"

using hallpass::DepotRefusal;

namespace {

/// The tables of the first version with a batch of two codes, and its functions as far as their
/// answers or parameters are others now.
struct FirstVersion {
  tests::Postgres server;
  hallpass::Connection owner;

  FirstVersion() : owner(addressOf(server)) {
    const auto tables = platform::readFile(std::string(DEPOT_ASSETS) + "/tables.sql", 1'000'000);
    REQUIRE(owner.run(*tables).ok());
    REQUIRE(owner
                .run("CREATE FUNCTION depot.hello(protocol integer, k uuid, secret bytea, told "
                     "bigint, told_hash bytea, leases uuid[], OUT state text, OUT last_seq bigint) "
                     "LANGUAGE sql AS $$ SELECT 'wrong-version', 0::bigint $$;"
                     "CREATE FUNCTION depot.report(uuid, bytea, bigint, bigint[], bytea[], "
                     "bytea[], text[], uuid[], text[], text[], text[]) RETURNS text LANGUAGE sql "
                     "AS $$ SELECT 'ok' $$;"
                     "INSERT INTO depot.batch VALUES ('11111111-1111-4111-8111-111111111111', "
                     "'azure-pass', '', '', '', '$100', NULL, now());"
                     "INSERT INTO depot.code SELECT gen_random_uuid(), "
                     "'11111111-1111-4111-8111-111111111111', n, 'azure-pass', 'CODE' || n || "
                     "E'\\nCODE' || n, NULL, sha256(n::text::bytea), '', NULL, 'free', NULL, '' "
                     "FROM generate_series(1, 2) AS n")
                .ok());
  }

  static std::string addressOf(tests::Postgres& server) {
    hallpass::Connection admin(server.address());
    REQUIRE(admin.call("CREATE DATABASE depot").ok());
    return server.address("depot");
  }
};

}  // namespace

TEST_CASE("a depot of the first version keeps its codes, and learns what it lacked",
          "[depot][postgres][upgrade]") {
  FirstVersion old;
  const hallpass::DepotKey key(platform::randomKey());
  hallpass::PgDepot kiosk(old.owner, key, hallpass::freshUuid(), {});
  CHECK(kiosk.hello({}).error() == DepotRefusal::WrongVersion);
  hallpass::Venue venue(old.owner);
  const auto made = venue.init(DEPOT_ASSETS);
  INFO(old.owner.problem());
  REQUIRE(made.ok());
  CHECK(venue.stock()->front().imported == 2);
  CHECK(venue.wrong()->empty());
  const auto secret = old.owner.call("SELECT key FROM depot.subjects")->hash(0, 0);
  REQUIRE(kiosk.enrol(venue.makeToken("room", "tests").value()).ok());
  CHECK((kiosk.hello({})->subjectKey == secret));
  CHECK(kiosk.lease({hallpass::freshUuid(), "azure-pass", 2}).value() == 2);
  // Again: it is up to date, and the key stays.
  REQUIRE(venue.init(DEPOT_ASSETS).ok());
  CHECK((kiosk.hello({})->subjectKey == secret));
}

TEST_CASE("bringing a depot up is done whole, or not at all", "[depot][postgres][upgrade]") {
  FirstVersion old;
  REQUIRE(old.owner.call("CREATE TABLE depot.crossing (id integer)").ok());
  hallpass::Venue venue(old.owner);
  CHECK(venue.init(DEPOT_ASSETS).error() == DepotRefusal::Broken);
  CHECK(old.owner.call("SELECT max(number) FROM depot.version")->integer(0, 0) == 1);
  CHECK(old.owner.call("SELECT to_regclass('depot.subject') IS NULL")->flag(0, 0));
  REQUIRE(old.owner.call("DROP TABLE depot.crossing").ok());
  CHECK(venue.init(DEPOT_ASSETS).ok());
}

TEST_CASE("a depot that is newer than this program is refused, and so is another database's schema",
          "[depot][postgres][upgrade]") {
  FirstVersion old;
  hallpass::Venue venue(old.owner);
  CHECK(venue.init("/nowhere").error() == DepotRefusal::Broken);
  REQUIRE(venue.init(DEPOT_ASSETS).ok());
  REQUIRE(old.owner.call("INSERT INTO depot.version VALUES (3)").ok());
  CHECK(venue.init(DEPOT_ASSETS).error() == DepotRefusal::WrongVersion);
}
