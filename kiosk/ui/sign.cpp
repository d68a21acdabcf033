#include "kiosk/ui/sign.h"

#include <algorithm>
#include <cmath>

namespace hallpass {
namespace {

constexpr float kSignSide = 9.0F;  ///< Beside a text, in units.
constexpr float kSignGap = 4.0F;

void fillOctagon(Page& page, const Rect& square, ImU32 colour) {
  page.draw().PathClear();
  for (int corner = 0; corner < 8; ++corner) {
    const float angle = (static_cast<float>(corner) + 0.5F) * 3.14159F / 4.0F;
    page.draw().PathLineTo({square.centre().x + square.w * 0.53F * std::cos(angle),
                            square.centre().y + square.w * 0.53F * std::sin(angle)});
  }
  page.draw().PathFillConvex(colour);
}

void drawTriangle(Page& page, const Rect& square) {
  const Theme& theme = page.theme();
  const ImVec2 top{square.centre().x, square.y};
  const ImVec2 right{square.x + square.w, square.y + square.h * 0.94F};
  const ImVec2 left{square.x, square.y + square.h * 0.94F};
  page.draw().AddTriangleFilled(top, right, left, theme.accent);
  page.draw().AddTriangle(top, right, left, theme.onAccent, std::max(1.0F, square.w * 0.07F));
  const float side = square.w * 0.56F;
  page.icon({square.centre().x - side / 2, square.y + square.h * 0.34F, side, side},
            Icon::Exclamation, theme.onAccent);
}

float signWidth(const Page& page, Sign sign) {
  return sign == Sign::None ? 0 : page.px(kSignSide + kSignGap);
}

}  // namespace

void drawSign(Page& page, const Rect& area, Sign sign) {
  const Theme& theme = page.theme();
  const Rect square = area.square();
  switch (sign) {
    case Sign::None:
      return;
    case Sign::Good:
      page.draw().AddCircleFilled(square.centre(), square.w / 2, theme.primary);
      return page.icon(square.inset(square.w * 0.24F), Icon::Tick, theme.onPrimary);
    case Sign::Attention:
      return drawTriangle(page, square);
    case Sign::Bad:
      fillOctagon(page, square, theme.bad);
      return page.icon(square.inset(square.w * 0.26F), Icon::Cross, theme.onBad);
    case Sign::Waiting:
      return page.icon(square, Icon::Clock, theme.textSecondary);
  }
}

float drawSigned(Page& page, const Rect& area, Sign sign, std::string_view text, TextStyle style) {
  Rect rest = area;
  if (sign != Sign::None) {
    const float side = std::min(page.px(kSignSide), area.h);
    const float line = std::min(area.h, page.textHeight(1e6F, "X", style));
    const Rect place = rest.cutLeft(side, page.px(kSignGap));
    const float top = style.down == Down::Middle ? (area.h - side) / 2 : (line - side) / 2;
    drawSign(page, {place.x, std::max(area.y, area.y + top), side, side}, sign);
  }
  return page.text(rest, text, style);
}

float signedHeight(const Page& page, float width, Sign sign, std::string_view text,
                   const TextStyle& style) {
  const float lines = page.textHeight(width - signWidth(page, sign), text, style);
  return sign == Sign::None ? lines : std::max(lines, page.px(kSignSide));
}

}  // namespace hallpass
