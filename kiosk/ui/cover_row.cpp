#include "kiosk/ui/cover_row.h"

#include <algorithm>

namespace hallpass {
namespace {

constexpr float kNarrowestTicket = 4.0F;  ///< In units.

/// The line along which a ticket is torn.
void drawTear(Page& page, const Rect& area) {
  const float side = std::max(1.0F, page.px(0.8F));
  const float x = area.x + area.w - std::min(area.w * 0.3F, page.px(3.5F));
  for (float y = area.y + side; y + side <= area.y + area.h; y += 2 * side) {
    page.draw().AddRectFilled({x, y}, {x + side, y + side}, page.theme().onPrimary);
  }
}

void drawSignOn(Page& page, const Rect& area) {
  const float side = std::min(area.w, area.h) * 0.8F;
  page.icon({area.centre().x - side / 2, area.centre().y - side / 2, side, side}, Icon::Exclamation,
            page.theme().onAccent);
}

}  // namespace

void drawCover(Page& page, const Rect& area, Cover cover) {
  const Theme& theme = page.theme();
  const bool wide = area.w >= page.px(kNarrowestTicket);
  if (cover == Cover::Code) {
    page.draw().AddRectFilled(area.min(), area.max(), theme.primary, page.px(1));
    if (wide) drawTear(page, area);
    return;
  }
  page.draw().AddRectFilled(area.min(), area.max(), theme.accent);
  page.draw().AddRect(area.min(), area.max(), theme.onAccent, 0, 0, std::max(1.0F, page.px(0.6F)));
  if (wide) drawSignOn(page, area);
}

void drawCoverRow(Page& page, const Rect& area, std::int64_t students, std::int64_t missing,
                  float gap) {
  const std::int64_t covered = std::max<std::int64_t>(0, students - missing);
  const auto count = static_cast<std::size_t>(std::max<std::int64_t>(1, students));
  if (area.column(0, count, gap).w >= page.px(kNarrowestTicket)) {
    for (std::int64_t i = 0; i < students; ++i) {
      drawCover(page, area.column(static_cast<std::size_t>(i), count, gap),
                i < covered ? Cover::Code : Cover::Missing);
    }
    return;
  }
  Rect rest = area;
  const float least = std::min(page.px(6), area.w / 2);  // what is there is seen
  const float share = static_cast<float>(covered) / static_cast<float>(count);
  if (missing == 0) return drawCover(page, rest, Cover::Code);
  if (covered > 0) {
    const float width = std::clamp(area.w * share, least, area.w - least);
    drawCover(page, rest.cutLeft(width, page.px(1)), Cover::Code);
  }
  drawCover(page, rest, Cover::Missing);
}

}  // namespace hallpass
