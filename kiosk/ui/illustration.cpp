#include <cmath>
#include <cstdint>

#include "kiosk/ui/parts.h"

namespace hallpass {
namespace {

/// Draws on a card of 100 x 140 that hangs a little askew in the middle of an area.
class CardPen {
 public:
  CardPen(ImDrawList& draw, const Rect& area)
      : draw_(draw), centre_(area.centre()), scale_(std::min(area.w / 132.0F, area.h / 168.0F)) {}

  void box(const Rect& box, ImU32 colour, float corner = 0) {
    draw_.PathClear();
    if (corner <= 0) {
      for (const ImVec2 point :
           {ImVec2{box.x, box.y}, ImVec2{box.x + box.w, box.y},
            ImVec2{box.x + box.w, box.y + box.h}, ImVec2{box.x, box.y + box.h}}) {
        draw_.PathLineTo(at(point));
      }
    } else {
      arc({box.x + corner, box.y + corner}, corner, 180);
      arc({box.x + box.w - corner, box.y + corner}, corner, 270);
      arc({box.x + box.w - corner, box.y + box.h - corner}, corner, 0);
      arc({box.x + corner, box.y + box.h - corner}, corner, 90);
    }
    draw_.PathFillConvex(colour);
  }
  void disc(ImVec2 point, float radius, ImU32 colour) {
    draw_.AddCircleFilled(at(point), radius * scale_, colour);
  }
  void strap(ImVec2 from, ImVec2 to, ImU32 colour) {
    draw_.AddLine(at(from), at(to), colour, 7 * scale_);
  }

 private:
  static constexpr float kTilt = -0.09F;

  void arc(ImVec2 centre, float radius, int fromDegrees) {
    for (int step = 0; step <= 6; ++step) {
      const float angle = static_cast<float>(fromDegrees + step * 15) * 3.14159F / 180.0F;
      draw_.PathLineTo(
          at({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)}));
    }
  }
  [[nodiscard]] ImVec2 at(ImVec2 point) const {
    const float x = (point.x - 50) * scale_;
    const float y = (point.y - 66) * scale_;
    return {centre_.x + x * std::cos(kTilt) - y * std::sin(kTilt),
            centre_.y + x * std::sin(kTilt) + y * std::cos(kTilt)};
  }

  ImDrawList& draw_;
  ImVec2 centre_;
  float scale_;
};

/// Squares that look like a code and are none: no reader takes them, and they hold nothing.
void drawPattern(CardPen& pen, ImU32 colour) {
  constexpr std::uint16_t rows[] = {0x1D7, 0x0AD, 0x1B2, 0x06B, 0x1D5, 0x12E, 0x0F3};
  for (int y = 0; y < 7; ++y) {
    for (int x = 0; x < 9; ++x) {
      if (((rows[y] >> x) & 1U) == 0) continue;
      pen.box({28 + static_cast<float>(x) * 5, 84 + static_cast<float>(y) * 5, 4.4F, 4.4F}, colour,
              1);
    }
  }
}

}  // namespace

void drawPassIllustration(Page& page, const Rect& area) {
  const Theme& theme = page.theme();
  page.box(area, theme.panel);
  page.draw().PushClipRect(area.min(), area.max(), true);
  CardPen pen(page.draw(), area);
  pen.strap({-30, -90}, {46, 4}, theme.accent);
  pen.strap({130, -90}, {54, 4}, theme.accent);
  pen.box({3, 6, 100, 138}, theme.disabled, 9);
  pen.box({0, 0, 100, 138}, theme.card, 9);
  pen.box({0, 0, 100, 34}, theme.primary, 9);
  pen.box({0, 20, 100, 14}, theme.primary);
  pen.box({38, 7, 24, 7}, theme.panel, 3.4F);
  pen.disc({50, 50}, 19, theme.card);
  pen.disc({50, 50}, 16, theme.accent);
  pen.disc({50, 45.5F}, 5.4F, theme.onAccent);
  pen.box({40.5F, 52.5F, 19, 8.6F}, theme.onAccent, 4.2F);
  pen.box({20, 72, 60, 5}, theme.panel, 2.4F);
  drawPattern(pen, theme.text);
  pen.box({20, 124, 60, 5}, theme.panel, 2.4F);
  page.draw().PopClipRect();
}

}  // namespace hallpass
