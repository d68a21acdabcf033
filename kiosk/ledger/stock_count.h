#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/domain/stock.h"
#include "kiosk/ledger/statement.h"

namespace hallpass {

/// Where codes are at ?1, in the order of StockCount: columns of a query on the table `code`.
inline constexpr std::string_view kStockCounts =
    "count(*), "
    "count(*) FILTER (WHERE state = 'stock' AND (redeem_by IS NULL OR redeem_by >= ?1)), "
    "count(*) FILTER (WHERE state = 'claimed'), count(*) FILTER (WHERE state = 'quarantined'), "
    "count(*) FILTER (WHERE state = 'stock' AND redeem_by < ?1), "
    "count(*) FILTER (WHERE state = 'returned') ";

/// The counts from column `first` on of a row of kStockCounts.
[[nodiscard]] StockCount stockCountAt(const Statement& row, int first);

/// Counts of one pass type, or of all where it is nullopt, within the caller's transaction.
/// Throws SqlError.
[[nodiscard]] StockCount readStockCount(Database& database,
                                        const std::optional<std::string>& passType,
                                        platform::UtcTime now);

}  // namespace hallpass
