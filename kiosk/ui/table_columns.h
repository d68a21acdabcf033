#pragma once

#include <vector>

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Where the columns of a table stand: each as wide as what is in it where that has room, and what
/// is left shared out as the columns' shares say; where it has none, no word is broken as long as
/// that can be, then spare columns are left out, the last one first, then the widest are shortened.
/// Where a row has one line, spare columns go before any cell is shortened. A head is never cut.
class TableColumns {
 public:
  /// For a table as wide as `row`, whose rows have one line each or more.
  TableColumns(const Page& page, const Rect& row, const TableView& view, bool oneLine);

  /// What column `index` takes of `row`.
  [[nodiscard]] Rect of(const Rect& row, std::size_t index) const;
  /// Whether column `index` is there at all.
  [[nodiscard]] bool shows(std::size_t index) const { return width_[index] > 0; }
  /// Whether some row has a sign: then all keep room for one before their first cell.
  [[nodiscard]] bool signs() const { return signs_; }

 private:
  std::vector<float> left_;  ///< From the row's left edge.
  std::vector<float> width_;
  bool signs_ = false;
};

inline constexpr float kCellInset = 3.0F;   ///< Between a column's edge and its text, in units.
inline constexpr float kCellSign = 8.0F;    ///< A sign before the first cell, and its gap.
inline constexpr float kSortArrows = 7.0F;  ///< Beside the head of a column that sorts.

}  // namespace hallpass
