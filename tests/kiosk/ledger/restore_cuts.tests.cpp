// The power goes before any call to the system that changes a file, while a copy is made or brought
// back: renames, links and the mark as well, which SQLite knows nothing of.
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>

#include "kiosk/ledger/restoring.h"
#include "tests/kiosk/ledger/acknowledged.h"
#include "tests/kiosk/ledger/children.h"
#include "tests/kiosk/ledger/faults/tally.h"
#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/restore_scenes.h"
#include "tests/support/folder_disk.h"
#include "tests/support/traced_process.h"

using hallpass::Role;
using tests::FolderDisk;
using tests::RestoreScene;
using tests::RestoreStage;
using tests::Tally;
namespace fs = std::filesystem;

namespace {

/// In a folder: what a person does who asks for it. Whether it was told to be done.
bool restoreOrCopy(const RestoreScene& scene, const fs::path& folder) {
  const tests::ManualClock clock;
  const fs::path ledger = folder / "ledger.db";
  if (scene.claims) {
    const auto opened = hallpass::Ledger::open(ledger, clock);
    return opened && (*opened)->claims().make({2 + tests::kRestoreTakenLater}, Role::Student).ok();
  }
  if (scene.from.empty()) {
    return hallpass::makeBackup(ledger, {clock.time.ms + 60'000}).ok();
  }
  return hallpass::restoreLedger(ledger, {folder / scene.from, scene.older, Role::Operator}, clock)
      .ok();
}

/// Where there is one, in memory: a sync there costs nothing.
fs::path quickPlace() {
  const fs::path memory = "/dev/shm";
  return ::access(memory.c_str(), W_OK) == 0 ? memory : fs::temp_directory_path();
}

/// What is wrong with what a cut left.
class Judge {
 public:
  Judge(const RestoreScene& scene, bool told) : scene_(scene), told_(told) {}

  std::vector<std::string> problems(const FolderDisk::Files& left) {
    FolderDisk::put(left, folder_.path());
    checkCopies(left);
    auto ledger = opened();
    if (ledger) checkLedger(*ledger);
    return problems_;
  }

 private:
  void bad(const std::string& what) { problems_.push_back(what); }

  void checkCopies(const FolderDisk::Files& left) {
    const auto copy = left.find(scene_.copy);
    const std::size_t before = scene_.copy.empty() ? 0 : 1;
    if (before == 1 && (copy == left.end() || copy->second != scene_.files.at(scene_.copy))) {
      bad("the copy is not as it was");
    }
    std::size_t whole = 0;
    for (const auto& backup : hallpass::backupsOf(file_)) {
      const auto facts = hallpass::inspectCopy(backup.file);
      if (facts) ++whole;
      if (!facts) bad("a copy is not whole: " + facts.error().sentence);
    }
    const bool makes = scene_.from.empty() && !scene_.claims;
    if (told_ && makes && whole <= before) bad("the copy that was told is gone");
    if (told_ && !scene_.from.empty() && scene_.readable) checkAside();
  }

  void checkAside() {
    for (const auto& entry : fs::directory_iterator(hallpass::backupFolder(file_))) {
      const fs::path& file = entry.path();
      if (!file.filename().string().starts_with("aside-") || file.extension() != ".db") continue;
      // With its log, where the log could not be moved into it.
      const auto claims = tests::RawSql(file).text("SELECT count(*) FROM claim");
      const bool all = claims == std::to_string(scene_.given.size());
      if (!all) bad("the ledger that was set aside lacks claims");
      return;
    }
    bad("the ledger that was set aside is gone");
  }

  /// A ledger that could be opened before can be opened; another one can be restored again.
  std::unique_ptr<hallpass::Ledger> opened() {
    auto first = hallpass::Ledger::open(file_, clock_);
    if (first) return std::move(*first);
    if (scene_.readable) bad("neither ledger opens: " + first.error().sentence);
    const auto again = hallpass::restoreLedger(
        file_, {folder_.path() / scene_.copy, true, Role::Operator}, clock_);
    if (!again) bad("it cannot be restored again: " + again.error().sentence);
    auto second = hallpass::Ledger::open(file_, clock_);
    if (second) return std::move(*second);
    bad("the restored ledger does not open: " + second.error().sentence);
    return nullptr;
  }

  void checkLedger(hallpass::Ledger& ledger) {
    const auto verdict = ledger.journal().verify(std::nullopt);
    if (!verdict || verdict->firstBad) bad("the chain does not verify");
    const bool restored = isRestored(ledger);
    const bool restores = !scene_.from.empty();
    if (told_ && restores && !restored) bad("what was told to be restored is not");
    const auto claims = ledger.claims().records();
    if (!claims || (!restored && !isComplete(claims->size()))) bad("a claim is lost");
    takeAll(ledger);
  }

  /// Whether as many claims are there as were told.
  [[nodiscard]] bool isComplete(std::size_t claims) const {
    const std::size_t before = scene_.given.size();
    if (!scene_.claims) return claims == before;
    return claims == before + 1 || (!told_ && claims == before);
  }

  static bool isRestored(hallpass::Ledger& ledger) {
    bool restored = false;
    (void)ledger.journal().read([&](const hallpass::JournalEntry& entry) {
      restored = restored || entry.event == "ledger-restored";
      return true;
    });
    return restored;
  }

  void takeAll(hallpass::Ledger& ledger) {
    std::set<std::string> given = scene_.given;
    for (int number = 0; number <= tests::kRestoreCodes; ++number) {
      const auto who = ledger.roster().addWalkIn("Late " + std::to_string(number), Role::Student);
      const auto made = who ? ledger.claims().make(*who, Role::Student) : who.error();
      if (!made && made.error() == hallpass::Refusal::OutOfStock) return;
      if (!made) return bad("a claim is refused");
      if (!given.insert(made->code.reveal()).second) return bad("a code was given twice");
    }
  }

  const RestoreScene& scene_;
  bool told_;
  tests::ManualClock clock_;
  tests::TempFolder folder_{quickPlace()};
  fs::path file_ = folder_.path() / "ledger.db";
  std::vector<std::string> problems_;
};

using Doing = bool(const RestoreScene&, const fs::path&);

/// `count` cuts while `doing` is done in the scene again and again.
Tally cut(const RestoreScene& scene, long long count, Doing& doing, bool lies = false) {
  Tally tally;
  std::minstd_rand random(20'261'121);
  const tests::TempFolder folder(quickPlace());
  const auto judge = [&](const FolderDisk& disk, bool told, int change) {
    const auto problems =
        Judge(scene, told).problems(disk.afterCut(static_cast<std::uint32_t>(random())));
    ++tally.faults;
    tally.told += told ? 1 : 0;
    if (problems.empty()) return;
    ++tally.lost;
    if (tally.first.empty()) {
      tally.first = scene.name + ", before change " + std::to_string(change);
      for (const std::string& one : problems) tally.first += "\n" + one;
    }
  };
  for (int every = 0; tally.faults < count;) {
    FolderDisk::put(scene.files, folder.path());
    FolderDisk disk(folder.path());
    if (lies) disk.lie();
    int change = 0;
    const auto before = [&] {
      disk.look();
      ++change;
      // Once each of them, then some of them.
      const bool wanted = every == 0 || random() % 4 == 0;
      if (wanted && tally.faults < count) judge(disk, false, change);
    };
    const int status = tests::runTraced([&] { return doing(scene, folder.path()) ? 0 : 1; },
                                        {before, [&](const auto& what) { disk.synced(what); }});
    if (status != 0) throw std::runtime_error("what is to be cut is refused: " + scene.name);
    disk.look();
    for (int again = 0; again < 5; ++again) judge(disk, true, change + 1);
    ++every;
  }
  return tally;
}

/// Does it with that call failing, and with `stays` all after it. What is left is judged; false
/// where there is no such call any more.
bool failAt(const RestoreScene& scene, int call, int error, bool stays, Tally& tally) {
  const tests::TempFolder folder(quickPlace());
  FolderDisk::put(scene.files, folder.path());
  int calls = 0;
  const auto fails = [&] {
    ++calls;
    return calls == call || (stays && calls > call) ? error : 0;
  };
  const int status = tests::runTraced([&] { return restoreOrCopy(scene, folder.path()) ? 0 : 1; },
                                      {[] {}, [](const auto&) {}, fails});
  if (calls < call) return false;
  ++tally.faults;
  tally.told += status == 0 ? 1 : 0;
  auto problems = Judge(scene, status == 0).problems(FolderDisk(folder.path()).afterCut(0));
  if (status != 0 && status != 1) problems.emplace_back("the program died");
  if (problems.empty()) return true;
  ++tally.lost;
  if (tally.first.empty()) {
    tally.first = scene.name + ", call " + std::to_string(call);
    for (const std::string& one : problems) tally.first += "\n" + one;
  }
  return true;
}

/// As somebody would who knows nothing of the mark.
bool copyOver(const RestoreScene& scene, const fs::path& folder) {
  std::error_code error;
  fs::remove(folder / "ledger.db-wal", error);
  fs::remove(folder / "ledger.db-head", error);
  fs::copy_file(folder / scene.from, folder / "ledger.db", fs::copy_options::overwrite_existing,
                error);
  return !error;
}

bool isTraceable() {
  const std::string why = tests::whyNotTraced();
  if (!why.empty()) WARN("not tested: " << why);
  return why.empty();
}

}  // namespace

TEST_CASE(
    "whenever the power goes while a copy is made or restored, a ledger opens and gives no "
    "code twice",
    "[ledger][restore-cuts]") {
  if (!isTraceable()) return;
  const auto scenes = tests::restoreScenes();
  const long long count = tests::wanted("HALLPASS_RESTORE_CUTS", 700);
  Tally sum;
  tests::printHead("power cuts of copies and restoring");
  for (const RestoreScene& scene : scenes) {
    const Tally tally = cut(scene, count / std::ssize(scenes), restoreOrCopy);
    tests::print(scene.name, tally);
    sum += tally;
  }
  tests::print("together", sum);
  INFO(sum.first);
  CHECK(sum.lost == 0);
}

TEST_CASE(
    "whichever call fails while a copy is made or restored, a ledger opens and gives no code "
    "twice",
    "[ledger][restore-faults]") {
  if (!isTraceable()) return;
  const bool all = std::getenv("HALLPASS_FAULTS_ALL") != nullptr;
  const int step = all ? 1 : tests::isSanitized() ? 61 : 11;
  Tally sum;
  tests::printHead("faults of copies and restoring");
  for (const RestoreScene& scene : tests::restoreScenes()) {
    Tally tally;
    for (const int error : {EIO, ENOSPC}) {
      for (const bool stays : {false, true}) {
        for (int call = 1; failAt(scene, call, error, stays, tally); call += step) continue;
      }
    }
    tests::print(scene.name, tally);
    sum += tally;
  }
  tests::print("together", sum);
  INFO(sum.first);
  CHECK(sum.faults > sum.told);
  CHECK(sum.lost == 0);
}

TEST_CASE(
    "control: a restoring on a disk that only says that it synced, or by hand, is found broken",
    "[ledger][restore-cuts]") {
  if (!isTraceable()) return;
  const RestoreScene older = RestoreStage().named("an older copy over a ledger").takeMore().ready();
  const Tally lies = cut(older, 60, restoreOrCopy, true);
  tests::print("control: a disk that lies", lies);
  CHECK(lies.lost > 0);
  const Tally byHand = cut(older, 30, copyOver);
  tests::print("control: copied over by hand", byHand);
  CHECK(byHand.lost > 0);
  const tests::TempFolder folder(quickPlace());
  FolderDisk::put(older.files, folder.path());
  REQUIRE(copyOver(older, folder.path()));
  const auto problems = Judge(older, false).problems(FolderDisk(folder.path()).afterCut(0));
  CHECK(std::count(problems.begin(), problems.end(), "a code was given twice") == 1);
}
