// Copies that are kept beside the ledger: made while it is in use, checked, thinned, and gone with
// what they hold copies of.
#include "kiosk/ledger/copies.h"

#include <sys/stat.h>

#include <fstream>

#include "kiosk/ledger/restoring.h"
#include "kiosk/ledger/soundness.h"
#include "kiosk/ledger/sql_error.h"
#include "tests/kiosk/ledger/full_room.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/residue.h"

using hallpass::Backup;
using hallpass::makeBackup;
using hallpass::OpenRefusal;
using hallpass::Role;
namespace fs = std::filesystem;

namespace {

Backup backUp(const tests::Room& room) {
  auto made = makeBackup(room.folder.file(), room.clock.time);
  if (!made) FAIL(made.error().sentence);
  return *made;
}

void turnBitOver(const fs::path& file, std::size_t byte, unsigned bit) {
  std::string bytes = tests::rawBytes(file);
  bytes[byte] = static_cast<char>(static_cast<unsigned char>(bytes[byte]) ^ (1U << bit));
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("a backup is the ledger as it is, made while it is open", "[ledger][copies]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 4));
  REQUIRE(room.claim(room.student("Aino")).ok());
  const auto verdict = room.ledger->journal().verify(std::nullopt).value();
  const Backup made = backUp(room);
  CHECK(made.events == verdict.events);
  const auto facts = hallpass::inspectCopy(made.file);
  REQUIRE(facts.ok());
  CHECK(facts->head == hallpass::JournalHead{verdict.events, verdict.head});
  CHECK(facts->inStock == 3);
  CHECK(fs::status(made.file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(std::distance(fs::directory_iterator(made.file.parent_path()), {}) == 1);
  REQUIRE(room.claim(room.student("Ben")).ok());
}

TEST_CASE("a backup that leaves the device holds no PIN and no digits", "[ledger][copies]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 4));
  REQUIRE(room.ledger->claims().make(room.student("Aino"), Role::Student, "2580").ok());
  REQUIRE(room.ledger->locks().set(hallpass::Lock::Staff, "$argon2id$zyxhash", Role::Staff).ok());
  const Backup inside = backUp(room);
  CHECK_FALSE(tests::residue(inside.file.parent_path(), {"zyxhash"}).empty());
  const auto packed = hallpass::packBackup(room.folder.file(), room.clock.time);
  REQUIRE(packed.ok());
  CHECK(packed->bytes.find("zyxhash") == std::string::npos);
  CHECK(std::distance(fs::directory_iterator(inside.file.parent_path()), {}) == 1);
  const tests::TempFolder stick;
  const fs::path outside = stick.path() / packed->name;
  std::ofstream(outside, std::ios::binary) << packed->bytes;
  CHECK(hallpass::inspectCopy(outside).ok());
  CHECK(tests::RawSql(outside).text("SELECT count(*) FROM own_digits") == "0");
  CHECK(tests::RawSql(outside).text("SELECT count(*) FROM claim") == "1");
}

TEST_CASE("no backup is made of a ledger that is damaged", "[ledger][copies]") {
  tests::FullRoom room;
  room.ledger.reset();
  tests::RawSql raw(room.folder.file());
  raw.withoutTriggers([&] { raw.run("UPDATE code SET secret = secret || 'x' WHERE id = 7"); });
  const auto made = makeBackup(room.folder.file(), room.clock.time);
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().kind == OpenRefusal::Kind::Damaged);
  CHECK(fs::is_empty(hallpass::backupFolder(room.folder.file())));
}

TEST_CASE("any bit of a backup that turns over is found", "[ledger][copies]") {
  tests::Room room;
  room.openClass();
  const Backup made = backUp(room);
  const std::size_t bytes = fs::file_size(made.file);
  for (std::size_t at = 0; at < bytes; at += bytes / 50) {
    INFO(at);
    turnBitOver(made.file, at, at % 8);
    CHECK_FALSE(hallpass::inspectCopy(made.file).ok());
    turnBitOver(made.file, at, at % 8);
  }
  CHECK(hallpass::inspectCopy(made.file).ok());
}

TEST_CASE("the newest backups stay, and none that is too old", "[ledger][copies]") {
  tests::Room room;
  std::vector<fs::path> made;
  for (int number = 0; number < 6; ++number) {
    if (number == 0) room.openClass();
    room.student("Student " + std::to_string(number));
    room.clock.pass(std::chrono::hours(24));
    made.push_back(backUp(room).file);
    if (number == 0) room.clock.pass(std::chrono::hours(24));
  }
  hallpass::thinBackups(room.folder.file(), 3, std::nullopt);
  auto left = hallpass::backupsOf(room.folder.file());
  REQUIRE(left.size() == 3);
  CHECK(left.front().file == made.back());
  const platform::UtcTime old{room.clock.time.ms - 1};
  hallpass::thinBackups(room.folder.file(), 3, old);
  left = hallpass::backupsOf(room.folder.file());
  REQUIRE(left.size() == 1);
  CHECK(left.front().file == made.back());
}

TEST_CASE("an erased device has no copy left, whatever its name", "[ledger][copies][residue]") {
  tests::FullRoom room;
  backUp(room);
  std::ofstream(hallpass::backupFolder(room.folder.file()) / "aside-2026-10-14.db")
      << room.names.front();
  REQUIRE(tests::residue(room.folder.path(), room.everything()).size() >
          room.everything().size() * 2 - 10);
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  CHECK(tests::residue(room.folder.path(), room.everything()).empty());
  CHECK(hallpass::backupsOf(room.folder.file()).empty());
}

TEST_CASE("an erasure that was cut before its copies were gone is finished by the next opening",
          "[ledger][copies][residue]") {
  tests::FullRoom room;
  const Backup made = backUp(room);
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  room.ledger.reset();
  std::ofstream(made.file) << room.names.front();
  tests::RawSql(room.folder.file())
      .run("INSERT INTO erasing VALUES (1, 'device', 'scrub', 0, 0, 'staff')");
  room.reopen();
  CHECK(tests::residue(room.folder.path(), room.everything()).empty());
}

TEST_CASE("names that were too old are in no copy either", "[ledger][copies][residue]") {
  tests::FullRoom room;
  room.setState(hallpass::ClassState::Closed);
  backUp(room);
  room.clock.pass(std::chrono::hours(24));
  REQUIRE(room.ledger->eraseNamesBefore(room.clock.time, Role::System).value() > 0);
  CHECK(tests::residue(room.folder.path(), room.names).empty());
}

TEST_CASE("where the place of the copies is taken, none is made, and the ledger goes on",
          "[ledger][copies]") {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 2));
  const fs::path folder = hallpass::backupFolder(room.folder.file());
  SECTION("by a file") { std::ofstream(folder) << "mine"; }
  SECTION("by a folder with the name of a copy in the making") {
    fs::create_directories(folder / "making.db" / "mine");
  }
  CHECK(makeBackup(room.folder.file(), room.clock.time).error().kind == OpenRefusal::Kind::Failed);
  hallpass::thinBackups(room.folder.file(), 0, std::nullopt);
  CHECK(hallpass::backupsOf(room.folder.file()).empty());
  CHECK(fs::exists(folder));
  CHECK(room.claim(room.student("Aino")).ok());
}

TEST_CASE("a ledger that has no rules any more is no copy", "[ledger][copies]") {
  tests::Room room;
  room.openClass();
  const Backup made = backUp(room);
  const fs::path renamed = room.folder.path() / "renamed.db";
  fs::rename(made.file, renamed);
  REQUIRE(hallpass::inspectCopy(renamed).ok());
  SECTION("a trigger") { tests::RawSql(renamed).run("DROP TRIGGER journal_delete"); }
  SECTION("its version") { tests::RawSql(renamed).run("PRAGMA user_version = 0"); }
  SECTION("an entry of its journal") {
    tests::RawSql raw(renamed);
    raw.withoutTriggers([&] { raw.run("UPDATE journal SET role = 'staff' WHERE sequence = 2"); });
  }
  SECTION("another program's") { tests::RawSql(renamed).run("PRAGMA application_id = 7"); }
  CHECK_FALSE(hallpass::inspectCopy(renamed).ok());
}

TEST_CASE("a copy that another version made is not restored by this one", "[ledger][copies]") {
  tests::Room room;
  room.openClass();
  const Backup made = backUp(room);
  const fs::path newer = room.folder.path() / "newer.db";
  fs::rename(made.file, newer);
  tests::RawSql(newer).run("PRAGMA user_version = 999");
  CHECK(hallpass::inspectCopy(newer).error().kind == OpenRefusal::Kind::Newer);
  room.ledger.reset();
  const auto refused =
      hallpass::restoreLedger(room.folder.file(), {newer, true, Role::Operator}, room.clock);
  CHECK(refused.error().name == "LedgerNewer");
  room.reopen();
}

TEST_CASE("copies are erased with the folders among them, and what cannot be is told",
          "[ledger][copies]") {
  using Wait = hallpass::CopiesLock::Wait;
  tests::Room room;
  const fs::path ledger = room.folder.file();
  const fs::path folder = hallpass::backupFolder(ledger);
  hallpass::thinBackups(ledger, 0, std::nullopt);
  CHECK_FALSE(fs::exists(folder));
  fs::create_directories(folder / "older" / "oldest");
  std::ofstream(folder / "older" / "oldest" / "ledger.db") << "a name";
  const fs::path elsewhere = room.folder.path() / "elsewhere";
  fs::create_directories(elsewhere);
  std::ofstream(elsewhere / "kept") << "kept";
  fs::create_directory_symlink(elsewhere, folder / "link");
  REQUIRE(hallpass::eraseCopies(ledger, Wait::Yes));
  CHECK(fs::is_empty(folder));
  CHECK(fs::exists(elsewhere / "kept"));
  fs::create_directories(folder / "older");
  REQUIRE(::mkfifo((folder / "older" / "pipe").c_str(), 0600) == 0);
  std::ofstream(folder / "ledger.db") << "a name";
  CHECK_FALSE(hallpass::eraseCopies(ledger, Wait::Yes));
  CHECK_FALSE(fs::exists(folder / "ledger.db"));
  const hallpass::CopiesLock maker(ledger);
  CHECK_FALSE(hallpass::eraseCopies(ledger, Wait::No));
}

TEST_CASE("no copy is written over a file", "[ledger][copies]") {
  tests::Room room;
  const fs::path taken = room.folder.path() / "taken.db";
  std::ofstream(taken) << "mine";
  CHECK_THROWS_AS(hallpass::copyLedger(room.folder.file(), taken, hallpass::Secrets::Kept),
                  hallpass::SqlError);
  CHECK(tests::rawBytes(taken) == "mine");
}

TEST_CASE("a code is whole where it is compared as it stands, in capitals, or as one of its uses",
          "[ledger][copies]") {
  CHECK(hallpass::isIntact("ABC-{1", "ABC-{1"));
  CHECK(hallpass::isIntact("abC-z{1", "ABC-Z{1"));
  CHECK(hallpass::isIntact("abc", "ABC#12"));
  CHECK_FALSE(hallpass::isIntact("abc", "ABD"));
  CHECK_FALSE(hallpass::isIntact("abc", "AB"));
  CHECK_FALSE(hallpass::isIntact("abc", "ABCD"));
  CHECK_FALSE(hallpass::isIntact("abc", "ABC!1"));
  CHECK_FALSE(hallpass::isIntact("abc", "ABC#"));
  CHECK_FALSE(hallpass::isIntact("abc", "ABC#1x"));
}
