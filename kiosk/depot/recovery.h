#pragma once

#include <string>

#include "kiosk/depot/connection.h"

namespace hallpass {

class Ledger;

/// What came out of a kiosk's ledger.
struct Recovered {
  std::string kiosk;
  std::int64_t links = 0;    ///< Entries that the depot had not been told of.
  std::int64_t claimed = 0;  ///< Codes of its leases that students have.
  std::int64_t unused = 0;   ///< That nobody took, and that two people may free now.
  /// The ledger ends where the depot's entries do, and no other one spoke for the kiosk. Else
  /// nothing of it counts as unused.
  bool whole = false;
};

/// Takes the last entries and claims of a kiosk that is frozen or lost into the depot, out of its
/// ledger, by somebody's word; as staff. May be done again. The ledger hands out nothing of its
/// leases from then on: it is frozen first. NotSet where the ledger takes part in no depot, Unknown
/// where this depot does not know it, NotAllowed where the kiosk still counts as active.
[[nodiscard]] platform::Result<Recovered, DepotRefusal> recoverKiosk(Connection& connection,
                                                                     Ledger& ledger,
                                                                     const std::string& by);

/// Two people free the codes of a lost kiosk that recoverKiosk() found unused; how many. Unknown;
/// Rebuilding; Gap where the kiosk is not lost, or its ledger was not recovered whole.
[[nodiscard]] platform::Result<std::int64_t, DepotRefusal> declareUnused(Connection& connection,
                                                                         const std::string& kiosk,
                                                                         const std::string& first,
                                                                         const std::string& second);

}  // namespace hallpass
