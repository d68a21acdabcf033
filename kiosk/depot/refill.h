#pragma once

#include <cstdint>

#include "kiosk/domain/class.h"
#include "kiosk/ledger/ledger.h"

namespace hallpass {

/// As many codes as one class may still need: one for each student without a code, and some for
/// swaps and for those who are on no list; more where walk-ins may join.
[[nodiscard]] int blockOf(std::int64_t students, std::int64_t without, WalkIns walkIns);

/// Writes down an ask for codes of the class's pass type where fewer than half of blockOf() can be
/// handed out here, wherever they came from, or are on their way; it brings them to the whole.
/// Nothing for a class that is closed or for a kiosk that is in no depot, or frozen there. Refuses
/// as the ledger does.
[[nodiscard]] platform::Result<platform::Done, Refusal> refill(Ledger& ledger);

}  // namespace hallpass
