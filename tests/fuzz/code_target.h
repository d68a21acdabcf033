#pragma once

#include "kiosk/exchange/table.h"

namespace tests {

/// Reads `table` as a list of codes, of a type whose case counts and of one where it does not, and
/// ends the program where a promise of code_list.h is broken.
void checkCodes(const hallpass::Table& table);

}  // namespace tests
