#pragma once

#include <string_view>
#include <vector>

#include "kiosk/exchange/table.h"

namespace hallpass {

/// The rows of the first visible sheet of an .xlsx workbook (ECMA-376), blank ones left out: texts
/// as they stand, numbers as numberText() gives them, a formula's last result. Refuses with
/// NoWorkbook, OldWorkbook, Damaged, TooLarge or Empty.
[[nodiscard]] platform::Result<std::vector<Row>, ListProblem> readWorkbook(std::string_view bytes);

}  // namespace hallpass
