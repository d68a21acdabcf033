#include "kiosk/ledger/opening.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "kiosk/ledger/schema.h"
#include "kiosk/ledger/sql_error.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Ledger;
using hallpass::OpenRefusal;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

void write(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary) << content;
}

/// The names, modes and contents of everything in a folder, hashed.
std::string fingerprint(const fs::path& folder) {
  std::vector<std::string> parts;
  for (const auto& entry : fs::directory_iterator(folder)) {
    struct stat facts {};
    REQUIRE(::stat(entry.path().c_str(), &facts) == 0);
    parts.push_back(entry.path().filename().string() + " " + std::to_string(facts.st_mode) + " " +
                    platform::toHex(platform::sha256(contentOf(entry.path()))));
  }
  std::sort(parts.begin(), parts.end());
  std::string all;
  for (const auto& part : parts) all += part + "\n";
  return all;
}

/// Opens what `folder` holds, which must be refused and left as it is.
OpenRefusal refused(const tests::TempFolder& folder) {
  tests::ManualClock clock;
  const std::string before = fingerprint(folder.path());
  const auto opened = Ledger::open(folder.file(), clock);
  REQUIRE_FALSE(opened.ok());
  CHECK(fingerprint(folder.path()) == before);
  CHECK(opened.error().sentence.find("ledger.db\" was not opened: ") != std::string::npos);
  return opened.error();
}

/// A file as the ledger leaves it behind, with a class and codes in it.
void leaveLedger(const tests::TempFolder& folder) {
  tests::Room room;
  room.openClass();
  room.addCodes(tests::newCodes(0, 200));
  room.ledger.reset();
  fs::copy_file(room.folder.file(), folder.file());
}

}  // namespace

TEST_CASE("a ledger is made where there is no file, readable by its owner only",
          "[ledger][opening]") {
  tests::Room room;
  room.openClass();
  for (const char* suffix : {"", "-wal", "-shm", "-head"}) {
    struct stat facts {};
    REQUIRE(::stat((room.folder.file().string() + suffix).c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777U) == 0600U);
  }
}

TEST_CASE("an empty file becomes a ledger, readable by its owner only", "[ledger][opening]") {
  tests::TempFolder folder;
  tests::ManualClock clock;
  write(folder.file(), "");
  ::chmod(folder.file().c_str(), 0644);
  CHECK(tests::openLedger(folder.file(), clock)->journal().verify({})->events == 1);
  struct stat facts {};
  REQUIRE(::stat(folder.file().c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777U) == 0600U);
}

TEST_CASE("a ledger closes without files beside it and opens again", "[ledger][opening]") {
  tests::Room room;
  room.openClass();
  room.ledger.reset();
  CHECK(fs::exists(room.folder.file().string() + "-head"));
  CHECK(std::distance(fs::directory_iterator(room.folder.path()), {}) == 2);
  room.reopen();
  CHECK(room.ledger->classes().current()->has_value());
}

TEST_CASE("a ledger in memory works", "[ledger][opening]") {
  tests::ManualClock clock;
  const auto ledger = tests::openLedger(":memory:", clock);
  CHECK(ledger->classes().open(tests::newClass(), hallpass::Role::Operator).ok());
  CHECK(ledger->journal().verify({})->events == 2);
  CHECK_FALSE(fs::exists(":memory:"));
}

TEST_CASE("names that mean something to SQLite are only names", "[ledger][opening]") {
  tests::TempFolder folder;
  tests::ManualClock clock;
  for (const char* name : {"file:x?mode=memory", "a%20b#c?d", "ünï cödé"}) {
    const fs::path file = folder.path() / name;
    CHECK(tests::openLedger(file, clock)->journal().verify({})->events == 1);
    CHECK(tests::openLedger(file, clock)->journal().verify({})->events == 1);
    CHECK(fs::exists(file));
  }
}

TEST_CASE("a file that is no database is refused and left alone", "[ledger][opening]") {
  tests::TempFolder folder;
  SECTION("a text") { write(folder.file(), "Name,E-mail\nAino,aino@example.com\n"); }
  SECTION("one byte") { write(folder.file(), "x"); }
  SECTION("a large one") { write(folder.file(), std::string(100'000, 'x')); }
  CHECK(refused(folder).kind == OpenRefusal::Kind::Foreign);
}

TEST_CASE("a database of another program is refused and left alone", "[ledger][opening]") {
  tests::TempFolder folder;
  {
    tests::RawSql other(folder.file());
    SECTION("with a mark of its own") {
      other.run("PRAGMA application_id = 7; CREATE TABLE notes (text)");
    }
    SECTION("with a mark of its own and nothing in it") { other.run("PRAGMA application_id = 7"); }
    SECTION("without a mark") { other.run("CREATE TABLE notes (text)"); }
    SECTION("in WAL mode") { other.run("PRAGMA journal_mode = WAL; CREATE TABLE notes (text)"); }
  }
  CHECK(refused(folder).kind == OpenRefusal::Kind::Foreign);
}

TEST_CASE("a ledger of a newer program is refused and left alone", "[ledger][opening]") {
  tests::TempFolder folder;
  leaveLedger(folder);
  const std::string newer = std::to_string(hallpass::migrations().size() + 1);
  tests::RawSql(folder.file()).run("PRAGMA user_version = " + newer);
  const auto refusal = refused(folder);
  CHECK(refusal.kind == OpenRefusal::Kind::Newer);
  CHECK(refusal.sentence.find("Update this program") != std::string::npos);
}

TEST_CASE("a newer ledger is known by its log, before that reached the file", "[ledger][opening]") {
  tests::TempFolder source;
  tests::TempFolder folder;
  leaveLedger(source);
  {
    tests::RawSql newer(source.file());
    newer.run("PRAGMA user_version = 99");
    fs::copy_file(source.file(), folder.file());
    fs::copy_file(source.file().string() + "-wal", folder.file().string() + "-wal");
  }
  const std::string file = contentOf(folder.file());
  const std::string log = contentOf(folder.file().string() + "-wal");
  REQUIRE_FALSE(log.empty());
  tests::ManualClock clock;
  CHECK(Ledger::open(folder.file(), clock).error().kind == OpenRefusal::Kind::Newer);
  CHECK(contentOf(folder.file()) == file);
  CHECK(contentOf(folder.file().string() + "-wal") == log);
}

TEST_CASE("a ledger whose first sector was torn while its log was moved in opens by its log",
          "[ledger][opening]") {
  tests::TempFolder source;
  tests::TempFolder folder;
  leaveLedger(source);
  {
    tests::ManualClock clock;
    const auto ledger = tests::openLedger(source.file(), clock);
    REQUIRE(ledger->erase({}, hallpass::Role::Staff).ok());
    tests::RawSql(source.file()).run("PRAGMA wal_checkpoint(TRUNCATE)");
    // Page 1 is in the log from here on, for the schema number stands on it.
    tests::RawSql(source.file())
        .run(
            "BEGIN; PRAGMA user_version = 99; PRAGMA user_version = 7; "
            "COMMIT");
    fs::copy_file(source.file(), folder.file());
    fs::copy_file(source.file().string() + "-wal", folder.file().string() + "-wal");
  }
  // All of it, or the number that tells whose it is: then it looks like another program's.
  const auto [from, bytes] = GENERATE(std::pair(0, 512), std::pair(68, 4));
  std::string content = contentOf(folder.file());
  content.replace(static_cast<std::size_t>(from), static_cast<std::size_t>(bytes),
                  std::string(static_cast<std::size_t>(bytes), '\x5A'));
  write(folder.file(), content);
  tests::ManualClock clock;
  CHECK(tests::openLedger(folder.file(), clock)->lastErasure()->has_value());
  SECTION("and is no ledger without it") {
    write(folder.file(), content);
    fs::remove(folder.file().string() + "-wal");
    CHECK(refused(folder).kind == OpenRefusal::Kind::Foreign);
  }
}

TEST_CASE("a ledger that was cut while it was made is made anew, though its first sector is torn",
          "[ledger][opening]") {
  const tests::TempFolder folder;
  // What SQLite writes first: a journal that says that the file was empty.
  const std::string magic{'\xD9', '\xD5', '\x05', '\xF9', '\x20', '\xA1', '\x63', '\xD7'};
  std::string journal = magic + std::string(16, '\0');
  journal[22] = 2;                        // sectors of 512 bytes
  journal += {'\0', '\0', '\x10', '\0'};  // pages of 4096
  journal.resize(512);
  write(folder.file(), std::string(4'096, '\x5A'));
  SECTION("with the journal") {
    write(folder.file().string() + "-journal", journal);
    const tests::ManualClock clock;
    CHECK(tests::openLedger(folder.file(), clock)->journal().verify({})->events == 1);
  }
  SECTION("and is no ledger without it") {
    CHECK(refused(folder).kind == OpenRefusal::Kind::Foreign);
  }
}

TEST_CASE("a ledger whose rules were taken away is refused and left alone", "[ledger][opening]") {
  tests::TempFolder folder;
  leaveLedger(folder);
  {
    tests::RawSql raw(folder.file());
    SECTION("a trigger is gone") { raw.run("DROP TRIGGER journal_delete"); }
    SECTION("a trigger does nothing") {
      raw.run("DROP TRIGGER journal_delete");
      raw.run("CREATE TRIGGER journal_delete BEFORE DELETE ON journal BEGIN SELECT 1; END");
    }
    SECTION("an index is gone") { raw.run("DROP INDEX claim_one_live"); }
    SECTION("a table came in") { raw.run("CREATE TABLE notes (text)"); }
  }
  CHECK(refused(folder).kind == OpenRefusal::Kind::Damaged);
}

TEST_CASE("a damaged ledger is refused and left alone", "[ledger][opening]") {
  tests::TempFolder folder;
  leaveLedger(folder);
  std::string content = contentOf(folder.file());
  SECTION("cut off") { content.resize(4'096); }
  SECTION("garbage for a schema") { content.replace(200, 3'896, std::string(3'896, '\xFF')); }
  write(folder.file(), content);
  CHECK(refused(folder).kind == OpenRefusal::Kind::Damaged);
}

TEST_CASE("a place where no file can be is refused with a sentence", "[ledger][opening]") {
  tests::TempFolder folder;
  tests::ManualClock clock;
  const auto opened = Ledger::open(folder.path() / "no" / "ledger.db", clock);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().kind == OpenRefusal::Kind::Failed);
  fs::create_directory(folder.file());
  CHECK(refused(folder).kind == OpenRefusal::Kind::Failed);
  CHECK(Ledger::open("", clock).error().kind == OpenRefusal::Kind::Failed);
}

TEST_CASE("a file that another program locks is busy", "[ledger][opening]") {
  CHECK(hallpass::openRefusalOf(hallpass::SqlError(SQLITE_BUSY_RECOVERY, "")).kind ==
        OpenRefusal::Kind::Busy);
  CHECK(hallpass::openRefusalOf(hallpass::SqlError(SQLITE_FULL, "")).kind ==
        OpenRefusal::Kind::Failed);
}
