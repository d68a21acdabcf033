#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/domain/stock.h"
#include "kiosk/ledger/statement.h"

namespace hallpass {

/// Where codes are at ?1, in the order of StockCount: columns of a query on the table `tally`.
inline constexpr std::string_view kStockCounts =
    "coalesce(sum(codes), 0), "
    "coalesce(sum(codes) FILTER (WHERE state = 'stock' AND tally.redeem_by >= ?1), 0), "
    "coalesce(sum(codes) FILTER (WHERE state = 'claimed'), 0), "
    "coalesce(sum(codes) FILTER (WHERE state = 'quarantined'), 0), "
    "coalesce(sum(codes) FILTER (WHERE state = 'stock' AND tally.redeem_by < ?1), 0), "
    "coalesce(sum(codes) FILTER (WHERE state = 'returned'), 0) ";

/// The counts from column `first` on of a row of kStockCounts.
[[nodiscard]] StockCount stockCountAt(const Statement& row, int first);

/// Counts of one pass type, or of all where it is nullopt, within the caller's transaction.
/// Throws SqlError.
[[nodiscard]] StockCount readStockCount(Database& database,
                                        const std::optional<std::string>& passType,
                                        platform::UtcTime now);

}  // namespace hallpass
