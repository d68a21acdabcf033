// A ledger that the first version wrote, opened by this one.
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "tests/kiosk/ledger/old_ledger.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Role;

namespace {

/// A file of schema 1: a class, a batch of three codes, a student who holds the first of them and
/// one who holds none.
struct FirstVersion {
  tests::ManualClock clock;
  tests::TempFolder folder;

  FirstVersion() {
    auto database = *hallpass::openDatabase(folder.file(), "");
    hallpass::Journal journal(*database, clock);
    migrate(*database, journal, hallpass::migrations().first(1));
    REQUIRE(database->integer("PRAGMA user_version") == 1);
    const auto done = database->change(
        hallpass::Mode::Keep, [&]() -> platform::Result<platform::Done, hallpass::Refusal> {
          tests::fillOld(*database, clock.now(), "Aino", "Ben");
          tests::recordOldImport(journal);
          return platform::Done{};
        });
    REQUIRE(done.ok());
  }
};

}  // namespace

TEST_CASE("an older ledger is brought up to date once, and its chain stays whole",
          "[ledger][schema]") {
  FirstVersion first;
  std::optional<platform::Hash> head;
  for (int opening = 0; opening < 2; ++opening) {
    const auto ledger = tests::openLedger(first.folder.file(), first.clock);
    const auto verdict = ledger->journal().verify(head).value();
    CHECK(verdict.events == 8);
    CHECK_FALSE(verdict.firstBad);
    CHECK(verdict.headFound);
    head = verdict.head;
  }
  tests::RawSql raw(first.folder.file());
  CHECK(raw.text("PRAGMA user_version") == "7");
  CHECK(raw.column("SELECT fields FROM journal WHERE event = 'ledger-migrated'") ==
        std::vector<std::string>{R"({"from":"1","to":"2"})", R"({"from":"2","to":"3"})",
                                 R"({"from":"3","to":"4"})", R"({"from":"4","to":"5"})",
                                 R"({"from":"5","to":"6"})", R"({"from":"6","to":"7"})"});
  CHECK(raw.column("PRAGMA foreign_key_check").empty());
  CHECK(raw.text("PRAGMA integrity_check") == "ok");
}

TEST_CASE("the claims of an older ledger show again, without digits", "[ledger][schema]") {
  FirstVersion first;
  const auto ledger = tests::openLedger(first.folder.file(), first.clock);
  const auto again = ledger->claims().make({1}, Role::Student);
  REQUIRE(again.ok());
  CHECK(again->again);
  CHECK(again->code == tests::newCode(0).code);
  CHECK_FALSE(again->hasDigits);
  CHECK(again->value.empty());
  CHECK(ledger->claims().make({2}, Role::Student)->code == tests::newCode(1).code);
  CHECK(ledger->claims().replace({1}, hallpass::Cause::Used, Role::Instructor)->code ==
        tests::newCode(2).code);
  CHECK(ledger->stock().count(std::nullopt)->quarantined == 1);
}

TEST_CASE("an older class has no word and no wait of its own, and may get them",
          "[ledger][schema]") {
  FirstVersion first;
  const auto ledger = tests::openLedger(first.folder.file(), first.clock);
  auto facts = ledger->classes().current().value()->facts;
  CHECK(facts.title == "Old");
  CHECK(facts.word.empty());
  CHECK(facts.idleSeconds == 0);
  facts.word = "Zebra";
  REQUIRE(ledger->classes().change(facts, Role::Instructor).ok());
  CHECK(ledger->classes().current().value()->facts.word == "Zebra");
}

TEST_CASE("an older batch gets who brought it from the journal", "[ledger][schema]") {
  FirstVersion first;
  const auto ledger = tests::openLedger(first.folder.file(), first.clock);
  const auto batches = ledger->stock().batches().value();
  REQUIRE(batches.size() == 1);
  CHECK(batches[0].importedBy == "operator");
  CHECK(batches[0].facts.fileName == "old.csv");
  CHECK(batches[0].count.loaded == 3);
  CHECK(tests::RawSql(first.folder.file()).refusal("UPDATE batch SET imported_by = 'x'") ==
        "a batch never changes");
}

TEST_CASE("an older ledger whose journal is spoilt is still brought up to date",
          "[ledger][schema]") {
  FirstVersion first;
  {
    tests::RawSql raw(first.folder.file());
    raw.withoutTriggers([&] { raw.run("UPDATE journal SET fields = '{no}'"); });
  }
  const auto ledger = tests::openLedger(first.folder.file(), first.clock);
  CHECK(ledger->stock().batches()->front().importedBy.empty());
  CHECK(ledger->journal().verify({})->firstBad == 1);
}

TEST_CASE("a new ledger has the rules of one that was brought up to date", "[ledger][schema]") {
  FirstVersion first;
  (void)tests::openLedger(first.folder.file(), first.clock);
  tests::Room room;
  const std::string outline = "SELECT type || name || sql FROM sqlite_schema ORDER BY type, name";
  CHECK(tests::RawSql(first.folder.file()).column(outline) ==
        tests::RawSql(room.folder.file()).column(outline));
}
