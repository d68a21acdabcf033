#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/refusal.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"

namespace hallpass {

/// A purchase on the marketplace, as its list of orders has it (domain.md A4-A25).
struct Order {
  std::string number;      ///< "MP-410200"
  platform::UtcTime date;  ///< First instant of the UTC day of the purchase.
  std::string course;      ///< "AZ-104T00"
  std::string title;       ///< "Microsoft Student Access Pass: ..."
  int licences = 0;
  int quantity = 0;          ///< Passes of it so far: bought with it, and added since.
  bool supportsPass = true;  ///< Whether the course has a pass at all (A15).
};

/// Until when passes can be added: the end of the UTC day six calendar months after the purchase
/// (A12); where that month has no such day, its last one.
[[nodiscard]] platform::UtcTime claimBy(const Order& order);

/// How many passes can still be added at `now`: the licences that have none yet (A11); 0 for a
/// course without a pass and after claimBy().
[[nodiscard]] int available(const Order& order, platform::UtcTime now);

/// Why `quantity` passes cannot be added at `now`, or nothing: CourseWithoutPass, OrderEnded,
/// NoLicenceLeft, AboveLicences (also for a quantity below 1).
[[nodiscard]] platform::Result<platform::Done, Refusal> mayAdd(const Order& order, int quantity,
                                                               platform::UtcTime now);

/// The columns of the Student Passes list; each can be sorted both ways (A20).
enum class OrderColumn : std::uint8_t { Course, Title, Quantity };
enum class Direction : std::uint8_t { Ascending, Descending };

/// Sorts by `column`; orders that are equal in it stand by date and then by number, oldest first.
void sortOrders(std::vector<Order>& orders, OrderColumn column, Direction direction);

/// Records per page (A21): what can be chosen, the first one being the default.
inline constexpr std::array<int, 5> kRecordsPerPage{5, 10, 20, 50, 100};

/// One page of a longer list.
struct PageOf {
  int page = 1;   ///< From 1; never beyond `pages`.
  int pages = 1;  ///< At least 1.
  std::size_t first = 0;
  std::size_t count = 0;  ///< Entries [first, first + count) stand on it.
};

/// Page `page` (from 1; a number outside the list gives the nearest page) of `total` entries.
[[nodiscard]] PageOf pageOf(std::size_t total, int page, int perPage);

/// Passes that were added and whose codes have to be collected.
struct ExpectedBatch {
  std::string order;
  std::string course;
  std::string title;
  int quantity = 0;  ///< Added here.
  int arrived = 0;   ///< Codes that came in with this order's number since; may be more.
  platform::UtcTime addedAt;

  [[nodiscard]] int missing() const { return arrived < quantity ? quantity - arrived : 0; }
};

}  // namespace hallpass
