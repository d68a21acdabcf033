#pragma once

#include <string>

#include "kiosk/commands/session.h"
#include "kiosk/depot/connection.h"

namespace hallpass {

/// The address of the depot: `given` by --connect, else the setting. Refuses with NoDepot, and with
/// BadAddress where it holds a password, which others could read.
[[nodiscard]] platform::Result<std::string, Complaint> depotAddress(const Session& session,
                                                                    const std::string& given);

/// What the depot refused, and what the database said of it.
[[nodiscard]] Complaint complaint(DepotRefusal refusal, const Connection& connection);

}  // namespace hallpass
