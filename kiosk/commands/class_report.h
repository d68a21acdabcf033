#pragma once

#include "kiosk/commands/answer.h"
#include "kiosk/commands/session.h"

namespace hallpass {

/// What `hallpass class show` says of the class opened last; every other command of the group ends
/// with it. Refuses with NoClass, or as the ledger does.
[[nodiscard]] Answer describeClass(Session& session);

}  // namespace hallpass
