#pragma once

#include <string>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/lock.h"
#include "kiosk/domain/refusal.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class Journal;

/// The secrets of the locks, as hashes, and the counts of wrong tries.
///
/// A try is counted, and on the disk, before the secret is compared (trust.md 4): count(), then
/// compare outside of the ledger, then opened() where it was right. Waits are powered-on time:
/// within a boot by the time since the boot; after a restart by the time since that start alone, so
/// that neither a set clock nor a restart makes a wait shorter than it was served.
class Locks {
 public:
  Locks(Database& database, Journal& journal);

  /// How `lock` stands now. Changes nothing.
  [[nodiscard]] platform::Result<LockState, Refusal> state(Lock lock);

  /// Counts one wrong try, with the wait that follows it, and gives the hash to compare with.
  /// Records `lock-tried`. Refuses with NoPin, LockWaits, LockStopped, Busy or Failed.
  [[nodiscard]] platform::Result<std::string, Refusal> count(Lock lock);

  /// The try that was counted was right: the count is 0 again. Records `lock-opened`; the recovery
  /// word is used up by it (its secret is gone).
  [[nodiscard]] platform::Result<platform::Done, Refusal> opened(Lock lock);

  /// What was opened is locked again. Records `desk-locked` with `why`: by itself "idle" or
  /// "limit"; by who opened it "left", "visit-cleared", "restart", "handed-over".
  [[nodiscard]] platform::Result<platform::Done, Refusal> locked(Lock lock, std::string_view why);

  /// Gives `lock` a new secret, as a hash of platform/base/secret_hash.h, and sets its count to 0.
  /// `role` is who did it: System at the first start. Records `lock-set`.
  [[nodiscard]] platform::Result<platform::Done, Refusal> set(Lock lock, std::string_view hash,
                                                              Role role);

  /// Writes down how much of the running waits has been served, so that a restart does not begin
  /// them anew. Does nothing where none runs; journals nothing.
  [[nodiscard]] platform::Result<platform::Done, Refusal> keepServed();

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass
