#include "kiosk/ledger/pragmas.h"

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Database;
using hallpass::Place;

TEST_CASE("every setting that the promises rest on is in force", "[ledger][pragmas]") {
  tests::TempFolder folder;
  const auto opened = hallpass::openDatabase(folder.file(), "");
  REQUIRE(opened.ok());
  const auto setting = [&](const char* name) {
    return (*opened)->text(std::string("PRAGMA ") + name);
  };
  CHECK(setting("journal_mode") == "wal");
  CHECK(setting("synchronous") == "2");
  CHECK(setting("foreign_keys") == "1");
  CHECK(setting("recursive_triggers") == "1");
  CHECK(setting("secure_delete") == "1");
  CHECK(setting("trusted_schema") == "0");
  CHECK(setting("cell_size_check") == "1");
  CHECK(setting("temp_store") == "2");
  CHECK(setting("busy_timeout") == std::to_string(Database::kBusyTimeoutMs));
}

TEST_CASE("a ledger file is marked as ours, with its schema number", "[ledger][pragmas]") {
  tests::Room room;
  tests::RawSql raw(room.folder.file());
  CHECK(raw.text("PRAGMA application_id") == std::to_string(0x48504C47));
  CHECK(raw.text("PRAGMA user_version") == "7");
  CHECK(raw.text("PRAGMA journal_mode") == "wal");
}

TEST_CASE("a setting that does not take is a refusal", "[ledger][pragmas]") {
  Database memory(":memory:", Database::Access::ReadWrite, "");
  CHECK_FALSE(applyPragmas(memory, Place::Memory));
  const auto refusal = applyPragmas(memory, Place::File);
  REQUIRE(refusal);
  CHECK(refusal->sentence.find("journal_mode = WAL") != std::string::npos);
}
