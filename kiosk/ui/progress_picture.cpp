#include "kiosk/ui/progress_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

constexpr float kBar = 13.0F;
constexpr float kLegend = 13.0F;
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
  const float gap = page.px(0.8F);
  if (bar.column(0, students, gap).w < page.px(kNarrowestCell)) return false;
  std::size_t at = 0;
  for (const State state : kStates) {
    for (std::int64_t i = 0; i < numberOf(figures, state) && at < students; ++i) {
      fill(page, bar.column(at++, students, gap), state);
    }
  }
  return true;
}

/// A stretch for each state.
void drawStretches(Page& page, Rect bar, const ClassFigures& figures) {
  const float gap = page.px(1);
  const float least = page.px(6);  // what is there is seen
  float some = 0;
  for (const State state : kStates) some += numberOf(figures, state) > 0 ? 1.0F : 0.0F;
  const float room = bar.w - gap * (some - 1) - least * some;
  const auto students = static_cast<float>(figures.students);
  for (const State state : kStates) {
    const std::int64_t number = numberOf(figures, state);
    if (number == 0) continue;
    fill(page, bar.cutLeft(least + room * static_cast<float>(number) / students, gap), state);
  }
}

void drawLegend(Page& page, const Rect& area, const ClassFigures& figures, State state) {
  Rect rest = area;
  const float side = page.px(8);
  fill(page, rest.cutLeft(side, page.px(3)).square(), state);
  const std::string number = std::to_string(numberOf(figures, state));
  const TextStyle large{TextSize::Heading, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  page.text(rest.cutLeft(page.textWidth(number, large), page.px(2.5F)), number, large);
  page.text(
      rest, wordOf(state),
      {TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Left, Down::Middle});
}

std::size_t legendColumns(const Page& page, float width) {
  return width >= page.px(200) ? kStates.size() : 2;
}

}  // namespace

float progressPictureHeight(const Page& page, float width) {
  const std::size_t rows = kStates.size() / legendColumns(page, width);
  return page.px(kBar + 2 + static_cast<float>(rows) * kLegend);
}

void drawProgressPicture(Page& page, const Rect& area, const ClassFigures& figures) {
  Rect rest = area;
  const Rect bar = rest.cutTop(page.px(kBar), page.px(2));
  if (figures.students > 0 && !drawCells(page, bar, figures)) drawStretches(page, bar, figures);
  const std::size_t columns = legendColumns(page, area.w);
  const std::size_t rows = kStates.size() / columns;
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    const Rect place = rest.row(i / columns, rows, 0).column(i % columns, columns, page.px(3));
    drawLegend(page, place, figures, kStates[i]);
  }
}

}  // namespace hallpass
