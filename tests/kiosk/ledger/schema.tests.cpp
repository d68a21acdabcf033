#include "kiosk/ledger/schema.h"

#include <array>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Migration;

namespace {

std::vector<Migration> withNext(const char* sql) {
  std::vector<Migration> list(hallpass::migrations().begin(), hallpass::migrations().end());
  list.push_back({sql});
  return list;
}

/// What opening the file with a later program's list of migrations does.
void migrateFile(const tests::Room& room, const std::vector<Migration>& list) {
  auto opened = hallpass::openDatabase(room.folder.file(), "");
  REQUIRE(opened.ok());
  hallpass::Journal journal(**opened, room.clock);
  migrate(**opened, journal, list);
}

}  // namespace

TEST_CASE("a new ledger begins its journal with its own making", "[ledger][schema]") {
  tests::Room room;
  const auto journal = room.journal();
  REQUIRE(journal.size() == 1);
  CHECK(journal[0].event == "ledger-created");
  CHECK(journal[0].fields == R"({"schema":"7"})");
  CHECK(journal[0].role == "system");
}

TEST_CASE("opening a ledger that is up to date records nothing", "[ledger][schema]") {
  tests::Room room;
  room.reopen();
  CHECK(room.eventIds() == std::vector<std::string>{"ledger-created"});
}

TEST_CASE("a migration keeps the data, numbers the schema and is recorded", "[ledger][schema]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 10));
  room.ledger.reset();
  migrateFile(room, withNext("ALTER TABLE class ADD COLUMN room TEXT"));
  tests::RawSql raw(room.folder.file());
  CHECK(raw.text("PRAGMA user_version") == "8");
  CHECK(raw.text("SELECT count(*) FROM code") == "10");
  CHECK(raw.text("SELECT room IS NULL FROM class") == "1");
  CHECK(raw.text("SELECT fields FROM journal WHERE event = 'ledger-migrated'") ==
        R"({"from":"7","to":"8"})");
}

TEST_CASE("a migration that fails leaves the ledger as it was", "[ledger][schema]") {
  tests::Room room;
  room.ledger.reset();
  const auto broken =
      withNext("ALTER TABLE class ADD COLUMN room TEXT; INSERT INTO no_such_table VALUES (1)");
  CHECK_THROWS_AS(migrateFile(room, broken), hallpass::SqlError);
  room.reopen();
  CHECK(room.eventIds() == std::vector<std::string>{"ledger-created"});
  CHECK(tests::RawSql(room.folder.file()).text("PRAGMA user_version") == "7");
}

TEST_CASE("every table is strict", "[ledger][schema]") {
  tests::Room room;
  tests::RawSql raw(room.folder.file());
  CHECK(raw.column("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                   "AND strict = 0 AND name NOT LIKE 'sqlite_%'")
            .empty());
  CHECK(raw.column("PRAGMA foreign_key_check").empty());
}
