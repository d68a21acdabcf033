// An erasure that is stopped before each of its writes and syncs: it was never begun, or the next
// opening finishes it.
#include <filesystem>

#include "tests/kiosk/ledger/children.h"
#include "tests/kiosk/ledger/cut_disk.h"
#include "tests/kiosk/ledger/full_room.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/residue.h"

using hallpass::Role;
using tests::CutDisk;
namespace fs = std::filesystem;

namespace {

constexpr int kErased = 10;
constexpr int kRefused = 11;
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

struct Cut {
  Fate fate = Fate::Broken;
  bool wasCut = false;
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

int eraseOldNames(const fs::path& file, const platform::Clock& clock, int fullBefore) {
  CutDisk::install();
  const auto opened = hallpass::Ledger::open(file, clock, "cut");
  if (!opened) return kRefused;
  CutDisk::arm({fullBefore, CutDisk::Way::Full, 0, {}});
  const auto names = (*opened)->eraseNamesBefore(clock.now(), Role::System);
  if (!names) return kRefused;
  return *names == 8 && !(*opened)->failed() ? kErased : -1;
}

int eraseAndBeCut(const fs::path& file, const platform::Clock& clock, const CutDisk::Plan& plan) {
  CutDisk::install();
  const auto opened = hallpass::Ledger::open(file, clock, "cut");
  if (!opened) return kRefused;
  CutDisk::arm(plan);
  return (*opened)->erase({}, Role::Staff).ok() ? kErased : kRefused;
}

Cut cutBefore(int operation, CutDisk::Way way, const Used& used) {
  const tests::TempFolder folder;
  const tests::TempFolder left;
  fs::copy_file(used.room.folder.file(), folder.file());
  const CutDisk::Plan plan{operation, way, kSeed + static_cast<std::uint32_t>(operation),
                           left.path()};
  tests::Children child(1,
                        [&](int) { return eraseAndBeCut(folder.file(), used.room.clock, plan); });
  const int status = child.wait().front();
  REQUIRE(status != kRefused);
  const bool wasCut = status != kErased;
  const bool other = wasCut && way != CutDisk::Way::Kill;
  return {fateOf(other ? left.path() : folder.path(), used), wasCut};
}

struct Tally {
  int untouched = 0;
  int erased = 0;
  int broken = 0;
  int cuts = 0;
};

/// What becomes of an erasure on a disk that is full from `operation` on.
Cut fillBefore(int operation, const Used& used) {
  const tests::TempFolder folder;
  fs::copy_file(used.room.folder.file(), folder.file());
  tests::Children child(1, [&](int) {
    return eraseAndBeCut(folder.file(), used.room.clock, {operation, CutDisk::Way::Full, 0, {}});
  });
  const int status = child.wait().front();
  REQUIRE((status == kErased || status == kRefused));
  return {fateOf(folder.path(), used), status == kRefused};
}

/// Cuts before every operation of an erasure, until one comes to its end.
Tally cutEverywhere(CutDisk::Way way, int step) {
  const Used used;
  Tally tally;
  for (int operation = 1;; operation += step) {
    const Cut cut = cutBefore(operation, way, used);
    INFO("before operation " << operation << ", seed " << kSeed);
    if (way != CutDisk::Way::Liar) CHECK(cut.fate != Fate::Broken);
    // Once begun, an erasure does not come undone: whatever is cut later is erased as well.
    if (way == CutDisk::Way::Kill && tally.erased > 0) CHECK(cut.fate == Fate::Erased);
    tally.untouched += cut.fate == Fate::Untouched ? 1 : 0;
    tally.erased += cut.fate == Fate::Erased ? 1 : 0;
    tally.broken += cut.fate == Fate::Broken ? 1 : 0;
    if (!cut.wasCut) break;
    ++tally.cuts;
  }
  UNSCOPED_INFO(tally.cuts << " cuts: " << tally.untouched << " untouched, " << tally.erased
                           << " erased, " << tally.broken << " broken");
  CHECK(tally.cuts * step > 50);
  return tally;
}

}  // namespace

TEST_CASE("an erasure that is killed before any of its writes was never begun or is finished",
          "[ledger][erasure][cuts]") {
  const Tally tally = cutEverywhere(CutDisk::Way::Kill, 3);
  CHECK(tally.untouched > 0);
  CHECK(tally.erased > tally.untouched);
}

TEST_CASE("an erasure that loses power before any of its writes was never begun or is finished",
          "[ledger][erasure][cuts]") {
  const Tally tally = cutEverywhere(CutDisk::Way::Power, 2);
  CHECK(tally.untouched > 0);
  CHECK(tally.erased > tally.untouched);
}

TEST_CASE("on a disk that only says that it synced, a cut erasure is found broken",
          "[ledger][erasure][cuts]") {
  CHECK(cutEverywhere(CutDisk::Way::Liar, 10).broken > 0);
}

TEST_CASE("an erasure on a disk that fills up fails, and was never begun or is finished",
          "[ledger][erasure][cuts]") {
  const Used used;
  int untouched = 0;
  int finished = 0;
  for (int operation = 1;; operation += 5) {
    const Cut cut = fillBefore(operation, used);
    INFO("full from operation " << operation);
    CHECK(cut.fate != Fate::Broken);
    if (!cut.wasCut) break;
    ++(cut.fate == Fate::Untouched ? untouched : finished);
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
  for (int operation = 1; operation < 60; operation += 4) {
    const tests::TempFolder folder;
    fs::copy_file(used.room.folder.file(), folder.file());
    tests::Children child(
        1, [&](int) { return eraseOldNames(folder.file(), used.room.clock, operation); });
    const int status = child.wait().front();
    INFO("full from operation " << operation);
    REQUIRE((status == kErased || status == kRefused));
    const bool standing = tests::RawSql(folder.file()).text("SELECT count(*) FROM erasing") == "1";
    const auto ledger = tests::openLedger(folder.file(), used.room.clock);
    CHECK_FALSE(ledger->journal().verify(used.head)->firstBad);
    const auto left = ledger->roster().students()->size();
    CHECK(left == (status == kErased ? 0U : 8U));
    CHECK(tests::residue(folder.path(), used.room.names).empty() == (left == 0));
    CHECK(tests::RawSql(folder.file()).text("SELECT count(*) FROM erasing") == "0");
    kept += left == 8 ? 1 : 0;
    waited += standing ? 1 : 0;
  }
  CHECK(kept > 0);
  CHECK(waited > 0);
}
