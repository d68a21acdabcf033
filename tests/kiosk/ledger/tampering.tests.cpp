// Somebody with the file and time changes the journal, in every way that trust.md 5 names, at
// random places. With one head that was kept outside of the device each of them is found; the
// negative controls show which ones are not found without it.
#include <filesystem>
#include <random>

#include "kiosk/ledger/journal_row.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

using hallpass::Journal;
using hallpass::JournalEntry;
namespace fs = std::filesystem;

namespace {

constexpr int kEntries = 40;
constexpr int kRounds = 12;  ///< Random places for each way.

/// A ledger whose head was noted, a copy of it from earlier, and a hand on its file.
struct Evidence {
  Evidence() {
    room.openClass();
    for (int number = 0; number < kEntries / 2; ++number) add(number);
    room.ledger.reset();
    fs::copy_file(room.folder.file(), earlier);
    room.ledger = tests::openLedger(room.folder.file(), room.clock);
    for (int number = kEntries / 2; number < kEntries; ++number) add(number);
    entries = room.journal();
    noted = entries.back().hash;
    room.ledger.reset();
    whole = elsewhere.path() / "whole.db";
    fs::copy_file(room.folder.file(), whole);
  }

  void add(int number) { room.student("Student " + std::to_string(number)); }

  /// As it was noted.
  void putBack() const {
    fs::copy_file(whole, room.folder.file(), fs::copy_options::overwrite_existing);
  }

  void change(const std::string& sql) const {
    tests::RawSql raw(room.folder.file());
    raw.withoutTriggers([&] { raw.run(sql); });
  }

  /// What the device says of its journal, where the mark beside it was changed as well.
  [[nodiscard]] Journal::Verdict verdict(const std::optional<platform::Hash>& head) const {
    fs::remove(room.folder.file().string() + "-head");
    const auto ledger = tests::openLedger(room.folder.file(), room.clock);
    return ledger->journal().verify(head).value();
  }

  [[nodiscard]] bool isFound() const {
    const auto said = verdict(noted);
    return said.firstBad || !said.headFound;
  }
  [[nodiscard]] bool isFoundAlone() const { return verdict(std::nullopt).firstBad.has_value(); }

  /// Writes the journal anew from entry `first` on, each hashed as it should be.
  void recompute(std::vector<JournalEntry> anew, std::size_t first) const {
    for (std::size_t at = first; at < anew.size(); ++at) {
      JournalEntry& entry = anew[at];
      entry.sequence = static_cast<std::int64_t>(at) + 1;
      entry.previous = at == 0 ? platform::Hash{} : anew[at - 1].hash;
      entry.hash = hallpass::hashOf(entry);
    }
    std::string sql = "DELETE FROM journal WHERE sequence > " + std::to_string(first) + ";";
    for (std::size_t at = first; at < anew.size(); ++at) sql += insertOf(anew[at]);
    change(sql);
  }

  static std::string insertOf(const JournalEntry& entry) {
    const auto text = [](const std::string& value) { return ",'" + value + "'"; };
    return "INSERT INTO journal VALUES (" + std::to_string(entry.sequence) + text(entry.bootId) +
           "," + std::to_string(entry.sinceBoot.ms) + "," + std::to_string(entry.wall.ms) +
           text(entry.wallQuality) + text(entry.role) + text(entry.event) + text(entry.fields) +
           ",x'" + platform::toHex(entry.previous) + "',x'" + platform::toHex(entry.hash) + "');";
  }

  mutable tests::Room room;
  tests::TempFolder elsewhere;
  fs::path earlier = elsewhere.path() / "earlier.db";
  fs::path whole;
  std::vector<JournalEntry> entries;
  platform::Hash noted{};
};

std::string text(std::int64_t number) { return std::to_string(number); }

/// One change of each way, at a random place.
struct Tamperer {
  const Evidence& evidence;
  std::mt19937 random{20261121};

  [[nodiscard]] std::int64_t any() {
    return 1 + static_cast<std::int64_t>(random() % (evidence.entries.size() - 1));
  }
  void remove() { evidence.change("DELETE FROM journal WHERE sequence = " + text(any())); }
  void edit() {
    evidence.change("UPDATE journal SET wall = wall - 1000 WHERE sequence = " + text(any()));
  }
  void reorder() {
    const std::string one = text(any());
    evidence.change("UPDATE journal SET sequence = -1 WHERE sequence = " + one +
                    "; UPDATE journal SET sequence = " + one + " WHERE sequence = " + one +
                    " + 1; UPDATE journal SET sequence = " + one + " + 1 WHERE sequence = -1");
  }
  void truncate() { evidence.change("DELETE FROM journal WHERE sequence > " + text(any())); }
  void replay() const {
    fs::copy_file(evidence.earlier, evidence.room.folder.file(),
                  fs::copy_options::overwrite_existing);
  }
  void recompute() {
    auto anew = evidence.entries;
    const auto at = static_cast<std::size_t>(any());
    anew[at].role = "operator";
    evidence.recompute(std::move(anew), at);
  }
  void leaveOut() {
    auto anew = evidence.entries;
    const auto at = static_cast<std::size_t>(any());
    anew.erase(anew.begin() + static_cast<std::ptrdiff_t>(at));
    evidence.recompute(std::move(anew), at);
  }
};

struct Way {
  const char* what;
  void (Tamperer::*deed)();
  bool foundAlone;  ///< Without a head from outside.
};
const Way kWays[] = {
    {"an entry removed", &Tamperer::remove, true},
    {"an entry edited", &Tamperer::edit, true},
    {"two entries exchanged", &Tamperer::reorder, true},
    {"the end cut off", &Tamperer::truncate, false},
    {"the chain computed anew from an edited entry on", &Tamperer::recompute, false},
    {"the chain computed anew without an entry", &Tamperer::leaveOut, false},
};

}  // namespace

TEST_CASE("with one head from outside every change of the journal is found",
          "[ledger][tampering]") {
  const Evidence evidence;
  Tamperer tamperer{evidence};
  REQUIRE_FALSE(evidence.isFound());
  int found = 0;
  for (const Way& way : kWays) {
    INFO(way.what);
    for (int round = 0; round < kRounds; ++round) {
      evidence.putBack();
      (tamperer.*way.deed)();
      found += evidence.isFound() ? 1 : 0;
    }
  }
  CHECK(found == kRounds * static_cast<int>(std::size(kWays)));
  evidence.putBack();
  tamperer.replay();
  CHECK(evidence.isFound());
}

TEST_CASE(
    "without one, an end cut off, an old copy and a new chain are not found, as the manual says",
    "[ledger][tampering]") {
  const Evidence evidence;
  Tamperer tamperer{evidence};
  for (const Way& way : kWays) {
    INFO(way.what);
    evidence.putBack();
    (tamperer.*way.deed)();
    CHECK(evidence.isFoundAlone() == way.foundAlone);
  }
  tamperer.replay();
  CHECK_FALSE(evidence.isFoundAlone());
}

TEST_CASE("a head that was noted earlier is found in a journal that went on",
          "[ledger][tampering]") {
  const Evidence evidence;
  const auto said = evidence.verdict(evidence.entries[kEntries / 2].hash);
  CHECK_FALSE(said.firstBad);
  CHECK(said.headFound);
}
