#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/refusal.h"
#include "kiosk/domain/stock.h"
#include "kiosk/domain/stock_history.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class Journal;

/// The codes that came in, and where they are now.
class Stock {
 public:
  struct Report {
    std::int64_t added = 0;
    std::int64_t batch = 0;           ///< Its number; 0 where nothing was new.
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

  /// Codes of `passType` that may be handed out now, but not any more at `moment`: their redeem-by
  /// is before it.
  [[nodiscard]] platform::Result<std::int64_t, Refusal> endingBefore(const std::string& passType,
                                                                     platform::UtcTime moment);

  /// How the codes that may be handed out became more and fewer, oldest change first: they came in,
  /// were taken, ended or were returned. The sum of all is count().inStock.
  [[nodiscard]] platform::Result<std::vector<StockChange>, Refusal> changes();

  /// How far the codes of all pass types came.
  [[nodiscard]] platform::Result<StockRoute, Refusal> route();

  /// Every batch, newest first.
  [[nodiscard]] platform::Result<std::vector<Batch>, Refusal> batches();

  /// The codes that may be handed out now, counted by batch and by the moment they end; the soonest
  /// first, those without an end last.
  [[nodiscard]] platform::Result<std::vector<StockEnd>, Refusal> ends();

  /// The codes of `passType` (nullopt: of all) that may be handed out now, in the order in which
  /// they would be.
  [[nodiscard]] platform::Result<std::vector<StockedCode>, Refusal> unused(
      const std::optional<std::string>& passType);

  /// Takes every code of a batch that is in stock out of it, for good, and gives them in file order
  /// together with those that were taken out before: the file of them can be written again. Records
  /// `codes-returned` where any was in stock. Refuses with UnknownBatch, NothingLeft, Busy or
  /// Failed.
  [[nodiscard]] platform::Result<std::vector<StockedCode>, Refusal> takeBack(std::int64_t batch,
                                                                             Role role);

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass
