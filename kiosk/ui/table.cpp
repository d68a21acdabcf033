#include "kiosk/ui/table.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/sign.h"
#include "kiosk/ui/table_columns.h"
#include "kiosk/ui/table_foot.h"
#include "kiosk/ui/turning.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr float kRowGap = 2.6F;  ///< Still 2.54 (VVSG 7.2-I); a list is dense.
constexpr float kTallestRow = 18.0F;

TextStyle cellStyle(const TableColumn& column) {
  TextStyle style{TextSize::Small, Face::Regular, 0, Across::Left, Down::Middle};
  style.shorten = true;
  if (column.number) style.across = Across::Right;
  return style;
}

/// Both directions; the one that counts is larger and dark.
void drawArrows(Page& page, const Rect& area, std::optional<Direction> direction) {
  const Theme& theme = page.theme();
  const ImVec2 at = area.centre();
  const float unit = page.px(1);
  const Direction marked = direction.value_or(Direction::Ascending);
  const auto isMarked = [&](Direction which) { return direction.has_value() && marked == which; };
  const auto half = [&](Direction which) { return isMarked(which) ? 2.6F * unit : 1.7F * unit; };
  const auto colour = [&](Direction which) { return isMarked(which) ? theme.primary : theme.line; };
  const float up = half(Direction::Ascending);
  page.draw().AddTriangleFilled({at.x - up, at.y - unit}, {at.x, at.y - unit - 1.5F * up},
                                {at.x + up, at.y - unit}, colour(Direction::Ascending));
  const float down = half(Direction::Descending);
  page.draw().AddTriangleFilled({at.x - down, at.y + unit}, {at.x + down, at.y + unit},
                                {at.x, at.y + unit + 1.5F * down}, colour(Direction::Descending));
}

std::string headLabel(const TableColumn& column, std::optional<Direction> direction) {
  if (!direction) return column.title;
  const bool up = *direction == Direction::Ascending;
  return filled(up ? tr("{column}, ascending") : tr("{column}, descending"),
                {{"column", column.title}});
}

bool drawSortHead(Page& page, const Rect& place, const TableView& view, std::size_t index) {
  const TableColumn& column = view.columns[index];
  const bool sorted = view.sortedBy == index;
  const auto direction = sorted ? std::optional(view.direction) : std::nullopt;
  bool pressed = false;
  const bool touched = page.touch(place,
                                  {"sort-" + std::to_string(index + 1),
                                   headLabel(column, direction), "button", place, true, sorted},
                                  pressed);
  page.box(place, pressed ? page.theme().card : page.theme().panel,
           sorted ? page.theme().primary : 0);
  Rect inner = place.inset(page.px(kCellInset), 0);
  drawArrows(page, inner.cutRight(page.px(kSortArrows - 1), page.px(1)), direction);
  TextStyle style = cellStyle(column);
  style.face = Face::SemiBold;
  style.shorten = false;
  style.oneLine = true;
  page.label(inner, column.title, style);
  return touched;
}

std::optional<Intent> drawHeads(Page& page, const Rect& row, const TableView& view,
                                const TableColumns& columns) {
  std::optional<Intent> intent;
  for (std::size_t i = 0; i < view.columns.size(); ++i) {
    if (!columns.shows(i)) continue;
    const Rect place = columns.of(row, i);
    const TableColumn& column = view.columns[i];
    if (!column.sortable) {
      TextStyle style = cellStyle(column);
      style.face = Face::SemiBold;
      style.colour = page.theme().textSecondary;
      page.text(place.inset(page.px(kCellInset), 0), column.title, style);
    } else if (drawSortHead(page, place, view, i)) {
      intent = Intent{Intent::Act::Sort, {}, i};
    }
  }
  return intent;
}

std::string rowLabel(const TableRow& row) {
  std::string label;
  for (const std::string& cell : row.cells) {
    if (!cell.empty()) label += (label.empty() ? "" : ", ") + cell;
  }
  return label.empty() ? "-" : label;
}

/// What all rows of a table are drawn with.
struct Rows {
  const TableView& view;
  const TableColumns& columns;
};

void drawCells(Page& page, const Rect& place, const Rows& rows, const TableRow& row) {
  for (std::size_t i = 0; i < row.cells.size() && i < rows.view.columns.size(); ++i) {
    if (!rows.columns.shows(i)) continue;
    Rect cell = rows.columns.of(place, i).inset(page.px(kCellInset), 0);
    if (i == 0 && rows.columns.signs()) {
      const float side = std::min(place.h * 0.64F, page.px(kCellSign));
      drawSign(page,
               cell.cutLeft(page.px(kCellSign), page.px(kCellInset)).inset(0, (cell.h - side) / 2),
               row.sign);
    }
    TextStyle style = cellStyle(rows.view.columns[i]);
    if (i == 0) {
      style.face = Face::SemiBold;
      style.oneLine = true;
    }
    if (row.opens) {
      page.label(cell, row.cells[i], style);
    } else if (!row.cells[i].empty()) {
      page.text(cell, row.cells[i], style);
    }
  }
}

bool drawRow(Page& page, const Rect& place, const Rows& rows, std::size_t index) {
  const TableRow& row = rows.view.rows[index];
  bool pressed = false;
  bool touched = false;
  if (row.opens) {
    touched = page.touch(
        place, {"row-" + std::to_string(index + 1), rowLabel(row), "button", place, true, false},
        pressed);
    page.box(place, pressed ? page.theme().panel : page.theme().card, page.theme().line);
  } else {
    drawCard(page, place);
  }
  drawCells(page, place, rows, row);
  return touched;
}

/// Rows that the page has room for, also where it is the last one and shorter: the foot stays where
/// it is.
float rowPlaces(const TableView& view, const SeenRows& seen) {
  const bool pages = view.page.pages > 1;
  const std::size_t rows = pages ? static_cast<std::size_t>(view.perPage) : seen.all;
  return static_cast<float>(std::max<std::size_t>(1, std::min(rows, seen.most)));
}

/// What each row has of `room` at the most.
float rowShare(const Page& page, float room, const TableView& view, const SeenRows& seen) {
  const float places = rowPlaces(view, seen);
  return (room - page.px(kRowGap) * (places - 1)) / places;
}

/// Where a row has one line, its texts are shortened rather than broken.
bool hasOneLine(const Page& page, float height) {
  return height < 2.35F * page.metrics().textPx(TextSize::Small);
}

/// As high as a row may be: a list of one page, whose foot never moves, may have all of its texts.
float tallestRow(const Page& page, const Rect& row, const Rows& rows) {
  float height = page.px(kTallestRow);
  if (rows.view.page.pages > 1) return height;
  for (const TableRow& each : rows.view.rows) {
    for (std::size_t i = 1; i < std::min(each.cells.size(), rows.view.columns.size()); ++i) {
      if (!rows.columns.shows(i)) continue;
      const float width = rows.columns.of(row, i).w - 2 * page.px(kCellInset);
      const float words = page.textHeight(width, each.cells[i], cellStyle(rows.view.columns[i]));
      height = std::max(height, words + page.px(3));
    }
  }
  return height;
}

std::optional<Intent> drawRows(Page& page, const Rect& area, const Rows& rows, const SeenRows& seen,
                               float height) {
  std::optional<Intent> intent;
  const TableView& view = rows.view;
  if (view.rows.empty()) {
    page.text(area.inset(page.px(kCellInset), page.px(4)), view.whenEmpty,
              {TextSize::Body, Face::Regular, page.theme().textSecondary});
    return intent;
  }
  const float gap = page.px(kRowGap);
  float y = area.y;
  for (std::size_t i = seen.first; i < seen.end(); ++i) {
    if (drawRow(page, {area.x, y, area.w, height}, rows, i)) {
      intent = Intent{Intent::Act::Open, {}, i};
    }
    y += height + gap;
  }
  return intent;
}

bool anySortable(const TableView& view) {
  return std::any_of(view.columns.begin(), view.columns.end(),
                     [](const TableColumn& column) { return column.sortable; });
}

float headHeight(const Page& page, const TableView& view) {
  return page.px(anySortable(view) ? kTarget + kRowGap : 10.0F);
}

/// How many rows have room above the foot, in what heads and foot share with them.
std::size_t rowsWithRoom(const Page& page, const Rect& area, const TableView& view, bool part) {
  const float room = area.h - tableFootHeight(page, area.w, view, part);
  const float rows = (room + page.px(kRowGap) + 1) / page.px(kTarget + kRowGap);
  return static_cast<std::size_t>(std::max(1.0F, rows));
}

}  // namespace

float tableHeight(const Page& page, float width, const TableView& view, std::size_t rows) {
  const auto count = static_cast<float>(std::max<std::size_t>(1, rows));
  return headHeight(page, view) + count * page.px(kTarget + kRowGap) - page.px(kRowGap) +
         tableFootHeight(page, width, view, rows < view.rows.size());
}

std::optional<Intent> drawTable(Page& page, const Rect& area, const TableView& view) {
  Rect rest = area;
  Rect heads = rest.cutTop(headHeight(page, view));
  if (anySortable(view)) heads.h = page.px(kTarget);
  std::size_t most = rowsWithRoom(page, rest, view, false);
  if (view.rows.size() > most) most = rowsWithRoom(page, rest, view, true);
  const SeenRows seen = seenRows(page, view, most);
  const float footHeight = tableFootHeight(page, area.w, view, seen.part());
  const float gap = page.px(kRowGap);
  const float share = rowShare(page, rest.h - footHeight, view, seen);
  const TableColumns columns(page, area, view, hasOneLine(page, share));
  const Rows rows{view, columns};
  const float height = std::min(share, tallestRow(page, area, rows));
  const float all = rowPlaces(view, seen) * (height + gap) - gap;
  std::optional<Intent> intent = drawHeads(page, heads, view, columns);
  if (footHeight > 0) {
    Rect foot = rest.cutBottom(footHeight - page.px(kGap), page.px(kGap));
    if (!view.rows.empty()) foot.y = std::min(foot.y, rest.y + all + page.px(kGap));
    if (auto touched = drawTableFoot(page, foot, view, seen)) intent = touched;
  }
  const Page::Flick way = page.flick({rest.x, rest.y, rest.w, std::min(rest.h, all)});
  const int before = page.draw().VtxBuffer.Size;
  if (auto opened = drawRows(page, rest, rows, seen, height)) intent = opened;
  moveRows(page, before);
  if (auto turned = turnRows(page, view, seen, way)) intent = turned;
  return intent;
}

}  // namespace hallpass
