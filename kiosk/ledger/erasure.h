#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/refusal.h"
#include "kiosk/domain/stock.h"
#include "platform/base/clock.h"
#include "platform/base/hash.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class Journal;

/// Which PINs are still set after the device was erased. The recovery word stays only with both of
/// them: where one is missing, the next start asks for it and shows a new word.
struct KeptPins {
  bool instructor = false;
  bool staff = false;
};

/// What an erasure took away, in numbers only: it can be shown and kept by anybody. It is the first
/// entry of the new journal, so whoever changes it breaks the chain.
struct ErasureReceipt {
  platform::UtcTime at;
  StockCount counts;  ///< Of every pass type, as of that moment.
  std::int64_t students = 0;
  std::int64_t claims = 0;  ///< Ended ones too.
  std::int64_t classes = 0;
  std::int64_t events = 0;   ///< Entries of the journal before.
  platform::Hash oldHead{};  ///< Hash of the last of them: what an exported journal ends with.
  platform::Hash newHead{};  ///< Hash of the entry that is this receipt.
  std::string deviceId;      ///< 12 hexadecimal digits, made once; they outlive every erasure.
  KeptPins kept;
};

/// What would be gone for good, for no list of it has left the device.
struct NotExported {
  std::int64_t claims = 0;         ///< Claims of the current class that no exported list holds.
  std::int64_t earlierClaims = 0;  ///< Those of the classes before it.
  std::int64_t events = 0;  ///< Journal entries that no exported journal holds, without those that
                            ///< only tell of PINs and exports.
  [[nodiscard]] bool any() const { return claims > 0 || earlierClaims > 0 || events > 0; }
};

/// Taking away what the device knows of people and codes, so that it cannot be found any more:
/// not in the ledger's file, its free pages or its log (trust.md 6, T17).
///
/// An erasure is written down before it begins. Whatever stops it (a kill, a power cut, an error),
/// the next opening of the ledger finishes it before anything else.
class Erasure {
 public:
  Erasure(Database& database, Journal& journal);

  /// Removes names, codes, claims, classes, batches, orders, words and the journal, and begins a
  /// new journal with the receipt (`ledger-erased`). The PINs that are kept keep their counts of
  /// wrong tries; the device's name stays. Takes as long as the writing of the file that is left:
  /// well under a second.
  /// Busy: somebody else has the ledger open (another program, or this one a second time); nothing
  /// changed. Failed: opening the ledger again tells, and finishes what was begun.
  [[nodiscard]] platform::Result<ErasureReceipt, Refusal> erase(KeptPins kept, Role role);

  /// The receipt of the newest erasure; nullopt where there was none.
  [[nodiscard]] platform::Result<std::optional<ErasureReceipt>, Refusal> last();

  /// Erases the names, e-mails, numbers and own digits of every class whose last journal entry is
  /// before `before` (by the time since the boot of that entry, where the clock was set later) and
  /// that is closed or whose window has ended by then; a class without a window counts as ended. A
  /// class of these that is not closed is closed, for without its names it could hand out a second
  /// code. Claims, counts and the journal stay. Records `names-erased`; gives how many names went,
  /// and changes nothing where that is 0. To be called between visits. Where the disk is full or
  /// another program is in the midst of reading, the names are gone from every table, but the file
  /// is rewritten only by the next call or the next opening. Refuses with Busy (another program
  /// writes; nothing changed) or Failed.
  [[nodiscard]] platform::Result<std::int64_t, Refusal> eraseNamesBefore(platform::UtcTime before,
                                                                         Role role);

  /// What erase() would take away without a copy. Changes nothing.
  [[nodiscard]] platform::Result<NotExported, Refusal> notExported();

 private:
  Database& database_;
  Journal& journal_;
};

/// Finishes an erasure that was begun; does nothing where none was. To be called by whoever opens
/// the ledger, before anybody reads it. Throws SqlError; what was done until then stays done.
void finishErasure(Database& database, Journal& journal);

}  // namespace hallpass
