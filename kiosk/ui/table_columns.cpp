#include "kiosk/ui/table_columns.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "kiosk/ui/flow.h"

namespace hallpass {
namespace {

constexpr float kSpareColumn = 40.0F;  ///< In units: narrower than this, it rather goes.

/// The widest of the words that spaces part in `text`.
float widestWord(const Page& page, std::string_view text, const TextStyle& style) {
  float widest = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    widest = std::max(widest, page.textWidth(word, style));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return widest;
}

/// What a column needs: so that all of it stands in one line, and so that no word of it is broken.
struct Need {
  float whole = 0;
  float least = 0;

  void add(const Page& page, std::string_view text, const TextStyle& style, float beside,
           bool oneLine) {
    const float all = beside + page.textWidth(text, style);
    whole = std::max(whole, all);
    least = std::max(least, oneLine ? all : beside + widestWord(page, text, style));
  }
};

Need needOf(const Page& page, const TableView& view, std::size_t index, bool signs) {
  const TableColumn& column = view.columns[index];
  const TextStyle head{TextSize::Small, Face::SemiBold};
  const TextStyle cell{TextSize::Small, index == 0 ? Face::SemiBold : Face::Regular};
  const float sign = index == 0 && signs ? page.px(kCellSign + kCellInset) : 0;
  Need need;
  need.add(page, column.title, head, page.px(column.sortable ? kSortArrows : 0), true);
  const float title = need.least;
  for (const TableRow& row : view.rows) {
    if (index < row.cells.size()) need.add(page, row.cells[index], cell, sign, index == 0);
  }
  // What may go may as well be shortened.
  if (column.spare) need.least = std::max(title, std::min(need.least, page.px(kSpareColumn)));
  const float inset = page.px(2 * kCellInset + 1);
  return {need.whole + inset, need.least + inset};
}

/// The columns that are there, what they need, and the room for it.
struct Room {
  std::vector<std::size_t> columns;
  std::vector<float> whole;
  std::vector<float> least;
  float width = 0;

  [[nodiscard]] float spare(const std::vector<float>& needs) const {
    return width - std::accumulate(needs.begin(), needs.end(), 0.0F);
  }
};

Room roomOf(const std::vector<Need>& needs, const std::vector<std::size_t>& columns, float width,
            float gap) {
  Room room{columns, {}, {}, width - gap * static_cast<float>(columns.size() - 1)};
  for (const std::size_t column : columns) {
    room.whole.push_back(needs[column].whole);
    room.least.push_back(needs[column].least);
  }
  return room;
}

/// The last of the columns that may go.
std::vector<std::size_t>::iterator lastSpare(const TableView& view,
                                             std::vector<std::size_t>& columns) {
  const auto found = std::find_if(columns.rbegin(), columns.rend(),
                                  [&](std::size_t column) { return view.columns[column].spare; });
  return found == columns.rend() ? columns.end() : found.base() - 1;
}

std::vector<float> widthsOf(const TableView& view, const Room& room) {
  std::vector<float> widths = room.whole;
  if (const float spare = room.spare(room.whole); spare >= 0) {
    float shares = 0;
    for (const std::size_t column : room.columns) shares += view.columns[column].share;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] += spare * view.columns[room.columns[i]].share / shares;
    }
    return widths;
  }
  const float spare = room.spare(room.least);
  if (spare < 0) return fairWidths(room.whole, room.width);
  std::vector<float> more;
  for (std::size_t i = 0; i < widths.size(); ++i) more.push_back(room.whole[i] - room.least[i]);
  more = fairWidths(more, spare);
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = room.least[i] + more[i];
  return widths;
}

}  // namespace

TableColumns::TableColumns(const Page& page, const Rect& row, const TableView& view, bool oneLine) {
  signs_ = std::any_of(view.rows.begin(), view.rows.end(),
                       [](const TableRow& line) { return line.sign != Sign::None; });
  const std::size_t count = view.columns.size();
  if (count == 0) return;
  float gap = page.px(kGap);
  std::vector<Need> needs;
  for (std::size_t i = 0; i < count; ++i) needs.push_back(needOf(page, view, i, signs_));
  std::vector<std::size_t> columns(count);
  std::iota(columns.begin(), columns.end(), 0U);
  Room room = roomOf(needs, columns, row.w, gap);
  // Heads that are touched stand apart; others need no more than the cells' own insets.
  const bool touched = std::any_of(view.columns.begin(), view.columns.end(),
                                   [](const TableColumn& column) { return column.sortable; });
  if (!touched && room.spare(room.whole) < 0) {
    gap = 0;
    room = roomOf(needs, columns, row.w, gap);
  }
  const auto tooLittle = [&] { return room.spare(oneLine ? room.whole : room.least) < 0; };
  for (auto gone = lastSpare(view, columns); tooLittle() && gone != columns.end();
       gone = lastSpare(view, columns)) {
    columns.erase(gone);
    room = roomOf(needs, columns, row.w, gap);
  }
  const std::vector<float> widths = widthsOf(view, room);
  left_.assign(count, 0);
  width_.assign(count, 0);
  float left = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    left_[room.columns[i]] = left;
    width_[room.columns[i]] = widths[i];
    left += widths[i] + gap;
  }
}

Rect TableColumns::of(const Rect& row, std::size_t index) const {
  return {row.x + left_[index], row.y, width_[index], row.h};
}

}  // namespace hallpass
