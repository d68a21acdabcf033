#pragma once

#include <string>
#include <vector>

#include "kiosk/room/exports.h"
#include "kiosk/room/self_test.h"

namespace hallpass {

/// The signed status of the device (status.h) with what `checks` found. "" where the ledger or the
/// device's key cannot be read: then a check says so. Any thread, with a ledger of its own.
[[nodiscard]] std::string statusOf(const SelfTestPlaces& places, const std::vector<Check>& checks);

/// "in order", "needs a look", "broken", "not tested": in the language that is set.
[[nodiscard]] std::string wordOf(Finding finding);

/// The checks and the status as a text file that people read: "hallpass-2026-11-21-readiness.txt".
[[nodiscard]] ExportFile readinessReport(const std::vector<Check>& checks,
                                         const std::string& status, platform::UtcTime made);

}  // namespace hallpass
