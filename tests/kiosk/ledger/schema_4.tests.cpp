// A ledger that the third version wrote, opened by this one; and the rules of migration 4.
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Role;

namespace {

/// A file of schema 3 with a class and a student in it.
struct ThirdVersion {
  tests::ManualClock clock;
  tests::TempFolder folder;

  ThirdVersion() {
    auto database = *hallpass::openDatabase(folder.file(), "");
    hallpass::Journal journal(*database, clock);
    migrate(*database, journal, hallpass::migrations().first(3));
    REQUIRE(database->integer("PRAGMA user_version") == 3);
    database->execute(
        "INSERT INTO class VALUES (1, 'Old', 'azure-pass', 1000, 9999999999999, 1, 'open', '', 0, "
        "'', '')");
    database->execute("INSERT INTO student VALUES (1, 1, 1)");
    database->execute("INSERT INTO identity VALUES (1, 'Aino', '', '', 1, zeroblob(32))");
  }
};

constexpr const char* kMeant = "INSERT INTO erasing VALUES (1, 'device', 'meant', 0, 0, 'staff')";

}  // namespace

TEST_CASE("a ledger of schema 3 keeps what it has, and can be erased", "[ledger][schema]") {
  ThirdVersion third;
  const auto ledger = tests::openLedger(third.folder.file(), third.clock);
  CHECK(ledger->roster().students()->size() == 1);
  CHECK_FALSE(ledger->journal().verify({})->firstBad);
  const auto receipt = ledger->erase({}, Role::Staff).value();
  CHECK(receipt.students == 1);
  CHECK(receipt.events == 5);
}

TEST_CASE("a ledger brought up from schema 3 has the rules of a new one", "[ledger][schema]") {
  ThirdVersion third;
  (void)tests::openLedger(third.folder.file(), third.clock);
  tests::Room room;
  const std::string outline = "SELECT type || name || sql FROM sqlite_schema ORDER BY type, name";
  CHECK(tests::RawSql(third.folder.file()).column(outline) ==
        tests::RawSql(room.folder.file()).column(outline));
}

TEST_CASE("every device gets a name of its own, and keeps it", "[ledger][rules]") {
  tests::Room one;
  tests::Room other;
  tests::RawSql raw(one.folder.file());
  const std::string name = raw.text("SELECT name FROM device");
  CHECK(name.size() == 12);
  CHECK(name != tests::RawSql(other.folder.file()).text("SELECT name FROM device"));
  CHECK(raw.refusal("UPDATE device SET name = 'x'") == "a device keeps its name");
  CHECK(raw.refusal("DELETE FROM device") == "a device keeps its name");
}

TEST_CASE("rows go only while an erasure says so", "[ledger][rules]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 2));
  tests::RawSql raw(room.folder.file());
  const std::string deletion = "DELETE FROM code";
  CHECK(raw.refusal(deletion) == "a code is never deleted");
  raw.run(kMeant);
  CHECK(raw.refusal(deletion) == "a code is never deleted");
  raw.run("BEGIN; UPDATE erasing SET step = 'now'");
  CHECK(raw.refusal(deletion).empty());
  raw.run("UPDATE erasing SET step = 'scrub'");
  CHECK(raw.refusal("DELETE FROM batch") == "a batch is never deleted");
  raw.run("ROLLBACK");
}

TEST_CASE("an erasure goes on step by step, as it was meant", "[ledger][rules]") {
  tests::Room room;
  tests::RawSql raw(room.folder.file());
  raw.run(kMeant);
  const std::string goesOn = "an erasure goes on as it was meant";
  CHECK(raw.refusal("UPDATE erasing SET step = 'scrub'") == goesOn);
  CHECK(raw.refusal("UPDATE erasing SET step = 'now', keep_staff = 1") == goesOn);
  CHECK(raw.refusal("DELETE FROM erasing") == "what was meant to be erased is erased first");
  raw.run("UPDATE erasing SET step = 'now'");
  CHECK(raw.refusal("UPDATE erasing SET step = 'meant'") == goesOn);
  CHECK(raw.refusal("DELETE FROM erasing") == "what was meant to be erased is erased first");
  raw.run("UPDATE erasing SET step = 'scrub'");
  CHECK(raw.refusal("UPDATE erasing SET step = 'now'") == goesOn);
  raw.run("DELETE FROM erasing");
  CHECK(raw.refusal("INSERT INTO erasing VALUES (2, 'device', 'meant', 0, 0, 'staff')") != "");
}
