// A ledger that the fifth version wrote, opened by this one.
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

namespace {

/// A file of schema 5 with two codes.
struct FifthVersion {
  tests::ManualClock clock;
  tests::TempFolder folder;

  FifthVersion() {
    auto database = *hallpass::openDatabase(folder.file(), "");
    hallpass::Journal journal(*database, clock);
    migrate(*database, journal, hallpass::migrations().first(5));
    REQUIRE(database->integer("PRAGMA user_version") == 5);
    database->execute(
        "INSERT INTO batch VALUES (1, 'azure-pass', 'a.csv', zeroblob(32), '', '', NULL, 1000, '', "
        "'')");
    database->execute(
        "INSERT INTO code VALUES (1, 1, 0, 'azure-pass', 'AAAA', 'AAAA', NULL, 'stock'), "
        "(2, 1, 1, 'azure-pass', 'BBBB', 'BBBB', NULL, 'stock')");
  }
};

}  // namespace

TEST_CASE("a ledger of schema 5 keeps its codes and takes part in no depot", "[ledger][schema]") {
  FifthVersion fifth;
  const auto ledger = tests::openLedger(fifth.folder.file(), fifth.clock);
  CHECK(ledger->stock().count("azure-pass")->inStock == 2);
  CHECK_FALSE(ledger->leases().membership()->has_value());
  CHECK(ledger->leases().leases()->empty());
  CHECK(ledger->isSound().value());
}

TEST_CASE("a ledger brought up from schema 5 has the rules of a new one", "[ledger][schema]") {
  FifthVersion fifth;
  (void)tests::openLedger(fifth.folder.file(), fifth.clock);
  tests::Room room;
  const std::string outline = "SELECT type || name || sql FROM sqlite_schema ORDER BY type, name";
  CHECK(tests::RawSql(fifth.folder.file()).column(outline) ==
        tests::RawSql(room.folder.file()).column(outline));
}
