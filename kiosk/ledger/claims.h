#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/outcome.h"
#include "kiosk/domain/refusal.h"
#include "kiosk/domain/subject.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class Journal;

/// Which code went to whom. A method that returns a value has been synced to disk first, so that a
/// power cut afterwards neither loses nor repeats a claim.
class Claims {
 public:
  Claims(Database& database, Journal& journal);

  /// Gives `student` of the current class the code to use next and records `claim-made`, in one
  /// transaction. Next: soonest redeem-by, then oldest batch, then file order; never a code past
  /// its redeem-by (DESIGN.md 3.5). A student who holds a live claim gets that one again: counted,
  /// recorded as `code-shown-again`, `again` set; whatever the state and window of the class, and
  /// also when no codes are left (DESIGN.md 3.4).
  /// Refuses with NoClass, UnknownStudent, ClassPaused, ClassClosed, ClassNotYetOpen, ClassOver,
  /// DiskLow (Ledger::keepReserve()), OutOfStock, NoClaim (another program ended the student's
  /// claim and gave none), TakenElsewhere, Busy or Failed.
  ///
  /// TakenElsewhere gives way to `overrule`, which is recorded then (`room-overruled`).
  ///
  /// `digits` are the student's own, kept with a new claim and with a live one that has none;
  /// nullopt: none are chosen. Whether a live claim may be seen again is the caller's to ask, with
  /// tryDigits().
  [[nodiscard]] platform::Result<Claim, Refusal> make(
      StudentId student, Role role, const std::optional<std::string>& digits = std::nullopt,
      std::optional<Overrule> overrule = std::nullopt);

  /// Where else a code was taken in the name of `student`, in a class of the same title and pass
  /// type, as far as the depot told; nullopt: nowhere. Changes nothing.
  [[nodiscard]] platform::Result<std::optional<Elsewhere>, Refusal> elsewhere(StudentId student);

  /// Swaps the code of `student` for the next one, in one transaction: the live claim ends, its
  /// code goes to quarantine with `cause`, a new claim names it. Records `code-quarantined` and
  /// `claim-replaced`. As often as needed. Refuses with NoClaim (nothing to swap), and as make()
  /// does for somebody who holds none; nothing changed then.
  [[nodiscard]] platform::Result<Claim, Refusal> replace(
      StudentId student, Cause cause, Role role,
      const std::optional<std::string>& digits = std::nullopt);

  /// Compares `typed` with the own digits of the student's live claim. The try is counted first;
  /// right ones set the count to 0. Records `digits-wrong` where they are not. A claim without own
  /// digits is never right. Refuses with NoClaim, Busy or Failed.
  [[nodiscard]] platform::Result<DigitsAnswer, Refusal> tryDigits(StudentId student,
                                                                  std::string_view typed);

  /// How often the digits can still be tried; kMostDigitTries where the claim has none.
  [[nodiscard]] platform::Result<int, Refusal> digitTriesLeft(StudentId student);

  /// Takes the own digits away: whoever sees the code next chooses new ones. Records
  /// `digits-cleared`. Refuses with NoClaim, Busy or Failed.
  [[nodiscard]] platform::Result<platform::Done, Refusal> clearDigits(StudentId student, Role role);

  /// Notes what happened with the student's code; the last word counts, all are kept. Records
  /// `outcome-reported`. Refuses with NoClaim, Busy or Failed.
  [[nodiscard]] platform::Result<platform::Done, Refusal> report(StudentId student, Outcome outcome,
                                                                 Role role);

  /// Of which classes claims are asked for.
  enum class Of : std::uint8_t { CurrentClass, EarlierClasses };

  /// Every claim of these classes, ended ones too, oldest first.
  [[nodiscard]] platform::Result<std::vector<ClaimRecord>, Refusal> records(
      Of classes = Of::CurrentClass);

  /// The live claim that `student` holds in the current class, or nullopt. Changes nothing.
  [[nodiscard]] platform::Result<std::optional<Claim>, Refusal> find(StudentId student);

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass
