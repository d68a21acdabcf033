#pragma once

#include <string>

#include "kiosk/domain/class.h"
#include "kiosk/exchange/class_report.h"
#include "kiosk/ledger/ledger.h"

namespace hallpass {

/// What the report of `held` says, as the ledger is now; codes are masked. `passTitle` is the name
/// of what the class hands out. Refuses as the ledger does.
[[nodiscard]] platform::Result<ClassReport, Refusal> gatherReport(Ledger& ledger, const Class& held,
                                                                  const std::string& passTitle);

}  // namespace hallpass
