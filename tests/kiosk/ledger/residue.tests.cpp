// What can be found in the bytes of the files after an erasure (trust.md 3, T17), with a negative
// control: the same rows deleted without the care can be read.
#include "tests/kiosk/ledger/residue.h"

#include "tests/kiosk/ledger/full_room.h"
#include "tests/kiosk/ledger/raw_sql.h"

using hallpass::Role;

namespace {

std::vector<std::string> found(const tests::FullRoom& room) {
  return tests::residue(room.folder.path(), room.everything());
}

/// Deletes what an erasure deletes, as a program would that thinks only of the rows.
void deleteCarelessly(const std::filesystem::path& file) {
  tests::RawSql raw(file);
  raw.run("PRAGMA secure_delete = OFF");
  raw.withoutTriggers([&] {
    for (const char* table : {"outcome", "own_digits", "claim", "code", "batch", "identity",
                              "student", "class", "journal"}) {
      raw.run("DELETE FROM " + std::string(table));
    }
  });
  raw.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

TEST_CASE("an erased ledger holds no name, code, word or title in any byte", "[ledger][residue]") {
  tests::FullRoom room({2, 120, 300});
  REQUIRE(found(room).size() >= room.everything().size());
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  CHECK(found(room).empty());
  room.ledger.reset();
  CHECK(found(room).empty());
}

TEST_CASE("the same rows deleted without the care are found", "[ledger][residue]") {
  tests::FullRoom room;
  room.ledger.reset();
  deleteCarelessly(room.folder.file());
  CHECK(found(room).size() > room.everything().size() / 2);
}

TEST_CASE("overwriting what is deleted is not enough alone: the log still holds it",
          "[ledger][residue]") {
  tests::FullRoom room;
  {
    tests::RawSql raw(room.folder.file());
    raw.run("PRAGMA secure_delete = ON");
    raw.run("DELETE FROM own_digits");
    raw.run("DELETE FROM identity");
  }
  CHECK(!tests::residue(room.folder.path(), room.names).empty());
}

TEST_CASE("where the PINs are kept, nothing else is", "[ledger][residue]") {
  tests::FullRoom room;
  room.reopen();
  REQUIRE(room.ledger->erase({true, true}, Role::Staff).ok());
  CHECK(found(room).empty());
}

TEST_CASE("an erasure that was cut after its rows were gone is scrubbed by the next opening",
          "[ledger][residue]") {
  tests::FullRoom room;
  room.ledger.reset();
  deleteCarelessly(room.folder.file());
  std::filesystem::remove(room.folder.file().string() + "-head");  // Its journal is gone as well.
  REQUIRE_FALSE(found(room).empty());
  tests::RawSql(room.folder.file())
      .run("INSERT INTO erasing VALUES (1, 'device', 'scrub', 0, 0, 'staff')");
  room.reopen();
  CHECK(found(room).empty());
  CHECK(tests::RawSql(room.folder.file()).text("SELECT count(*) FROM erasing") == "0");
}

TEST_CASE("names that were too old are in no byte, and everything else still is",
          "[ledger][residue]") {
  tests::FullRoom room;
  room.setState(hallpass::ClassState::Closed);
  room.clock.pass(std::chrono::hours(24));
  const auto before = room.clock.time;
  REQUIRE(tests::residue(room.folder.path(), room.names).size() >= room.names.size());
  const auto erased = room.ledger->eraseNamesBefore(before, Role::System).value();
  REQUIRE(erased == room.size.students);
  CHECK(tests::residue(room.folder.path(), room.names).empty());
  room.ledger.reset();
  CHECK(tests::residue(room.folder.path(), room.names).empty());
  CHECK(tests::residue(room.folder.path(), room.others).size() == room.others.size());
}
