#pragma once

#include "kiosk/desk/desk_page.h"
#include "kiosk/desk/self_test_work.h"

namespace hallpass {

/// Writes what was `found` as a text file onto the first stick, and says how that went; says what
/// to do where no stick is plugged in.
[[nodiscard]] Step writeReport(const DeskTools& tools, const Examination& found);

}  // namespace hallpass
