#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/domain/order.h"
#include "kiosk/domain/stock.h"
#include "kiosk/exchange/table.h"
#include "platform/base/result.h"

namespace hallpass {

/// The purchases of a file, before the ledger is asked about them.
struct OrderList {
  std::vector<Order> orders;    ///< In file order; no two of one number.
  std::int64_t rejected = 0;    ///< Lines that were not taken; each has a note.
  std::vector<LineNote> notes;  ///< What a person should look at, in line order.
};

/// Finds the orders in `table`, the marketplace's list of purchases (domain.md A4-A25), by its
/// headings in any order: Order Number, Order Date, Course Number and Licenses must be there; Pass
/// Title, Quantity and Supports Pass may be. A course that supports no pass is kept, and says so.
///
/// A line without number, date, course or licences, with more passes than licences (A11), or with
/// the number of an earlier line that says something else, is rejected with a note; the others are
/// taken. A line that says the same as an earlier one counts once. Refuses with NoOrders.
[[nodiscard]] platform::Result<OrderList, ListProblem> readOrders(const Table& table);

}  // namespace hallpass
