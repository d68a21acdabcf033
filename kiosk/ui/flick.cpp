// A finger that is drawn over a list: it turns the list's page, and is no tap.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/page.h"

namespace hallpass {
namespace {

/// How far, in units, a finger goes until it means no tap: less than a row is high, and more than a
/// hand that trembles.
constexpr float kFlick = 10.0F;

bool holds(const Rect& area, const ImVec2& point) {
  return point.x >= area.x && point.x < area.x + area.w && point.y >= area.y &&
         point.y < area.y + area.h;
}

/// From where the finger went down to where it is, or was let go.
ImVec2 wayOfFinger() {
  const ImGuiIO& io = ImGui::GetIO();
  return {io.MousePos.x - io.MouseClickedPos[0].x, io.MousePos.y - io.MouseClickedPos[0].y};
}

}  // namespace

Page::Flick Page::flick(const Rect& area) {
  flickArea_ = area;
  if (covered_ || deaf_ || !ImGui::IsMouseReleased(0)) return Flick::None;
  if (!holds(area, ImGui::GetIO().MouseClickedPos[0])) return Flick::None;
  const ImVec2 way = wayOfFinger();
  const float longest = std::abs(way.y) >= std::abs(way.x) ? way.y : way.x;
  if (std::abs(longest) < px(kFlick)) return Flick::None;
  return longest < 0 ? Flick::Forward : Flick::Back;
}

bool Page::flicks() const {
  const ImGuiIO& io = ImGui::GetIO();
  if (!holds(flickArea_, io.MouseClickedPos[0])) return false;
  const ImVec2 way = wayOfFinger();
  const float furthest = std::max(io.MouseDragMaxDistanceSqr[0], way.x * way.x + way.y * way.y);
  return furthest >= px(kFlick) * px(kFlick);
}

}  // namespace hallpass
