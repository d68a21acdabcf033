#pragma once

#include <string>

#include "tests/kiosk/ledger/faults/work.h"

namespace tests {

/// The students 1 to kHolders hold a code at the start.
constexpr int kHolders = 4;

/// A class of so many students, three batches of codes, PINs that are set.
[[nodiscard]] Work::Start startInUse(PowerCutDisk& disk, const std::string& file, int students);

/// What the version of that schema left: a class of two students, of whom one holds a code.
[[nodiscard]] Work::Start startOfSchema(PowerCutDisk& disk, const std::string& file, int schema);

}  // namespace tests
