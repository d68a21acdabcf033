// The signs of the screens, drawn in a square of 24 units with lines of 2.6.
#include <array>
#include <initializer_list>

#include "kiosk/ui/page.h"

namespace hallpass {
namespace {

/// Draws in the 24-unit square that `area` holds.
class Pen {
 public:
  Pen(ImDrawList& draw, const Rect& area, ImU32 colour)
      : draw_(draw), area_(area), scale_(area.w / 24.0F), colour_(colour) {}

  void line(std::initializer_list<ImVec2> points) {
    draw_.PathClear();
    for (const ImVec2& point : points) draw_.PathLineTo(at(point));
    draw_.PathStroke(colour_, 0, width());
    for (const ImVec2& point : points) draw_.AddCircleFilled(at(point), width() / 2, colour_);
  }
  void ring(ImVec2 centre, float radius) {
    draw_.AddCircle(at(centre), radius * scale_, colour_, 0, width());
  }
  void disc(ImVec2 centre, float radius) {
    draw_.AddCircleFilled(at(centre), radius * scale_, colour_);
  }
  void bar(ImVec2 from, ImVec2 to) { draw_.AddRectFilled(at(from), at(to), colour_, scale_); }
  void dome(ImVec2 centre, float radius) {
    draw_.PathClear();
    draw_.PathArcTo(at(centre), radius * scale_, 3.14159F, 6.28318F);
    draw_.PathFillConvex(colour_);
  }
  /// The upper half of a ring.
  void arch(ImVec2 centre, float radius) {
    draw_.PathClear();
    draw_.PathArcTo(at(centre), radius * scale_, 3.14159F, 6.28318F);
    draw_.PathStroke(colour_, 0, width());
  }
  /// Its right half.
  void halfDisc(ImVec2 centre, float radius) {
    draw_.PathClear();
    draw_.PathArcTo(at(centre), radius * scale_, -1.5708F, 1.5708F);
    draw_.PathFillConvex(colour_);
  }

 private:
  [[nodiscard]] ImVec2 at(ImVec2 point) const {
    return {area_.x + point.x * scale_, area_.y + point.y * scale_};
  }
  [[nodiscard]] float width() const { return 2.6F * scale_; }

  ImDrawList& draw_;
  Rect area_;
  float scale_;
  ImU32 colour_;
};

/// Those of the keyboard's keys.
void drawKey(Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::Backspace:
      pen.line({{8, 4}, {22, 4}, {22, 20}, {8, 20}, {2, 12}, {8, 4}});
      pen.line({{11.5F, 9}, {17.5F, 15}});
      pen.line({{17.5F, 9}, {11.5F, 15}});
      break;
    case Icon::Shift:
      pen.line(
          {{12, 3}, {3, 12.5F}, {8, 12.5F}, {8, 21}, {16, 21}, {16, 12.5F}, {21, 12.5F}, {12, 3}});
      break;
    default:
      break;
  }
}

/// Those of the help that needs no PIN.
void drawHelp(Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::RaisedHand:
      pen.disc({10, 8.5F}, 4.0F);
      pen.dome({10, 22}, 8.0F);
      pen.line({{16.5F, 19}, {20.5F, 12}, {20.5F, 3}});
      break;
    case Icon::Letters:
      pen.line({{2, 20}, {7.5F, 4}, {13, 20}});
      pen.line({{4, 15}, {11, 15}});
      pen.line({{16, 20}, {19, 11}, {22, 20}});
      pen.line({{17, 17}, {21, 17}});
      break;
    case Icon::Contrast:
      pen.ring({12, 12}, 9.5F);
      pen.halfDisc({12, 12}, 9.5F);
      break;
    case Icon::Headphones:
      pen.arch({12, 12.5F}, 8.7F);
      pen.line({{3.3F, 12.5F}, {3.3F, 16}});
      pen.line({{20.7F, 12.5F}, {20.7F, 16}});
      pen.bar({2, 14.5F}, {7.5F, 22});
      pen.bar({16.5F, 14.5F}, {22, 22});
      break;
    default:
      break;
  }
}

void drawPadlock(Pen& pen) {
  pen.bar({4.5F, 11}, {19.5F, 21.5F});
  pen.arch({12, 7.3F}, 4.6F);
  pen.line({{7.4F, 11}, {7.4F, 7.3F}});
  pen.line({{16.6F, 11}, {16.6F, 7.3F}});
}

}  // namespace

void Page::icon(const Rect& area, Icon icon, ImU32 colour) {
  Pen pen(*draw_, area, colour);
  switch (icon) {
    case Icon::None:
      break;
    case Icon::Back:
      pen.line({{21, 12}, {4, 12}});
      pen.line({{11, 5}, {4, 12}, {11, 19}});
      break;
    case Icon::Forward:
      pen.line({{3, 12}, {20, 12}});
      pen.line({{13, 5}, {20, 12}, {13, 19}});
      break;
    case Icon::Tick:
      pen.line({{3, 12}, {9.5F, 19}, {21, 5}});
      break;
    case Icon::Pause:
      pen.bar({6, 4}, {10, 20});
      pen.bar({14, 4}, {18, 20});
      break;
    case Icon::Clock:
      pen.ring({12, 12}, 9.5F);
      pen.line({{12, 6}, {12, 12}, {16, 15}});
      break;
    case Icon::Cross:
      pen.line({{5, 5}, {19, 19}});
      pen.line({{19, 5}, {5, 19}});
      break;
    case Icon::Person:
      pen.disc({12, 7.5F}, 4.7F);
      pen.dome({12, 22}, 9.0F);
      break;
    case Icon::Backspace:
    case Icon::Shift:
      drawKey(pen, icon);
      break;
    case Icon::Pen:
      pen.line({{4, 20}, {5.5F, 14}, {16, 3.5F}, {20.5F, 8}, {10, 18.5F}, {4, 20}});
      break;
    case Icon::Padlock:
      drawPadlock(pen);
      break;
    case Icon::Menu:
      pen.line({{4, 6}, {20, 6}});
      pen.line({{4, 12}, {20, 12}});
      pen.line({{4, 18}, {20, 18}});
      break;
    case Icon::Exclamation:
      pen.line({{12, 3.5F}, {12, 14}});
      pen.disc({12, 20}, 1.9F);
      break;
    case Icon::RaisedHand:
    case Icon::Letters:
    case Icon::Contrast:
    case Icon::Headphones:
      drawHelp(pen, icon);
      break;
  }
}

}  // namespace hallpass
