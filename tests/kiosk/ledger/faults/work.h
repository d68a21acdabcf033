#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ledger/ledger.h"
#include "tests/kiosk/ledger/faults/told.h"
#include "tests/support/manual_clock.h"
#include "tests/support/power_cut_vfs.h"

namespace tests {

/// What a ledger's user may do, of a Ledger or of one with other settings.
struct Hands {
  hallpass::Claims& claims;
  hallpass::Stock& stock;
  hallpass::Locks& locks;
  hallpass::Ledger* ledger = nullptr;  ///< nullptr: no erasure, retention or lease.
};

/// Something to do with a ledger while its disk fails.
struct Work {
  std::string name;

  /// What stands on the disk before, and what was told by then. `file` is the ledger's path.
  struct Start {
    PowerCutDisk::Files files;
    Told told;
  };
  std::function<Start(PowerCutDisk& disk, const std::string& file)> start;

  /// Does it, in one or more transactions, and tells each at once; false where the ledger refused.
  std::function<bool(const Hands& hands, Told& told, ManualClock& clock)> act;

  int oneOf = 1;  ///< A cut is tried before one in so many changes of the disk.
  int share = 4;  ///< Of the cuts, beside the other works.
};

/// Claim, replace, import, stock return, outcome, PIN, erasure, retention, leases of a depot, a
/// migration from each older schema, the making of a ledger, and so many claims that the log is
/// moved into the file.
[[nodiscard]] std::vector<Work> allWork();

/// A control: outcomes that are told before they are written, so that a fault loses them.
[[nodiscard]] Work toldTooSoon();

/// The work of that name.
[[nodiscard]] Work workNamed(const std::string& name);

}  // namespace tests
