// A copy in the place of the ledger, without a code that is given twice.
#include "kiosk/ledger/restoring.h"

#include <fstream>
#include <set>

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/residue.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::restoreLedger;
using hallpass::Role;
namespace fs = std::filesystem;

namespace {

constexpr int kStock = 6;

/// A class with two claims, a backup, and what happened since.
struct Restorable : tests::Room {
  Restorable() {
    openClass();
    addCodes(tests::newCodes(0, kStock));
    take("Aino");
    take("Ben");
    copy = hallpass::makeBackup(folder.file(), clock.time).value().file;
  }

  void take(const std::string& name) {
    const auto code = claim(student(name)).value().code.reveal();
    CHECK(given.insert(code).second);
  }

  platform::Result<hallpass::Restored, hallpass::RestoreRefusal> restore(
      const fs::path& from, bool quarantineStock = false) {
    ledger.reset();
    return restoreLedger(folder.file(), {from, quarantineStock, Role::Operator}, clock);
  }

  hallpass::StockCount count() { return ledger->stock().count(std::nullopt).value(); }

  fs::path copy;
  std::set<std::string> given;
};

void damage(const fs::path& file) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(0);
  out << std::string(20'000, 'x');
}

}  // namespace

TEST_CASE("the newest copy is restored with its stock, over a ledger that is damaged",
          "[ledger][restoring]") {
  Restorable room;
  room.ledger.reset();
  damage(room.folder.file());
  const auto damaged = tests::rawBytes(room.folder.file());
  const auto restored = room.restore(room.copy);
  REQUIRE(restored.ok());
  CHECK(restored->newest);
  CHECK(restored->quarantined == 0);
  CHECK(tests::rawBytes(restored->aside) == damaged);
  room.reopen();
  CHECK(room.count().inStock == kStock - 2);
  CHECK(room.journal().back().event == "ledger-restored");
  CHECK_FALSE(room.ledger->journal().verify(std::nullopt)->firstBad);
  while (room.count().inStock > 0) room.take("Student " + std::to_string(room.given.size()));
  CHECK(room.given.size() == kStock);
}

TEST_CASE("a copy from before a code was given is refused, and all stays as it was",
          "[ledger][restoring]") {
  Restorable room;
  room.take("Cleo");
  room.ledger.reset();
  const auto before = tests::rawBytes(room.folder.file());
  const auto refused = room.restore(room.copy);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().name == "OlderCopy");
  CHECK(refused.error().sentence.find("The 4 codes") != std::string::npos);
  CHECK(tests::rawBytes(room.folder.file()) == before);
  room.reopen();
  CHECK(room.count().inStock == kStock - 3);
}

TEST_CASE("an older copy that is asked for comes back with its stock in quarantine",
          "[ledger][restoring]") {
  Restorable room;
  room.take("Cleo");
  const auto restored = room.restore(room.copy, true);
  REQUIRE(restored.ok());
  CHECK_FALSE(restored->newest);
  CHECK(restored->quarantined == kStock - 2);
  room.reopen();
  const auto count = room.count();
  CHECK(count.inStock == 0);
  CHECK(count.claimed == 2);
  CHECK(count.quarantined == kStock - 2);
  CHECK(count.loaded == kStock);
  CHECK(room.claim(room.student("Dora")).error() == hallpass::Refusal::OutOfStock);
  CHECK(room.addCodes(tests::newCodes(0, kStock)).added == 0);
  std::int64_t sum = 0;
  for (const auto& change : room.ledger->stock().changes().value()) sum += change.by;
  CHECK(sum == 0);
}

TEST_CASE("without a mark beside the ledger, no copy counts as the newest", "[ledger][restoring]") {
  Restorable room;
  room.ledger.reset();
  fs::remove(room.folder.file().string() + "-head");
  CHECK(room.restore(room.copy).error().name == "OlderCopy");
  fs::remove(room.folder.file());
  CHECK(room.restore(room.copy).error().name == "OlderCopy");
  CHECK(room.restore(room.copy, true)->quarantined == kStock - 2);
}

TEST_CASE("a mark that is older than the ledger does not make an old copy new",
          "[ledger][restoring]") {
  Restorable room;
  room.ledger.reset();
  const auto mark = hallpass::Watermark::at(room.folder.file());
  room.ledger = tests::openLedger(room.folder.file(), room.clock);
  room.take("Cleo");
  room.ledger.reset();
  REQUIRE(hallpass::Watermark::open(room.folder.file())->set(*mark));
  CHECK(room.restore(room.copy).error().name == "OlderCopy");
}

TEST_CASE("a ledger that lost its end goes on with its stock in quarantine",
          "[ledger][restoring]") {
  Restorable room;
  room.take("Cleo");
  room.ledger.reset();
  fs::copy_file(room.copy, room.folder.file(), fs::copy_options::overwrite_existing);
  REQUIRE_FALSE(hallpass::Ledger::open(room.folder.file(), room.clock).ok());
  CHECK(room.restore(room.folder.file()).error().name == "OlderCopy");
  REQUIRE(room.restore(room.folder.file(), true).ok());
  room.reopen();
  CHECK(room.count().inStock == 0);
}

TEST_CASE("a copy from before the device was erased brings no name back", "[ledger][restoring]") {
  Restorable room;
  const fs::path taken = room.folder.path() / "taken-along.db";
  fs::copy_file(room.copy, taken);
  REQUIRE(room.ledger->erase({}, Role::Staff).ok());
  CHECK(room.restore(taken, true).error().name == "ErasedSince");
  room.reopen();
  CHECK(room.journal().front().event == "ledger-erased");
}

TEST_CASE("nothing is restored while somebody uses the ledger", "[ledger][restoring]") {
  Restorable room;
  const auto refused =
      restoreLedger(room.folder.file(), {room.copy, true, Role::Operator}, room.clock);
  CHECK(refused.error().name == "Busy");
  room.take("Cleo");
}

TEST_CASE("a damaged copy is not restored", "[ledger][restoring]") {
  Restorable room;
  damage(room.copy);
  CHECK(room.restore(room.copy, true).error().name == "LedgerDamaged");
  fs::rename(room.copy, room.folder.path() / "renamed.db");
  CHECK(room.restore(room.folder.path() / "renamed.db", true).error().name == "LedgerForeign");
  CHECK(room.restore(room.folder.path() / "nothing.db", true).error().name == "NotFound");
  room.reopen();
  CHECK(room.count().inStock == kStock - 2);
}

TEST_CASE("a copy is restored twice, and the journal tells of both", "[ledger][restoring]") {
  Restorable room;
  REQUIRE(room.restore(room.copy).ok());
  const auto again = room.restore(room.copy);
  CHECK(again.error().name == "OlderCopy");
  REQUIRE(room.restore(room.copy, true).ok());
  room.reopen();
  CHECK(room.journal().back().event == "ledger-restored");
  CHECK(room.count().inStock == 0);
}

TEST_CASE("a restoring that was cut before the mark was written is whole", "[ledger][restoring]") {
  Restorable room;
  room.take("Cleo");
  room.ledger.reset();
  const auto mark = hallpass::Watermark::at(room.folder.file());
  REQUIRE(room.restore(room.copy, true).ok());
  REQUIRE(hallpass::Watermark::open(room.folder.file())->set(*mark));
  room.reopen();
  CHECK(room.journal().back().event == "ledger-restored");
  const auto head = room.journal().back();
  CHECK(hallpass::Watermark::at(room.folder.file()) ==
        hallpass::JournalHead{head.sequence, head.hash});
}

TEST_CASE("a ledger whose second name a cut left among the copies outlives their erasure",
          "[ledger][restoring]") {
  Restorable room;
  room.ledger.reset();
  fs::create_hard_link(room.folder.file(), room.copy.parent_path() / "aside-2026-10-14.db");
  REQUIRE(hallpass::eraseCopies(room.folder.file(), hallpass::CopiesLock::Wait::No));
  CHECK(fs::is_empty(room.copy.parent_path()));
  room.reopen();
  CHECK(room.count().loaded == kStock);
}

TEST_CASE("a backup with more than what was restored is kept, and is not the newest",
          "[ledger][restoring]") {
  Restorable room;
  room.take("Cleo");
  room.take("Dora");
  const auto later = hallpass::makeBackup(room.folder.file(), room.clock.now());
  REQUIRE(later.ok());
  REQUIRE(room.restore(room.copy, true).ok());
  const auto kept = "aside-" + later->file.filename().string();
  CHECK(fs::exists(later->file.parent_path() / kept));
  room.reopen();
  const auto made = hallpass::makeBackup(room.folder.file(), room.clock.now());
  REQUIRE(made.ok());
  hallpass::thinBackups(room.folder.file(), 1, std::nullopt);
  CHECK(fs::exists(made->file));
}
