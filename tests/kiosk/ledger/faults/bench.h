#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/kiosk/ledger/faults/inspection.h"
#include "tests/kiosk/ledger/faults/tally.h"
#include "tests/kiosk/ledger/faults/work.h"
#include "tests/kiosk/ledger/room.h"

namespace tests {

/// How a ledger writes. All but the first lose what was told, and are here to prove that it is
/// seen.
enum class Durability : std::uint8_t {
  Ours,        ///< As Ledger::open() has it: WAL, synchronous=FULL.
  Off,         ///< WAL, synchronous=OFF
  WalNormal,   ///< WAL, synchronous=NORMAL
  DeleteFull,  ///< DELETE, synchronous=FULL
};

/// Something that can be made to fail.
struct Fallible {
  std::function<void(int call)> arm;  ///< That call fails, counted from here.
  std::function<void()> disarm;
  std::function<bool()> hasFailed;
};

/// Two disks: one to work on, and one to look at what is left.
class Bench {
 public:
  /// With so many small pieces of memory kept for each connection; 0 = SQLite asks for each. No
  /// connection may be open in this process.
  explicit Bench(int keptPieces = 400);

  /// `count` cuts of the power while `work` is done again and again, each followed by an
  /// inspection; now and then the power goes again while the ledger is opened.
  [[nodiscard]] Tally cut(const Work& work, long long count, Durability durability,
                          std::uint32_t seed);

  /// Does `work` with the first call to `what` failing, then with one `step` later, until none is
  /// left that could. After each of them the program starts again; or the power goes; or the
  /// program is killed, starts again, hands out a code, and then the power goes.
  [[nodiscard]] Tally fail(const Work& work, const Fallible& what, int step);

  /// The disk that work is done on: the calls of `plan`, from its first.
  [[nodiscard]] Fallible disk(PowerCutDisk::Plan plan);

  [[nodiscard]] std::string file() const { return folder_.file().string(); }

 private:
  /// SQLite without what only threads need.
  struct Lean {
    explicit Lean(int keptPieces);
  };

  bool run(const Work& work, Told& told, Durability durability);
  bool runOurs(const Work& work, Told& told);
  void inspectCut(const PowerCutDisk::Files& left, const Told& told, const std::string& which,
                  Tally& tally);
  /// Whether there was one.
  bool inspectFault(const Work::Start& start, const Work& work, const Fallible& what,
                    const std::string& which, Tally& tally);
  void killAndGoOn(const Told& told);
  PowerCutDisk::Files cutOpening(const PowerCutDisk::Files& left);
  void look(const PowerCutDisk::Files& left, const Told& told, const std::string& which,
            Tally& tally);

  Lean lean_;
  TempFolder folder_;
  PowerCutDisk disk_{"cut-work"};
  PowerCutDisk left_{"cut-left"};
  std::minstd_rand random_;
  std::string trouble_;         ///< What the ledger did wrong when it failed.
  PowerCutDisk::Files killed_;  ///< What is left of a program that was killed and started again.
  Told toldSince_;
};

}  // namespace tests
