// A ledger that the second version wrote, opened by this one; and the rules of migration 3.
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Role;

namespace {

/// A file of schema 2: a class with all that it may have, as it was opened and recorded then.
struct SecondVersion {
  tests::ManualClock clock;
  tests::TempFolder folder;

  SecondVersion() {
    auto database = *hallpass::openDatabase(folder.file(), "");
    hallpass::Journal journal(*database, clock);
    migrate(*database, journal, hallpass::migrations().first(2));
    REQUIRE(database->integer("PRAGMA user_version") == 2);
    database->execute(
        "INSERT INTO class VALUES (1, 'Old', 'azure-pass', 1000, 9999999999999, 1, 'open', "
        "'Zebra', 90)");
    database->execute("INSERT INTO student VALUES (1, 1, 1)");
    database->execute("INSERT INTO identity VALUES (1, 'Aino', '', '', 1, zeroblob(32))");
  }

  /// What the second version recorded of a class, in a row that it would not have hashed so: only
  /// to be read.
  static hallpass::JournalEntry opened() {
    hallpass::JournalEntry entry;
    entry.event = "class-opened";
    entry.fields = R"({"class":"1","title":"Old","pass_type":"azure-pass","from":"","until":"",)"
                   R"("walk_ins":"yes"})";
    return entry;
  }
};

std::string changed(tests::RawSql& raw, const std::string& what) {
  INFO(what);
  return raw.refusal("UPDATE class SET " + what);
}

}  // namespace

TEST_CASE("a ledger of schema 2 keeps its class, and offers every language in it",
          "[ledger][schema]") {
  SecondVersion second;
  for (int opening = 0; opening < 2; ++opening) {
    const auto ledger = tests::openLedger(second.folder.file(), second.clock);
    const auto held = ledger->classes().current().value();
    REQUIRE(held);
    CHECK(held->facts.title == "Old");
    CHECK(held->facts.from == platform::UtcTime{1'000});
    CHECK(held->facts.until == platform::UtcTime{9'999'999'999'999});
    CHECK(held->facts.walkIns == hallpass::WalkIns::Allowed);
    CHECK(held->facts.word == "Zebra");
    CHECK(held->facts.idleSeconds == 90);
    CHECK(held->facts.languages.empty());
    CHECK(held->facts.account.empty());
    CHECK(ledger->roster().students()->size() == 1);
    CHECK_FALSE(ledger->journal().verify({})->firstBad);
  }
  tests::RawSql raw(second.folder.file());
  CHECK(raw.text("PRAGMA user_version") == "7");
  CHECK(raw.column("SELECT fields FROM journal WHERE event = 'ledger-migrated'") ==
        std::vector<std::string>{R"({"from":"2","to":"3"})", R"({"from":"3","to":"4"})",
                                 R"({"from":"4","to":"5"})", R"({"from":"5","to":"6"})",
                                 R"({"from":"6","to":"7"})"});
  CHECK(raw.text("PRAGMA integrity_check") == "ok");
}

TEST_CASE("a class of schema 2 may get languages and an account", "[ledger][schema]") {
  SecondVersion second;
  const auto ledger = tests::openLedger(second.folder.file(), second.clock);
  auto facts = ledger->classes().current().value()->facts;
  facts.languages = {"ja"};
  facts.account = "tenant-phone";
  REQUIRE(ledger->classes().change(facts, Role::Instructor).ok());
  const auto held = ledger->classes().current().value()->facts;
  CHECK(held.languages == facts.languages);
  CHECK(held.account == "tenant-phone");
  CHECK(held.word == "Zebra");
}

TEST_CASE("a ledger brought up from schema 2 has the rules of a new one", "[ledger][schema]") {
  SecondVersion second;
  (void)tests::openLedger(second.folder.file(), second.clock);
  tests::Room room;
  const std::string outline = "SELECT type || name || sql FROM sqlite_schema ORDER BY type, name";
  CHECK(tests::RawSql(second.folder.file()).column(outline) ==
        tests::RawSql(room.folder.file()).column(outline));
}

TEST_CASE("what an older version recorded of a class is read without gaps", "[ledger][schema]") {
  CHECK(hallpass::describe(SecondVersion::opened()) ==
        "Class 1 \"Old\" was opened for azure-pass, from (not given) until (not given); walk-ins: "
        "yes; languages: (not given); account: (not given).");
}

TEST_CASE("a class's languages are a list of ids, and its account is one of three",
          "[ledger][rules]") {
  tests::Room room;
  room.openClass();
  tests::RawSql raw(room.folder.file());
  for (const char* list : {"", "fi", "fi,en", "xx,yyy"}) {
    CHECK(changed(raw, "languages = '" + std::string(list) + "'") == "");
  }
  for (const char* list : {",", ",fi", "fi,", "fi,,en", "FI", "fi, en", "fi;en", "1", "fÃ¤"}) {
    CHECK(changed(raw, "languages = '" + std::string(list) + "'").find("CHECK constraint failed") ==
          0);
  }
  CHECK(changed(raw, "languages = NULL").find("NOT NULL constraint failed") == 0);
  for (const char* account : {"personal", "tenant", "tenant-phone", ""}) {
    CHECK(changed(raw, "account = '" + std::string(account) + "'") == "");
  }
  for (const char* account : {"Tenant", "phone", "tenant "}) {
    CHECK(
        changed(raw, "account = '" + std::string(account) + "'").find("CHECK constraint failed") ==
        0);
  }
}

TEST_CASE("a closed class keeps its languages and its account", "[ledger][rules]") {
  tests::Room room;
  room.openClass();
  room.setState(hallpass::ClassState::Closed);
  tests::RawSql raw(room.folder.file());
  for (const char* what : {"languages = 'fi'", "account = 'tenant'"}) {
    CHECK(changed(raw, what) == "a closed class keeps its facts");
  }
}

TEST_CASE("a language of a later program is passed over, the others are offered",
          "[ledger][schema]") {
  tests::Room room;
  room.openClass();
  const auto languages = [&](const std::string& stored) {
    tests::RawSql(room.folder.file()).run("UPDATE class SET languages = '" + stored + "'");
    return room.ledger->classes().current().value()->facts.languages;
  };
  CHECK(languages("xx,fi,yy,en,fi") == std::vector<std::string>{"fi", "en"});
  CHECK(languages("xx").empty());
}
