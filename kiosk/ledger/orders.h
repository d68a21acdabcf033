#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/order.h"
#include "kiosk/domain/stock.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;
class Journal;

/// The purchases on the marketplace, and the passes that were added to them (domain.md A17-A25).
class Orders {
 public:
  struct Report {
    std::int64_t added = 0;
    std::int64_t updated = 0;  ///< Known by number, and something of them was new.
  };

  Orders(Database& database, Journal& journal);

  /// Takes `orders`; one whose number is known is brought up to date. What was added here stays
  /// added, until the list itself says a quantity that holds it. All or nothing; records
  /// `orders-imported` where anything was new. Refuses with Busy or Failed.
  [[nodiscard]] platform::Result<Report, Refusal> import(std::span<const Order> orders, Mode mode,
                                                         Role role);

  /// Every order, oldest first; `quantity` holds what was added here.
  [[nodiscard]] platform::Result<std::vector<Order>, Refusal> list();

  /// Adds passes to an order: `quantity` of them, nullopt = as many as mayAdd() lets (A24). They
  /// are an expected batch from then on. Records `passes-added`. Refuses with UnknownOrder, as
  /// mayAdd() does, Busy or Failed.
  [[nodiscard]] platform::Result<ExpectedBatch, Refusal> add(std::string_view order,
                                                             std::optional<int> quantity,
                                                             Role role);

  /// What was added here, newest first, with how many of its codes have come in (batches that name
  /// the order).
  [[nodiscard]] platform::Result<std::vector<ExpectedBatch>, Refusal> expected();

 private:
  Database& database_;
  Journal& journal_;
};

}  // namespace hallpass
