#include "kiosk/ui/table_foot.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/choice.h"
#include "kiosk/ui/turning.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr float kArrow = 14.0F;       ///< Width of what turns a page.
constexpr float kCountWidth = 52.0F;  ///< Of the page count between them.
constexpr float kPerPage = 16.0F;

/// The arrows go through the rows that have no room first, then through the pages.
std::optional<Intent> turn(Page& page, const SeenRows& seen, bool forward) {
  startTurning(page, forward, true);
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

std::string countWords(const TableView& view, const SeenRows& seen) {
  std::string words = filled(
      tr("Page {page} of {pages}"),
      {{"page", std::to_string(view.page.page)}, {"pages", std::to_string(view.page.pages)}});
  if (!seen.part()) return words;
  return words + "\n" +
         filled(tr("rows {first}-{last} of {all}"), {{"first", std::to_string(seen.first + 1)},
                                                     {"last", std::to_string(seen.end())},
                                                     {"all", std::to_string(seen.all)}});
}

bool hasBefore(const TableView& view, const SeenRows& seen) {
  return view.page.page > 1 || seen.first > 0;
}

bool hasMore(const TableView& view, const SeenRows& seen) {
  return view.page.page < view.page.pages || seen.end() < seen.all;
}

std::optional<Intent> drawPager(Page& page, Rect row, const TableView& view, const SeenRows& seen) {
  std::optional<Intent> intent;
  const bool back = hasBefore(view, seen);
  const bool forward = hasMore(view, seen);
  const Rect left = row.cutLeft(page.px(kArrow), page.px(2));
  const Rect right = row.cutRight(page.px(kArrow), page.px(2));
  if (page.iconButton(left, {"page-back", tr("Page back"), ButtonKind::Secondary, back},
                      Icon::Back)) {
    intent = turn(page, seen, false);
  }
  page.text(row, countWords(view, seen),
            {TextSize::Small, Face::Regular, 0, Across::Centre, Down::Middle});
  if (page.iconButton(right, {"page-forward", tr("Page forward"), ButtonKind::Secondary, forward},
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
                   {"per-page-" + number, number,
                    filled(tr("{number} records per page"), {{"number", number}}), chosen})) {
      intent = Intent{Intent::Act::PerPage, {}, i};
    }
  }
  if (row.w > page.px(20)) {
    page.text(
        row, tr("Records per page"),
        {TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Right, Down::Middle});
  }
  return intent;
}

bool inTwoRows(const Page& page, float width) { return width < page.px(190); }

/// The page count has a second line where it says which rows are seen.
float pagerHeight(const Page& page, bool part) { return page.px(part ? 16.0F : kTarget); }

/// Whether there is anything to turn, to sort, or to see more of on a longer page.
bool needsFoot(const TableView& view, bool part) {
  const bool sorts = std::any_of(view.columns.begin(), view.columns.end(),
                                 [](const TableColumn& column) { return column.sortable; });
  return part || sorts || view.page.pages > 1 || view.perPage != kRecordsPerPage.front();
}

}  // namespace

SeenRows seenRows(Page& page, const TableView& view, std::size_t most) {
  const SeenRows seen{0, std::max<std::size_t>(1, most), view.rows.size()};
  // All are there before one is referred to: a new one moves the others.
  for (const std::string_view key : {"first", "of-page", "from-end"}) (void)page.kept(key);
  int& first = page.kept("first");
  int& ofPage = page.kept("of-page");
  int& fromEnd = page.kept("from-end");
  const int now = view.page.page * 1000 + view.perPage;
  if (ofPage != now) {
    const std::size_t last = seen.all == 0 ? 0 : (seen.all - 1) / seen.most * seen.most;
    first = fromEnd != 0 ? static_cast<int>(last) : 0;
    ofPage = now;
    fromEnd = 0;
  }
  if (static_cast<std::size_t>(first) >= seen.all) first = 0;
  return {static_cast<std::size_t>(first), seen.most, seen.all};
}

std::optional<Intent> turnRows(Page& page, const TableView& view, const SeenRows& seen,
                               Page::Flick way) {
  const bool forward = way == Page::Flick::Forward;
  if (way == Page::Flick::None) return std::nullopt;
  if (forward ? !hasMore(view, seen) : !hasBefore(view, seen)) return std::nullopt;
  auto intent = turn(page, seen, forward);
  startTurning(page, forward, false);  // The rows of this picture are drawn.
  return intent;
}

std::optional<Intent> drawTableFoot(Page& page, const Rect& area, const TableView& view,
                                    const SeenRows& seen) {
  Rect rest = area;
  const bool two = inTwoRows(page, area.w);
  Rect row = two ? rest.cutTop(pagerHeight(page, seen.part()), page.px(kGap)) : rest;
  const Rect pager = row.cutLeft(page.px(2 * kArrow + kCountWidth), page.px(kGap));
  const auto turned = drawPager(page, pager, view, seen);
  const auto chosen = drawPerPage(page, two ? rest : row, view);
  return chosen ? chosen : turned;
}

float tableFootHeight(const Page& page, float width, const TableView& view, bool part) {
  if (!needsFoot(view, part)) return 0;
  const float second = inTwoRows(page, width) ? page.px(kTarget + kGap) : 0;
  return pagerHeight(page, part) + second + page.px(kGap);
}

}  // namespace hallpass
