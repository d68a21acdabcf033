#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/ledger/claims.h"
#include "kiosk/ledger/classes.h"
#include "kiosk/ledger/erasure.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/leases.h"
#include "kiosk/ledger/locks.h"
#include "kiosk/ledger/open_refusal.h"
#include "kiosk/ledger/orders.h"
#include "kiosk/ledger/roster.h"
#include "kiosk/ledger/stock.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;

/// The durable record of stock, orders, roster, claims, locks and journal: one SQLite file.
/// One thread at a time; long work opens the file a second time on its own thread.
///
/// Every change is one transaction that also holds its journal event, and is synced to disk before
/// the call returns (WAL, synchronous=FULL; trust.md 1). After a failed commit the outcome is
/// unknown: the ledger latches failed, every further call gives Refusal::Failed, and opening the
/// file again settles what was recorded. A call that finds another program writing waits up to five
/// seconds, then gives Refusal::Busy, with nothing changed.
class Ledger {
 public:
  /// Opens `file`, makes it (mode 0600) where there is none or an empty one, and brings an older
  /// one up to date; an erasure that was cut short is finished. ":memory:" is a ledger of this
  /// process alone. `clock` outlives the ledger. `vfs` names the SQLite VFS to write through; "" is
  /// the system's.
  [[nodiscard]] static platform::Result<std::unique_ptr<Ledger>, OpenRefusal> open(
      const std::filesystem::path& file, const platform::Clock& clock, const std::string& vfs = {});

  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  Classes& classes() { return *classes_; }
  Roster& roster() { return *roster_; }
  Stock& stock() { return *stock_; }
  Claims& claims() { return *claims_; }
  Orders& orders() { return *orders_; }
  Locks& locks() { return *locks_; }
  Leases& leases() { return *leases_; }
  Journal& journal() { return *journal_; }

  // See kiosk/ledger/erasure.h.
  [[nodiscard]] platform::Result<ErasureReceipt, Refusal> erase(KeptPins kept, Role role) {
    return erasure_->erase(kept, role);
  }
  [[nodiscard]] platform::Result<std::optional<ErasureReceipt>, Refusal> lastErasure() {
    return erasure_->last();
  }
  [[nodiscard]] platform::Result<std::int64_t, Refusal> eraseNamesBefore(platform::UtcTime before,
                                                                         Role role) {
    return erasure_->eraseNamesBefore(before, role);
  }
  [[nodiscard]] platform::Result<NotExported, Refusal> notExported() {
    return erasure_->notExported();
  }

  /// Whether the file is sound: every page, record, constraint and index of it (SQLite's integrity
  /// check), each code's text against what it is compared by, and each claim against its code.
  /// Reads the whole file: about a second for 100,000 codes. Damage gives false and latches
  /// nothing; what to do then: keep the file, and restore it from a backup. Refuses with Busy, or
  /// Failed (also where the ledger has failed before).
  [[nodiscard]] platform::Result<bool, Refusal> isSound();

  /// Gives back the memory that holds pages of the file: whoever comes next reads them again.
  void rest();

  /// While `isLow` says so, no code is given to a student (Refusal::DiskLow): a claim that would
  /// fill the disk could not be recorded, nor could what comes after it. Asked before each claim,
  /// on the thread of the ledger. What students already hold is shown as ever.
  void keepReserve(std::function<bool()> isLow);
  [[nodiscard]] bool diskIsLow() const;

  /// Whether a write failed, so that only opening the file again tells what was recorded.
  [[nodiscard]] bool failed() const;

 private:
  Ledger(std::unique_ptr<Database> database, const platform::Clock& clock);

  std::unique_ptr<Database> database_;
  std::unique_ptr<Journal> journal_;
  std::unique_ptr<Classes> classes_;
  std::unique_ptr<Roster> roster_;
  std::unique_ptr<Stock> stock_;
  std::unique_ptr<Claims> claims_;
  std::unique_ptr<Orders> orders_;
  std::unique_ptr<Locks> locks_;
  std::unique_ptr<Leases> leases_;
  std::unique_ptr<Erasure> erasure_;
};

}  // namespace hallpass
