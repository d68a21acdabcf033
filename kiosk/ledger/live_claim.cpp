#include "kiosk/ledger/live_claim.h"

#include "kiosk/ledger/current_class.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/soundness.h"

namespace hallpass {

std::optional<LiveClaim> readLiveClaim(Database& database, StudentId student,
                                       const Class& inClass) {
  Statement row = database.prepare(
      "SELECT claim.id, code.secret, claim.made_at, claim.times_shown, "
      "EXISTS (SELECT 1 FROM own_digits WHERE own_digits.claim = claim.id), batch.value, code.id, "
      "batch.id, code.identity FROM claim JOIN code ON code.id = claim.code JOIN batch ON batch.id "
      "= code.batch "
      "WHERE claim.student = ?1 AND claim.class = ?2 AND claim.pass_type = ?3 AND claim.live = 1");
  if (!row.bind(student, inClass.id, inClass.facts.passType).step()) return std::nullopt;
  Claim claim{{row.integer(0)},
              student,
              intactCode(row, 1, 8),
              {row.integer(2)},
              static_cast<int>(row.integer(3)),
              true,
              row.integer(4) == 1,
              row.text(5)};
  return LiveClaim{std::move(claim), row.integer(6), row.integer(7)};
}

std::optional<LiveClaim> readLiveClaim(Database& database, StudentId student) {
  const std::optional<Class> current = readCurrentClass(database);
  return current ? readLiveClaim(database, student, *current) : std::nullopt;
}

}  // namespace hallpass
