#include "kiosk/ui/progress_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/cover_row.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;
using platform::trn;

/// Of what stands below each other, in units.
struct Heights {
  float bar;
  float cover;  ///< The codes below those who need one.
  float legend;
};
constexpr Heights kRoomyHeights{13, 8, 13};
constexpr Heights kDenseHeights{10, 6.5F, 9.5F};

constexpr float kUnderBar = 1.5F;  ///< Between the two.
constexpr float kCellGap = 0.8F;
constexpr float kNarrowestCell = 4.0F;  ///< Of one student.

enum class State : std::uint8_t { Worked, HasCode, Stuck, NotYet };
constexpr std::array kStates{State::Worked, State::HasCode, State::Stuck, State::NotYet};

/// Stands beside the number of them.
std::string_view wordOf(State state) {
  switch (state) {
    case State::Worked:
      // TRANSLATORS: stands after a number of students: "12 worked"
      return tr("worked");
    case State::HasCode:
      // TRANSLATORS: stands after a number of students: "5 have a code"
      return tr("have a code");
    case State::Stuck:
      // TRANSLATORS: stands after a number of students: "2 stuck"
      return tr("stuck");
    case State::NotYet:
      break;
  }
  // TRANSLATORS: stands after a number of students, who took no code yet: "9 not yet"
  return tr("not yet");
}

std::int64_t numberOf(const ClassFigures& figures, State state) {
  switch (state) {
    case State::Worked:
      return figures.worked;
    case State::HasCode:
      return figures.silent;
    case State::Stuck:
      return figures.stuck;
    case State::NotYet:
      break;
  }
  return figures.without;
}

void hatch(Page& page, const Rect& area, ImU32 colour) {
  const float step = page.px(3);
  page.draw().PushClipRect(area.min(), area.max(), true);
  const int lines = static_cast<int>((area.w + area.h) / step) + 1;
  for (int line = 0; line < lines; ++line) {
    const float x = area.x - area.h + static_cast<float>(line) * step;
    page.draw().AddLine({x, area.y + area.h}, {x + area.h, area.y}, colour, page.px(0.9F));
  }
  page.draw().PopClipRect();
}

/// Solid, hatched, bright with a dark edge, and empty.
void fill(Page& page, const Rect& area, State state) {
  const Theme& theme = page.theme();
  const float edge = std::max(1.0F, page.px(0.6F));
  switch (state) {
    case State::Worked:
      return page.draw().AddRectFilled(area.min(), area.max(), theme.primary);
    case State::HasCode:
      page.draw().AddRectFilled(area.min(), area.max(), theme.card);
      hatch(page, area, theme.primary);
      return page.draw().AddRect(area.min(), area.max(), theme.primary, 0, 0, edge);
    case State::Stuck:
      page.draw().AddRectFilled(area.min(), area.max(), theme.accent);
      page.draw().AddRect(area.min(), area.max(), theme.onAccent, 0, 0, edge);
      if (area.w >= page.px(kNarrowestCell)) {
        const float side = std::min(area.w, area.h) * 0.7F;
        page.icon({area.centre().x - side / 2, area.centre().y - side / 2, side, side},
                  Icon::Exclamation, theme.onAccent);
      }
      return;
    case State::NotYet:
      page.draw().AddRectFilled(area.min(), area.max(), theme.card);
      return page.draw().AddRect(area.min(), area.max(), theme.line, 0, 0, edge);
  }
}

/// A cell for each student, where they are wide enough to be seen.
bool drawCells(Page& page, const Rect& bar, const ClassFigures& figures) {
  const auto students = static_cast<std::size_t>(figures.students);
  const float gap = page.px(kCellGap);
  if (bar.column(0, students, gap).w < page.px(kNarrowestCell)) return false;
  std::size_t at = 0;
  for (const State state : kStates) {
    for (std::int64_t i = 0; i < numberOf(figures, state) && at < students; ++i) {
      fill(page, bar.column(at++, students, gap), state);
    }
  }
  return true;
}

/// A stretch for each state; answers the last one.
Rect drawStretches(Page& page, Rect bar, const ClassFigures& figures) {
  const float gap = page.px(1);
  const float least = page.px(6);  // what is there is seen
  float some = 0;
  for (const State state : kStates) some += numberOf(figures, state) > 0 ? 1.0F : 0.0F;
  const float room = bar.w - gap * (some - 1) - least * some;
  const auto students = static_cast<float>(figures.students);
  Rect last;
  for (const State state : kStates) {
    const std::int64_t number = numberOf(figures, state);
    if (number == 0) continue;
    last = bar.cutLeft(least + room * static_cast<float>(number) / students, gap);
    fill(page, last, state);
  }
  return last;
}

/// Draws the bar; answers the part of it in which those stand who have no code yet.
Rect drawBar(Page& page, const Rect& bar, const ClassFigures& figures) {
  if (!drawCells(page, bar, figures)) return drawStretches(page, bar, figures);
  const auto students = static_cast<std::size_t>(figures.students);
  const auto first = static_cast<std::size_t>(figures.students - figures.without);
  const float left = bar.column(std::min(first, students - 1), students, page.px(kCellGap)).x;
  return {left, bar.y, bar.x + bar.w - left, bar.h};
}

/// What a number below the bar counts, and its word.
struct Entry {
  std::function<void(const Rect&)> draw;
  std::int64_t number = 0;
  std::string word;
};

const Heights& heightsOf(const ProgressPicture& picture) {
  return picture.dense ? kDenseHeights : kRoomyHeights;
}

bool showsStock(const ProgressPicture& picture) {
  return picture.stock && picture.figures.without > 0;
}

std::vector<Entry> statesOf(Page& page, const ClassFigures& figures) {
  std::vector<Entry> entries;
  entries.reserve(kStates.size());
  for (const State state : kStates) {
    entries.push_back({[&page, state](const Rect& area) { fill(page, area, state); },
                       numberOf(figures, state), std::string(wordOf(state))});
  }
  return entries;
}

std::vector<Entry> stockOf(Page& page, const ProgressPicture& picture) {
  if (!showsStock(picture)) return {};
  const auto cover = [&page](Cover each) {
    return [&page, each](const Rect& area) {
      const float height = std::min(area.h, page.px(6.4F));
      drawCover(page, area.inset(0, (area.h - height) / 2), each);
    };
  };
  // TRANSLATORS: stands after a number of codes: "17 in stock"
  std::vector<Entry> entries{{cover(Cover::Code), picture.stock->inStock, tr("in stock")}};
  if (const std::int64_t missing = shortBy(picture.figures, *picture.stock); missing > 0) {
    // TRANSLATORS: stands after a number of codes that are missing: "3 short"
    entries.push_back({cover(Cover::Missing), missing, trn("short", "short", missing)});
  }
  return entries;
}

void drawEntry(Page& page, const Rect& area, const Entry& entry) {
  Rect rest = area;
  const float side = page.px(8);
  entry.draw(rest.cutLeft(side, page.px(3)).square());
  const std::string number = std::to_string(entry.number);
  const TextStyle large{TextSize::Heading, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  page.text(rest.cutLeft(page.textWidth(number, large), page.px(2.5F)), number, large);
  page.text(
      rest, entry.word,
      {TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Left, Down::Middle});
}

/// What stands below the bar: the states beside each other, the stock in rows of its own unless all
/// have room.
struct Legend {
  std::size_t columns = 0;
  std::size_t rows = 0;
  float rowHeight = 0;
};

Legend legendOf(const Page& page, float width, const ProgressPicture& picture) {
  std::size_t all = kStates.size();
  if (showsStock(picture)) all += shortBy(picture.figures, *picture.stock) > 0 ? 2 : 1;
  Legend legend{2, 0, page.px(heightsOf(picture).legend)};
  if (width >= page.px(200)) legend.columns = kStates.size();
  if (width >= page.px(320)) legend.columns = all;
  legend.rows = (all + legend.columns - 1) / legend.columns;
  return legend;
}

}  // namespace

float progressPictureHeight(const Page& page, float width, const ProgressPicture& picture) {
  const Legend legend = legendOf(page, width, picture);
  const Heights& heights = heightsOf(picture);
  const float bars = heights.bar + (showsStock(picture) ? kUnderBar + heights.cover : 0) + 2;
  return page.px(bars) + static_cast<float>(legend.rows) * legend.rowHeight;
}

void drawProgressPicture(Page& page, const Rect& area, const ProgressPicture& picture) {
  if (picture.figures.students == 0) return;
  Rect rest = area;
  const bool stock = showsStock(picture);
  const Heights& heights = heightsOf(picture);
  const Rect bar = rest.cutTop(page.px(heights.bar), page.px(stock ? kUnderBar : 2));
  const Rect waiting = drawBar(page, bar, picture.figures);
  if (stock) {
    const Rect row = rest.cutTop(page.px(heights.cover), page.px(2));
    drawCoverRow(page, {waiting.x, row.y, waiting.w, row.h}, picture.figures.without,
                 shortBy(picture.figures, *picture.stock), page.px(kCellGap));
  }
  const Legend legend = legendOf(page, area.w, picture);
  std::vector<Entry> entries = statesOf(page, picture.figures);
  for (Entry& entry : stockOf(page, picture)) entries.push_back(std::move(entry));
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Rect place = rest.row(i / legend.columns, legend.rows, 0)
                           .column(i % legend.columns, legend.columns, page.px(3));
    drawEntry(page, place, entries[i]);
  }
}

}  // namespace hallpass
