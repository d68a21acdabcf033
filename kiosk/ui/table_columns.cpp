#include "kiosk/ui/table_columns.h"

#include <algorithm>
#include <numeric>

#include "kiosk/ui/flow.h"

namespace hallpass {
namespace {

/// What a column needs so that nothing in it is shortened.
float needOf(const Page& page, const TableView& view, std::size_t index, bool signs) {
  const TableColumn& column = view.columns[index];
  const TextStyle head{TextSize::Small, Face::SemiBold};
  const TextStyle cell{TextSize::Small, index == 0 ? Face::SemiBold : Face::Regular};
  float need = page.textWidth(column.title, head) + page.px(column.sortable ? kSortArrows : 0);
  for (const TableRow& row : view.rows) {
    if (index >= row.cells.size()) continue;
    const float sign = index == 0 && signs ? page.px(kCellSign + kCellInset) : 0;
    need = std::max(need, sign + page.textWidth(row.cells[index], cell));
  }
  return need + page.px(2 * kCellInset + 1);
}

}  // namespace

TableColumns::TableColumns(const Page& page, const Rect& row, const TableView& view) {
  signs_ = std::any_of(view.rows.begin(), view.rows.end(),
                       [](const TableRow& line) { return line.sign != Sign::None; });
  const std::size_t count = view.columns.size();
  if (count == 0) return;
  const float gap = page.px(kGap);
  const float room = row.w - gap * static_cast<float>(count - 1);
  std::vector<float> needs;
  float shares = 0;
  for (std::size_t i = 0; i < count; ++i) {
    needs.push_back(needOf(page, view, i, signs_));
    shares += view.columns[i].share;
  }
  const float spare = room - std::accumulate(needs.begin(), needs.end(), 0.0F);
  if (spare >= 0) {
    for (std::size_t i = 0; i < count; ++i) needs[i] += spare * view.columns[i].share / shares;
    width_ = needs;
  } else {
    width_ = fairWidths(needs, room);
  }
  float left = 0;
  for (const float width : width_) {
    left_.push_back(left);
    left += width + gap;
  }
}

Rect TableColumns::of(const Rect& row, std::size_t index) const {
  return {row.x + left_[index], row.y, width_[index], row.h};
}

}  // namespace hallpass
