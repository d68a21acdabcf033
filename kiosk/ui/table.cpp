#include "kiosk/ui/table.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/choice.h"
#include "kiosk/ui/sign.h"
#include "kiosk/ui/table_columns.h"

namespace hallpass {
namespace {

constexpr float kRowGap = 2.6F;  ///< Still 2.54 (VVSG 7.2-I); a list is dense.
constexpr float kTallestRow = 17.0F;
constexpr float kArrow = 14.0F;       ///< Width of what turns a page.
constexpr float kCountWidth = 52.0F;  ///< Of the page count between them.
constexpr float kPerPage = 16.0F;

TextStyle cellStyle(const TableColumn& column) {
  TextStyle style{TextSize::Small, Face::Regular, 0, Across::Left, Down::Middle};
  style.shorten = true;
  if (column.number) style.across = Across::Right;
  return style;
}

bool anySortable(const TableView& view) {
  return std::any_of(view.columns.begin(), view.columns.end(),
                     [](const TableColumn& column) { return column.sortable; });
}

/// Nothing to turn, and nothing more to see on a longer page.
bool needsFoot(const TableView& view) {
  return view.page.pages > 1 || view.perPage != kRecordsPerPage.front() || anySortable(view);
}

/// Both directions; the one that counts is larger and dark.
void drawArrows(Page& page, const Rect& area, std::optional<Direction> direction) {
  const Theme& theme = page.theme();
  const ImVec2 at = area.centre();
  const float unit = page.px(1);
  const auto half = [&](Direction which) { return direction == which ? 2.6F * unit : 1.7F * unit; };
  const auto colour = [&](Direction which) {
    return direction == which ? theme.primary : theme.line;
  };
  const float up = half(Direction::Ascending);
  page.draw().AddTriangleFilled({at.x - up, at.y - unit}, {at.x, at.y - unit - 1.5F * up},
                                {at.x + up, at.y - unit}, colour(Direction::Ascending));
  const float down = half(Direction::Descending);
  page.draw().AddTriangleFilled({at.x - down, at.y + unit}, {at.x + down, at.y + unit},
                                {at.x, at.y + unit + 1.5F * down}, colour(Direction::Descending));
}

std::string headLabel(const TableColumn& column, std::optional<Direction> direction) {
  if (!direction) return column.title;
  return column.title + (*direction == Direction::Ascending ? ", ascending" : ", descending");
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
    Rect cell = rows.columns.of(place, i).inset(page.px(kCellInset), 0);
    if (i == 0 && rows.columns.signs()) {
      const float side = std::min(place.h * 0.64F, page.px(kCellSign));
      drawSign(page,
               cell.cutLeft(page.px(kCellSign), page.px(kCellInset)).inset(0, (cell.h - side) / 2),
               row.sign);
    }
    TextStyle style = cellStyle(rows.view.columns[i]);
    if (i == 0) style.face = Face::SemiBold;
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
    page.box(place, page.theme().card);
  }
  drawCells(page, place, rows, row);
  return touched;
}

/// The rows of the page that are seen.
struct Seen {
  std::size_t first = 0;
  std::size_t most = 1;  ///< That have room at once.
  std::size_t all = 0;

  [[nodiscard]] std::size_t end() const { return std::min(all, first + most); }
  [[nodiscard]] bool part() const { return all > most; }
};

Seen seenRows(Page& page, const TableView& view, float height) {
  Seen seen;
  seen.all = view.rows.size();
  const float each = page.px(kTarget + kRowGap);
  seen.most =
      std::max<std::size_t>(1, static_cast<std::size_t>((height + page.px(kRowGap) + 1) / each));
  int& first = page.kept("first");
  int& ofPage = page.kept("of-page");
  int& fromEnd = page.kept("from-end");
  if (ofPage != view.page.page * 1000 + view.perPage) {
    ofPage = view.page.page * 1000 + view.perPage;
    first =
        fromEnd != 0 && seen.all > 0 ? static_cast<int>((seen.all - 1) / seen.most * seen.most) : 0;
    fromEnd = 0;
  }
  if (static_cast<std::size_t>(first) >= seen.all) first = 0;
  seen.first = static_cast<std::size_t>(first);
  return seen;
}

/// The same on the last page, which may be shorter.
float rowPlaces(const TableView& view, const Seen& seen) {
  const bool pages = view.page.pages > 1;
  const std::size_t rows = pages ? static_cast<std::size_t>(view.perPage) : seen.all;
  return static_cast<float>(std::max<std::size_t>(1, std::min(rows, seen.most)));
}

float rowHeight(const Page& page, float room, const TableView& view, const Seen& seen) {
  const float places = rowPlaces(view, seen);
  return std::min(page.px(kTallestRow), (room - page.px(kRowGap) * (places - 1)) / places);
}

std::optional<Intent> drawRows(Page& page, const Rect& area, const Rows& rows, const Seen& seen) {
  std::optional<Intent> intent;
  const TableView& view = rows.view;
  if (view.rows.empty()) {
    page.text(area.inset(page.px(kCellInset), page.px(4)), view.whenEmpty,
              {TextSize::Body, Face::Regular, page.theme().textSecondary});
    return intent;
  }
  const float gap = page.px(kRowGap);
  const float height = rowHeight(page, area.h, view, seen);
  float y = area.y;
  for (std::size_t i = seen.first; i < seen.end(); ++i) {
    if (drawRow(page, {area.x, y, area.w, height}, rows, i)) {
      intent = Intent{Intent::Act::Open, {}, i};
    }
    y += height + gap;
  }
  return intent;
}

/// The arrows go through the rows that have no room first, then through the pages.
std::optional<Intent> turn(Page& page, const Seen& seen, bool forward) {
  int& first = page.kept("first");
  const int step = static_cast<int>(seen.most);
  if (forward && seen.end() < seen.all) {
    first += step;
    return std::nullopt;
  }
  if (!forward && seen.first > 0) {
    first = std::max(0, first - step);
    return std::nullopt;
  }
  page.kept("from-end") = forward ? 0 : 1;
  return Intent{Intent::Act::Turn, {}, forward ? 1U : 0U};
}

std::string countWords(const TableView& view, const Seen& seen) {
  std::string words =
      "Page " + std::to_string(view.page.page) + " of " + std::to_string(view.page.pages);
  if (seen.part()) {
    words += "\nrows " + std::to_string(seen.first + 1) + "-" + std::to_string(seen.end()) +
             " of " + std::to_string(seen.all);
  }
  return words;
}

std::optional<Intent> drawPager(Page& page, Rect row, const TableView& view, const Seen& seen) {
  std::optional<Intent> intent;
  const bool back = view.page.page > 1 || seen.first > 0;
  const bool forward = view.page.page < view.page.pages || seen.end() < seen.all;
  const Rect left = row.cutLeft(page.px(kArrow), page.px(2));
  const Rect right = row.cutRight(page.px(kArrow), page.px(2));
  if (page.iconButton(left, {"page-back", "Page back", ButtonKind::Secondary, back}, Icon::Back)) {
    intent = turn(page, seen, false);
  }
  page.text(row, countWords(view, seen),
            {TextSize::Small, Face::Regular, 0, Across::Centre, Down::Middle});
  if (page.iconButton(right, {"page-forward", "Page forward", ButtonKind::Secondary, forward},
                      Icon::Forward)) {
    intent = turn(page, seen, true);
  }
  return intent;
}

std::optional<Intent> drawPerPage(Page& page, Rect row, const TableView& view) {
  std::optional<Intent> intent;
  const std::size_t count = kRecordsPerPage.size();
  Rect choices = row.cutRight(
      page.px(kPerPage * static_cast<float>(count) + kGap * static_cast<float>(count - 1)),
      page.px(kGap));
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(kRecordsPerPage[i]);
    const Rect place = choices.column(i, count, page.px(kGap));
    const bool chosen = kRecordsPerPage[i] == view.perPage;
    if (drawChoice(page, place,
                   {"per-page-" + number, number, number + " records per page", chosen})) {
      intent = Intent{Intent::Act::PerPage, {}, i};
    }
  }
  if (row.w > page.px(20)) {
    page.text(
        row, "Records per page",
        {TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Right, Down::Middle});
  }
  return intent;
}

bool footInTwoRows(const Page& page, float width) { return width < page.px(190); }

float footHeight(const Page& page, float width, const TableView& view) {
  if (!needsFoot(view)) return 0;
  return footInTwoRows(page, width) ? page.px(2 * kTarget + 2 * kGap) : page.px(kTarget + kGap);
}

float headHeight(const Page& page, const TableView& view) {
  return page.px(anySortable(view) ? kTarget + kRowGap : 10.0F);
}

}  // namespace

float tableHeight(const Page& page, float width, const TableView& view, std::size_t rows) {
  const auto count = static_cast<float>(std::max<std::size_t>(1, rows));
  return headHeight(page, view) + count * page.px(kTarget + kRowGap) - page.px(kRowGap) +
         footHeight(page, width, view);
}

std::optional<Intent> drawTable(Page& page, const Rect& area, const TableView& view) {
  Rect rest = area;
  std::optional<Intent> intent;
  const TableColumns columns(page, area, view);
  Rect heads = rest.cutTop(headHeight(page, view));
  if (anySortable(view)) heads.h = page.px(kTarget);
  if (auto sorted = drawHeads(page, heads, view, columns)) intent = sorted;
  Seen seen = seenRows(page, view, rest.h - footHeight(page, area.w, view));
  if (needsFoot(view) || seen.part()) {
    const bool two = footInTwoRows(page, area.w);
    const float line = page.px(seen.part() ? 16.0F : kTarget);
    Rect foot = rest.cutBottom(two ? line + page.px(kTarget + kGap) : line, page.px(kGap));
    seen = seenRows(page, view, rest.h);
    if (!view.rows.empty()) {
      const float places = rowPlaces(view, seen);
      const float rows = places * (rowHeight(page, rest.h, view, seen) + page.px(kRowGap));
      foot.y = std::min(foot.y, rest.y + rows + page.px(kGap - kRowGap));
    }
    Rect pager = two ? foot.cutTop(line, page.px(kGap)) : foot;
    const Rect counts = pager.cutLeft(page.px(2 * kArrow + kCountWidth));
    if (auto turned = drawPager(page, counts, view, seen)) intent = turned;
    pager.cutLeft(0, page.px(kGap));
    if (auto chosen = drawPerPage(page, two ? foot : pager, view)) intent = chosen;
  }
  if (auto opened = drawRows(page, rest, {view, columns}, seen)) intent = opened;
  return intent;
}

}  // namespace hallpass
