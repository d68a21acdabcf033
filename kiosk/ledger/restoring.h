#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "kiosk/domain/claim.h"
#include "kiosk/ledger/copies.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"

namespace hallpass {

/// What a ledger is brought back from, and how.
struct RestoreAsk {
  std::filesystem::path copy;    ///< A backup, any copy of a ledger (with its log, where one lies
                                 ///< beside it), or the ledger itself as it stands.
  bool quarantineStock = false;  ///< Whoever asks knows that codes may have been handed out since.
  Role role = Role::Operator;
};

struct Restored {
  std::int64_t events = 0;       ///< Entries of the copy's journal.
  std::int64_t quarantined = 0;  ///< Codes that were in stock in the copy.
  bool newest = false;           ///< The copy held all that was ever recorded.
  std::filesystem::path aside;   ///< Where the ledger before it is now; "" where there was none.
};

/// Why nothing was brought back. Everything is as it was, but for a disk that failed in the middle
/// (swapLedger()).
struct RestoreRefusal {
  std::string name;  ///< "OlderCopy", "ErasedSince", "Busy", or as complaint(OpenRefusal) says it.
  std::string sentence;  ///< English.
};

/// Puts a copy in the place of `ledger`, which is kept aside in the backup folder and never deleted
/// here. The copy is checked (inspectCopy()), brought to this program's schema, and records
/// `ledger-restored`.
///
/// A code is never given twice: unless the mark beside the ledger (Watermark) says that the copy
/// holds the last entry that was ever acknowledged, any code that it has in stock may have been
/// handed out since. Then it is refused (OlderCopy), or with `quarantineStock` all of them go to
/// quarantine for good. A copy from before the device was erased is refused (ErasedSince): it would
/// bring back names. Busy: somebody has the ledger open.
[[nodiscard]] platform::Result<Restored, RestoreRefusal> restoreLedger(
    const std::filesystem::path& ledger, const RestoreAsk& ask, const platform::Clock& clock);

}  // namespace hallpass
