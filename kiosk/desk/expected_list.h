#pragma once

#include <vector>

#include "kiosk/desk/paging.h"
#include "kiosk/domain/order.h"

namespace hallpass {

/// Codes of the expected batches that have not come in.
[[nodiscard]] std::int64_t missingOf(const std::vector<ExpectedBatch>& expected);

/// The expected batches as a table: what was added, what of it arrived, and what is missing.
[[nodiscard]] TableView expectedTable(const std::vector<ExpectedBatch>& expected,
                                      const Paging& paging);

}  // namespace hallpass
