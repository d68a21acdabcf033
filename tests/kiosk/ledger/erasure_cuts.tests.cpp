// An erasure that is stopped before each of its writes and syncs: it was never begun, or the next
// opening finishes it.
#include <filesystem>
#include <fstream>
#include <optional>

#include "tests/kiosk/ledger/full_room.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/residue.h"
#include "tests/support/power_cut_vfs.h"

using hallpass::Role;
using tests::PowerCutDisk;
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kSeed = 20261121;

/// A ledger in use that nobody has open, and what it holds.
struct Used {
  tests::FullRoom room{{1, 8, 12}};
  std::int64_t events = 0;
  platform::Hash head{};

  Used() {
    const auto verdict = room.ledger->journal().verify({}).value();
    events = verdict.events;
    head = verdict.head;
    room.ledger.reset();
  }
};

enum class Fate : std::uint8_t {
  Untouched,
  Erased,
  Broken,  ///< Neither of them, or it cannot be opened.
};

/// What the next opening makes of the ledger in `folder`.
Fate fateOf(const fs::path& folder, const Used& used) {
  const auto opened = hallpass::Ledger::open(folder / "ledger.db", used.room.clock);
  if (!opened) return Fate::Broken;
  hallpass::Ledger& ledger = **opened;
  const auto verdict = ledger.journal().verify({});
  const auto receipt = ledger.lastErasure();
  const auto sound = ledger.isSound();
  if (!verdict || verdict->firstBad || !receipt || !sound || !*sound) return Fate::Broken;
  if (!*receipt) {
    const bool whole = verdict->head == used.head && ledger.stock().count({})->loaded == 12;
    return whole ? Fate::Untouched : Fate::Broken;
  }
  const bool right = (*receipt)->oldHead == used.head && (*receipt)->events == used.events &&
                     (*receipt)->counts.loaded == 12 && (*receipt)->students == 8 &&
                     (*receipt)->newHead == verdict->head && verdict->events == 1;
  const bool clean = tests::residue(folder, used.room.everything()).empty();
  return right && clean ? Fate::Erased : Fate::Broken;
}

/// What an erasure is stopped by.
enum class Way : std::uint8_t {
  Kill,   ///< What was written is there: the system still has it.
  Power,  ///< What was synced is there.
  Liar,   ///< The power goes, and the disk has only said that it synced.
};

/// A disk in memory with the ledger of `used` on it.
struct UsedDisk {
  tests::TempFolder folder;
  PowerCutDisk disk{"erasure"};

  explicit UsedDisk(const Used& used) {
    disk.load({{file(), tests::rawBytes(used.room.folder.file())}});
    disk.mirror(file());
  }
  [[nodiscard]] std::string file() const { return folder.file().string(); }
};

/// Puts `files` in a folder, where SQLite's own disk finds them.
void writeTo(const fs::path& folder, const PowerCutDisk::Files& files) {
  for (const auto& [name, content] : files) {
    std::ofstream(folder / fs::path(name).filename(), std::ios::binary) << content;
  }
}

Fate fateOf(const PowerCutDisk::Files& files, const Used& used) {
  const tests::TempFolder folder;
  writeTo(folder.path(), files);
  return fateOf(folder.path(), used);
}

struct Tally {
  int untouched = 0;
  int erased = 0;
  int broken = 0;
  int cuts = 0;
};

/// Cuts before every `step`-th change of an erasure and of the closing after it.
Tally cutEverywhere(Way way, int step) {
  const Used used;
  UsedDisk on(used);
  Tally tally;
  int change = 0;
  const auto cut = [&] {
    if (++change % step != 0) return;
    const auto seed = kSeed + static_cast<std::uint32_t>(change);
    const Fate fate = fateOf(way == Way::Kill ? on.disk.files() : on.disk.afterCut(seed), used);
    INFO("before change " << change << ", seed " << seed);
    if (way != Way::Liar) CHECK(fate != Fate::Broken);
    // Once begun, an erasure does not come undone: whatever is cut later is erased as well.
    if (way == Way::Kill && tally.erased > 0) CHECK(fate == Fate::Erased);
    tally.untouched += fate == Fate::Untouched ? 1 : 0;
    tally.erased += fate == Fate::Erased ? 1 : 0;
    tally.broken += fate == Fate::Broken ? 1 : 0;
    ++tally.cuts;
  };
  if (way == Way::Liar) on.disk.lie();
  on.disk.beforeChange(cut);
  {
    const auto opened = hallpass::Ledger::open(on.file(), used.room.clock, on.disk.name());
    REQUIRE(opened.ok());
    CHECK((*opened)->erase({}, Role::Staff).ok());
  }
  on.disk.beforeChange({});
  UNSCOPED_INFO(tally.cuts << " cuts: " << tally.untouched << " untouched, " << tally.erased
                           << " erased, " << tally.broken << " broken");
  CHECK(tally.cuts * step > 50);
  return tally;
}

/// What becomes of an erasure on a disk that is full from the call `call` on; nullopt where it
/// needed no room by then.
std::optional<Fate> fillBefore(int call, const Used& used) {
  UsedDisk on(used);
  {
    const auto opened = hallpass::Ledger::open(on.file(), used.room.clock, on.disk.name());
    REQUIRE(opened.ok());
    on.disk.fail({PowerCutDisk::Fault::Full, call, true, kSeed});
    if ((*opened)->erase({}, Role::Staff)) return std::nullopt;
  }
  return fateOf(on.disk.files(), used);
}

struct OldNames {
  bool erased = false;  ///< The ledger said so.
  bool latched = false;
  PowerCutDisk::Files files;
};

OldNames eraseOldNames(int fullFrom, const Used& used) {
  UsedDisk on(used);
  OldNames outcome;
  {
    const auto opened = hallpass::Ledger::open(on.file(), used.room.clock, on.disk.name());
    REQUIRE(opened.ok());
    on.disk.fail({PowerCutDisk::Fault::Full, fullFrom, true, kSeed});
    const auto names = (*opened)->eraseNamesBefore(used.room.clock.now(), Role::System);
    outcome.erased = names.ok() && *names == 8;
    outcome.latched = (*opened)->failed();
  }
  outcome.files = on.disk.files();
  return outcome;
}

}  // namespace

TEST_CASE("an erasure that is killed before any of its writes was never begun or is finished",
          "[ledger][erasure][cuts]") {
  const Tally tally = cutEverywhere(Way::Kill, 3);
  CHECK(tally.untouched > 0);
  CHECK(tally.erased > tally.untouched);
}

TEST_CASE("an erasure that loses power before any of its writes was never begun or is finished",
          "[ledger][erasure][cuts]") {
  const Tally tally = cutEverywhere(Way::Power, 2);
  CHECK(tally.untouched > 0);
  CHECK(tally.erased > tally.untouched);
}

TEST_CASE("on a disk that only says that it synced, a cut erasure is found broken",
          "[ledger][erasure][cuts]") {
  CHECK(cutEverywhere(Way::Liar, 10).broken > 0);
}

TEST_CASE("an erasure on a disk that fills up fails, and was never begun or is finished",
          "[ledger][erasure][cuts]") {
  const Used used;
  int untouched = 0;
  int finished = 0;
  for (int call = 1;; call += 5) {
    const auto fate = fillBefore(call, used);
    INFO("full from call " << call);
    if (!fate) break;
    CHECK(*fate != Fate::Broken);
    ++(*fate == Fate::Untouched ? untouched : finished);
  }
  CHECK(untouched > 0);
  CHECK(finished > 0);
}

TEST_CASE("old names go on a disk that is too full to write the file anew; later it is",
          "[ledger][retention][cuts]") {
  Used used;
  used.room.clock.pass(std::chrono::hours(24));
  int kept = 0;
  int waited = 0;
  for (int call = 1; call < 60; call += 4) {
    const OldNames outcome = eraseOldNames(call, used);
    INFO("full from call " << call);
    CHECK(outcome.latched != outcome.erased);
    const tests::TempFolder folder;
    writeTo(folder.path(), outcome.files);
    const bool standing = tests::RawSql(folder.file()).text("SELECT count(*) FROM erasing") == "1";
    const auto ledger = tests::openLedger(folder.file(), used.room.clock);
    CHECK_FALSE(ledger->journal().verify(used.head)->firstBad);
    const auto left = ledger->roster().students()->size();
    CHECK(left == (outcome.erased ? 0U : 8U));
    CHECK(tests::residue(folder.path(), used.room.names).empty() == (left == 0));
    CHECK(tests::RawSql(folder.file()).text("SELECT count(*) FROM erasing") == "0");
    kept += left == 8 ? 1 : 0;
    waited += standing ? 1 : 0;
  }
  CHECK(kept > 0);
  CHECK(waited > 0);
}
