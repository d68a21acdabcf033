#pragma once

#include <cstddef>
#include <optional>

#include "kiosk/domain/order.h"
#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/intent.h"

namespace hallpass {

/// Which page of a list is shown, and how long its pages are (domain.md A21, A22).
class Paging {
 public:
  /// The page of `total` entries that is shown.
  [[nodiscard]] PageOf of(std::size_t total) const { return pageOf(total, page_, perPage_); }

  /// Tells `table` which of `total` entries its rows are.
  void put(TableView& table, std::size_t total) const;

  /// Turns the page, or makes pages longer or shorter. False for any other intent.
  bool handle(const Intent& intent, std::size_t total);

  /// Which of `total` entries Act::Open is about; nullopt where no row stands there.
  [[nodiscard]] std::optional<std::size_t> opened(const Intent& intent, std::size_t total) const;

  void toFirst() { page_ = 1; }

 private:
  int page_ = 1;
  int perPage_ = kRecordsPerPage.front();
};

}  // namespace hallpass
