#include "tests/kiosk/ledger/faults/bench.h"

#include <stdexcept>

#include "tests/kiosk/ledger/faults/parts.h"

namespace tests {
namespace {

constexpr unsigned kCutTwice = 8;  ///< After one cut in so many, the next opening is cut as well.

const char* settings(Durability durability) {
  switch (durability) {
    case Durability::Off:
      return "PRAGMA synchronous = OFF";
    case Durability::WalNormal:
      return "PRAGMA synchronous = NORMAL";
    case Durability::DeleteFull:
      return "PRAGMA journal_mode = DELETE";
    default:
      return "";
  }
}

}  // namespace

Bench::Lean::Lean(int keptPieces) {
  constexpr int pieceBytes = 1'200;
  sqlite3_shutdown();
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, pieceBytes, keptPieces);
  sqlite3_initialize();
}

Bench::Bench(int keptPieces) : lean_(keptPieces) {}

bool Bench::runOurs(const Work& work, Told& told) {
  ManualClock clock;
  const auto opened = hallpass::Ledger::open(file(), clock, disk_.name());
  if (!opened) return false;
  hallpass::Ledger& ledger = **opened;
  const Hands hands{ledger.claims(), ledger.stock(), ledger.locks(), &ledger};
  const bool done = work.act(hands, told, clock);
  if (done && !ledger.failed()) return true;
  const auto drawn = ledger.claims().make({1}, hallpass::Role::Student);
  if (drawn || drawn.error() != hallpass::Refusal::Failed || !ledger.failed()) {
    trouble_ = "the ledger goes on after an error";
  }
  killAndGoOn(told);
  return done;
}

bool Bench::run(const Work& work, Told& told, Durability durability) {
  if (durability == Durability::Ours) return runOurs(work, told);
  ManualClock clock;
  Parts parts(hallpass::openDatabase(file(), disk_.name()).value(), clock);
  parts.database->execute(settings(durability));
  return work.act({parts.claims, parts.stock, parts.locks}, told, clock);
}

void Bench::look(const PowerCutDisk::Files& left, const Told& told, const std::string& which,
                 Tally& tally) {
  left_.load(left);
  const Findings found = inspect(left_, file(), told);
  if (!found.lost.empty()) ++tally.lost;
  if (!found.corrupt.empty()) ++tally.corrupt;
  if (!found.none() && tally.first.empty()) tally.first = which + "\n" + found.text();
}

PowerCutDisk::Files Bench::cutOpening(const PowerCutDisk::Files& left) {
  left_.load(left);
  left_.mirror(file());
  PowerCutDisk::Files chosen = left;
  unsigned changes = 0;
  left_.beforeChange([&] {
    const auto seed = static_cast<std::uint32_t>(random_());
    if (random_() % ++changes == 0) chosen = left_.afterCut(seed);
  });
  const ManualClock clock;
  (void)hallpass::Ledger::open(file(), clock, left_.name());
  left_.beforeChange({});
  return chosen;
}

void Bench::inspectCut(const PowerCutDisk::Files& left, const Told& told, const std::string& which,
                       Tally& tally) {
  ++tally.faults;
  tally.told += told.count;
  if (random_() % kCutTwice != 0) return look(left, told, which, tally);
  look(cutOpening(left), told, which + ", and again in the opening after it", tally);
}

Tally Bench::cut(const Work& work, long long count, Durability durability, std::uint32_t seed) {
  const Work::Start start = work.start(disk_, file());
  Tally tally;
  for (std::uint32_t round = seed; tally.faults < count; ++round) {
    random_.seed(round);
    Told told = start.told;
    disk_.load(start.files);
    disk_.mirror(file());
    int change = 0;
    const auto mayCut = [&] {
      ++change;
      if (tally.faults >= count || random_() % static_cast<unsigned>(work.oneOf) != 0) return;
      inspectCut(disk_.afterCut(static_cast<std::uint32_t>(random_())), told,
                 work.name + ", seed " + std::to_string(round) + ", before change " +
                     std::to_string(change),
                 tally);
    };
    disk_.beforeChange(mayCut);
    const bool done = run(work, told, durability);
    disk_.beforeChange({});
    if (!done) throw std::runtime_error("what is to be cut is refused: " + work.name);
    mayCut();
  }
  return tally;
}

void Bench::killAndGoOn(const Told& told) {
  toldSince_ = told;
  left_.adopt(disk_);
  left_.mirror(file());
  const ManualClock clock;
  const auto opened = hallpass::Ledger::open(file(), clock, left_.name());
  if (opened && !told.erased) {
    const auto students = (*opened)->roster().students();
    if (students && students->size() > 1) {
      const auto who = students->at(students->size() - 2).id;
      const auto made = (*opened)->claims().make(who, hallpass::Role::Student);
      if (made) {
        toldSince_.claims.push_back({who.value, made->id.value, numberOf(made->code)});
        ++toldSince_.count;
      }
    }
  }
  killed_ = left_.afterCut(static_cast<std::uint32_t>(random_()));
}

bool Bench::inspectFault(const Work::Start& start, const Work& work, const Fallible& what,
                         const std::string& which, Tally& tally) {
  Told told = start.told;
  trouble_.clear();
  killed_.clear();
  const bool done = runOurs(work, told);
  if (!what.hasFailed()) return false;
  what.disarm();
  ++tally.faults;
  tally.told += told.count;
  look(disk_.files(), told, which + ", and started again", tally);
  look(disk_.afterCut(static_cast<std::uint32_t>(random_())), told, which + ", then a cut", tally);
  if (!killed_.empty()) {
    look(killed_, toldSince_, which + ", killed, started again, then a cut", tally);
  }
  if (!done && !trouble_.empty()) {
    ++tally.corrupt;
    if (tally.first.empty()) tally.first = which + "\n" + trouble_;
  }
  return true;
}

Fallible Bench::disk(PowerCutDisk::Plan plan) {
  const auto arm = [this, plan](int call) {
    PowerCutDisk::Plan at = plan;
    at.at = call;
    disk_.fail(at);
  };
  return {arm, [this] { disk_.fail({}); }, [this] { return disk_.hasFailed(); }};
}

Tally Bench::fail(const Work& work, const Fallible& what, int step) {
  what.disarm();
  const Work::Start start = work.start(disk_, file());
  Tally tally;
  for (int call = 1;; call += step) {
    random_.seed(static_cast<std::uint32_t>(call));
    disk_.load(start.files);
    disk_.mirror(file());
    what.arm(call);
    const std::string which = work.name + ", call " + std::to_string(call);
    if (!inspectFault(start, work, what, which, tally)) break;
  }
  what.disarm();
  return tally;
}

}  // namespace tests
