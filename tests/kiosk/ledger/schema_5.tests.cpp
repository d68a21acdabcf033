// A ledger that the fourth version wrote, opened by this one; and the tally of migration 5.
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Cause;
using hallpass::Role;

namespace {

/// A file of schema 4 with three codes in two batches, one of them put away.
struct FourthVersion {
  tests::ManualClock clock;
  tests::TempFolder folder;

  FourthVersion() {
    auto database = *hallpass::openDatabase(folder.file(), "");
    hallpass::Journal journal(*database, clock);
    migrate(*database, journal, hallpass::migrations().first(4));
    REQUIRE(database->integer("PRAGMA user_version") == 4);
    for (const char* batch : {"1", "2"}) {
      database->execute("INSERT INTO batch VALUES (" + std::string(batch) +
                        ", 'azure-pass', 'a.csv', zeroblob(32), '', '', NULL, 1000, '', '')");
    }
    database->execute(
        "INSERT INTO code VALUES (1, 1, 0, 'azure-pass', 'AAAA', 'AAAA', NULL, 'stock'), "
        "(2, 1, 1, 'azure-pass', 'BBBB', 'BBBB', 9999999999999, 'stock'), "
        "(3, 2, 0, 'azure-pass', 'CCCC', 'CCCC', NULL, 'stock')");
    database->execute("UPDATE code SET state = 'quarantined' WHERE id = 3");
  }
};

/// The codes by where they are, counted one by one.
constexpr const char* kCounted =
    "SELECT pass_type || batch || '/' || coalesce(redeem_by, 9223372036854775807) || state || "
    "count(*) FROM code GROUP BY pass_type, batch, redeem_by, state ORDER BY 1";
constexpr const char* kTally =
    "SELECT pass_type || batch || '/' || redeem_by || state || codes FROM tally ORDER BY 1";

}  // namespace

TEST_CASE("a ledger of schema 4 is counted when it is opened", "[ledger][schema]") {
  FourthVersion fourth;
  const auto ledger = tests::openLedger(fourth.folder.file(), fourth.clock);
  const auto count = ledger->stock().count("azure-pass").value();
  CHECK(count.loaded == 3);
  CHECK(count.inStock == 2);
  CHECK(count.quarantined == 1);
  CHECK(ledger->isSound().value());
  CHECK(ledger->stock().batches()->size() == 2);
}

TEST_CASE("a ledger brought up from schema 4 has the rules of a new one", "[ledger][schema]") {
  FourthVersion fourth;
  (void)tests::openLedger(fourth.folder.file(), fourth.clock);
  tests::Room room;
  const std::string outline = "SELECT type || name || sql FROM sqlite_schema ORDER BY type, name";
  CHECK(tests::RawSql(fourth.folder.file()).column(outline) ==
        tests::RawSql(room.folder.file()).column(outline));
}

TEST_CASE("the tally follows the codes wherever they go", "[ledger][stock]") {
  tests::Room room;
  const auto agrees = [&] {
    tests::RawSql raw(room.folder.file());  // Not longer: an erasure wants the ledger alone.
    CHECK(raw.column(kTally) == raw.column(kCounted));
    CHECK(room.ledger->isSound().value());
  };
  room.openClass();
  const platform::UtcTime end{room.clock.time.ms + 7'200'000};
  room.addCodes({tests::newCode(0, end), tests::newCode(1), tests::newCode(2)});
  room.addCodes(tests::newCodes(10, 4), tests::newBatch("more.csv"));
  agrees();
  const auto aino = room.student("Aino");
  REQUIRE(room.claim(aino).ok());
  agrees();
  REQUIRE(room.ledger->claims().replace(aino, Cause::Used, Role::Instructor).ok());
  agrees();
  REQUIRE(room.ledger->stock().takeBack(2, Role::Instructor).ok());
  agrees();
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  CHECK(tests::RawSql(room.folder.file()).column(kTally).empty());
}

TEST_CASE("a tally that does not add up is damage", "[ledger][soundness]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 3));
  REQUIRE(room.ledger->isSound().value());
  tests::RawSql raw(room.folder.file());
  raw.run("UPDATE tally SET codes = codes + 1");
  CHECK_FALSE(room.ledger->isSound().value());
  raw.run("UPDATE tally SET codes = codes - 1");
  CHECK(room.ledger->isSound().value());
  raw.run("DELETE FROM tally");
  CHECK_FALSE(room.ledger->isSound().value());
}
