#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr float kTargetSide = 2 * kTarget;
constexpr std::size_t kAcross = 3;  ///< Targets in a row, and rows.

/// A number to be touched, a tick once it was. Answers whether it was touched now.
bool drawTouchTarget(Page& page, const Rect& area, std::size_t index, bool hit) {
  const std::string number = std::to_string(index + 1);
  const std::string label =
      hit ? platform::filled(platform::tr("Target {number}, hit"), {{"number", number}})
          : platform::filled(platform::tr("Target {number}"), {{"number", number}});
  bool pressed = false;
  const bool touched =
      page.touch(area, {"touch-" + number, label, "button", area, !hit, false}, pressed);
  const Theme& theme = page.theme();
  if (hit) {
    page.draw().AddCircleFilled(area.centre(), area.w / 2, theme.primary);
    page.icon(area.inset(area.w * 0.26F), Icon::Tick, theme.onPrimary);
    return false;
  }
  page.draw().AddCircleFilled(area.centre(), area.w / 2, pressed ? theme.panel : theme.card);
  page.draw().AddCircle(area.centre(), area.w / 2, theme.primary, 0, page.px(1));
  page.label(area, number,
             {TextSize::Heading, Face::SemiBold, 0, Across::Centre, Down::Middle, true});
  return touched;
}

/// The `index`-th of rows and columns that reach from edge to edge of `area`.
Rect placeOf(const Page& page, const Rect& area, std::size_t index) {
  const float side = page.px(kTargetSide);
  const auto column = static_cast<float>(index % kAcross);
  const std::size_t down = index / kAcross;
  const auto row = static_cast<float>(down);
  const auto last = static_cast<float>(kAcross - 1);
  return {area.x + (area.w - side) * column / last, area.y + (area.h - side) * row / last, side,
          side};
}

}  // namespace

std::optional<Intent> draw(Page& page, const TouchView& view) {
  Rect rest = page.content();
  auto intent = drawHead(page, rest, platform::tr("Touch every number"), true);
  for (std::size_t at = 0; at < view.hit.size(); ++at) {
    if (drawTouchTarget(page, placeOf(page, rest, at), at, view.hit.at(at))) {
      intent = Intent{Intent::Act::Press, {}, at};
    }
  }
  return intent;
}

}  // namespace hallpass
