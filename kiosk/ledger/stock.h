#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/refusal.h"
#include "kiosk/domain/stock.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class Journal;

/// The codes that came in, and where they are now.
class Stock {
 public:
  struct Report {
    std::int64_t added = 0;
    std::vector<int> inStockAlready;  ///< Lines whose code had come in before, in any state.
    std::optional<platform::UtcTime> sameFileAt;  ///< When a file of this content was taken before.
  };

  Stock(Database& database, Journal& journal);

  /// Takes `codes` in their order as one batch: all of it or nothing. Where no code is new, no
  /// batch is made and nothing is journalled. `progress` is told every thousand codes. Refuses with
  /// Cancelled, Busy or Failed.
  [[nodiscard]] platform::Result<Report, Refusal> add(const NewBatch& batch,
                                                      std::span<const NewCode> codes, Mode mode,
                                                      Role role, const Progress& progress);

  /// Counts of one pass type, or of all where `passType` is nullopt, as of now.
  [[nodiscard]] platform::Result<StockCount, Refusal> count(
      const std::optional<std::string>& passType);

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass
