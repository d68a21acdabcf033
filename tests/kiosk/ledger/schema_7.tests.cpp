// A ledger that the sixth version wrote, opened by this one.
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

namespace {

/// A file of schema 6 with two codes, of a kiosk that takes part in a depot.
struct SixthVersion {
  tests::ManualClock clock;
  tests::TempFolder folder;

  SixthVersion() {
    auto database = *hallpass::openDatabase(folder.file(), "");
    hallpass::Journal journal(*database, clock);
    migrate(*database, journal, hallpass::migrations().first(6));
    REQUIRE(database->integer("PRAGMA user_version") == 6);
    database->execute(
        "INSERT INTO batch VALUES (1, 'azure-pass', 'a.csv', zeroblob(32), '', '', NULL, 1000, '', "
        "'')");
    database->execute(
        "INSERT INTO code VALUES (1, 1, 0, 'azure-pass', 'AAAA', 'AAAA', NULL, 'stock'), "
        "(2, 1, 1, 'azure-pass', 'BBBB', 'BBBB', NULL, 'stock')");
    database->execute(
        "INSERT INTO depot VALUES (1, '11111111-1111-4111-8111-111111111111', 1, zeroblob(32), "
        "'')");
  }
};

}  // namespace

TEST_CASE("a ledger of schema 6 keeps its codes and its depot, and knows of no other room",
          "[ledger][schema]") {
  SixthVersion sixth;
  const auto ledger = tests::openLedger(sixth.folder.file(), sixth.clock);
  CHECK(ledger->stock().count("azure-pass")->inStock == 2);
  CHECK(ledger->leases().membership()->value().toldUpTo == 1);
  CHECK(ledger->leases().heardUpTo("any").value() == 0);
  CHECK(ledger->leases().figures()->crossed == 0);
  CHECK(ledger->isSound().value());
}

TEST_CASE("a ledger brought up from schema 6 has the rules of a new one", "[ledger][schema]") {
  SixthVersion sixth;
  (void)tests::openLedger(sixth.folder.file(), sixth.clock);
  tests::Room room;
  const std::string outline = "SELECT type || name || sql FROM sqlite_schema ORDER BY type, name";
  CHECK(tests::RawSql(sixth.folder.file()).column(outline) ==
        tests::RawSql(room.folder.file()).column(outline));
}
