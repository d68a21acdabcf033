#include "kiosk/ui/typed_field.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr float kSmallest = 0.6F;  ///< As small as Page makes a text.
constexpr float kFieldReadable = 0.8F;

/// What of `typed` has room: its end, where the caret stands.
std::string shownPart(const Page& page, std::string_view typed, const TextStyle& style,
                      float width) {
  std::u32string points = platform::toCodePoints(typed);
  std::string shown(typed);
  while (points.size() > 1 && page.textWidth(shown, style) * kSmallest > width) {
    points.erase(0, 1);
    shown = "…" + platform::toUtf8(points);
  }
  return shown;
}

}  // namespace

Rect cutTypedAction(const Page& page, Rect& field, Rect& rest, std::string_view label) {
  if (page.metrics().portrait()) return rest.cutBottom(page.px(kActionHeight), page.px(5));
  if (rest.h < page.px(kTarget)) {
    const float words = page.textWidth(label, {TextSize::Button, Face::SemiBold});
    return page.cutNear(field, std::max(page.px(44), words + page.px(10)), page.px(kGap));
  }
  const Rect side = page.cutNear(rest, page.px(90), page.px(6));
  const float height = std::min(page.px(kActionHeight), side.h);
  return {side.x, side.y + (side.h - height) / 2, side.w, height};
}

Rect cutTypedField(const Page& page, Rect& rest) {
  const bool tight = page.metrics().tight();
  return rest.cutTop(page.px(tight ? 13.0F : 18.0F), page.px(tight ? kGap : 4.0F));
}

void drawTypedField(Page& page, const Rect& area, std::string_view typed,
                    std::string_view placeholder) {
  page.box(area, page.theme().card, page.theme().primary);
  page.description().addTarget({"field", std::string(placeholder), "field", area, true, true});
  Rect inner = area.inset(page.px(6), 0);
  TextStyle style{TextSize::Heading, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  float caret = inner.x;
  if (typed.empty()) {
    style = {TextSize::Button, Face::Regular, page.theme().textSecondary,
             Across::Left,     Down::Middle,  true};
    inner.cutLeft(page.px(4));
    // A long one takes two lines rather than tiny letters.
    style.oneLine = page.textWidth(placeholder, style) * kFieldReadable <= inner.w;
    page.text(inner.inset(0, page.px(1)), placeholder, style);
  } else {
    // Set smaller by Page, it would end before its caret.
    while (style.size > TextSize::Body && page.textHeight(inner.w * 99, "X", style) > inner.h) {
      style.size = static_cast<TextSize>(static_cast<int>(style.size) - 1);
    }
    const std::string shown = shownPart(page, typed, style, inner.w);
    page.label(inner, shown, style);
    const float width = std::min(page.textWidth(shown, style), inner.w);
    page.description().addTyped(typed, {inner.x, inner.y, width, inner.h});
    caret += width + page.px(1);
  }
  const Rect bar{caret, area.y + area.h * 0.22F, std::max(2.0F, page.px(0.7F)), area.h * 0.56F};
  page.draw().AddRectFilled(bar.min(), bar.max(), page.theme().primary);
}

}  // namespace hallpass
