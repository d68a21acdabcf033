#pragma once

#include <optional>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/refusal.h"
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
  /// OutOfStock, Busy or Failed.
  [[nodiscard]] platform::Result<Claim, Refusal> make(StudentId student, Role role);

  /// The live claim that `student` holds in the current class, or nullopt. Changes nothing.
  [[nodiscard]] platform::Result<std::optional<Claim>, Refusal> find(StudentId student);

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass
