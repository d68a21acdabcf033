#pragma once

#include <string>
#include <vector>

#include "kiosk/commands/session.h"
#include "kiosk/room/self_test.h"

namespace hallpass {

/// What the self-test works on, from a command; `problem` says why the ledger cannot be opened, or
/// is "".
[[nodiscard]] SelfTestPlaces placesOf(Session& session, const std::string& problem);

/// The checks as `hallpass doctor` prints them, a line each.
[[nodiscard]] std::string linesOf(const std::vector<Check>& checks);

/// The same as a list of objects: id, title, finding, sentence.
[[nodiscard]] nlohmann::ordered_json jsonOf(const std::vector<Check>& checks);

}  // namespace hallpass
