#include "kiosk/ui/choice.h"

#include <algorithm>

namespace hallpass {
namespace {

constexpr float kTick = 6.0F;

}  // namespace

bool drawChoice(Page& page, const Rect& area, const Choice& choice) {
  bool pressed = false;
  const bool touched =
      page.touch(area,
                 {choice.id, choice.described.empty() ? choice.label : choice.described, "button",
                  area, true, choice.chosen},
                 pressed);
  const Theme& theme = page.theme();
  const ImU32 plain = pressed ? theme.panel : theme.card;
  page.box(area, choice.chosen ? theme.primary : plain, choice.chosen ? 0 : theme.line);
  const ImU32 colour = choice.chosen ? theme.onPrimary : theme.text;
  TextStyle style{TextSize::Small, choice.chosen ? Face::SemiBold : Face::Regular, colour,
                  Across::Centre, Down::Middle};
  Rect inner = area.inset(page.px(1.5F), page.px(1));
  const float tick = page.px(kTick);
  const float taken = page.textWidth(choice.label, style) + tick + page.px(2);
  if (choice.chosen && area.w >= page.px(2 * kTarget) && taken <= inner.w) {
    inner.cutLeft((inner.w - taken) / 2);
    page.icon(inner.cutLeft(tick, page.px(2)).square(), Icon::Tick, colour);
    style.across = Across::Left;
  } else if (choice.chosen) {
    const Rect bar{area.x + area.w * 0.3F, area.y + area.h - page.px(2.4F), area.w * 0.4F,
                   page.px(0.9F)};
    page.draw().AddRectFilled(bar.min(), bar.max(), theme.mark, bar.h / 2);
  }
  page.label(inner, choice.label, style);
  return touched;
}

float choiceWidth(const Page& page, std::string_view label) {
  return page.textWidth(label, {TextSize::Small, Face::SemiBold}) + page.px(kTick + 2 + 8);
}

}  // namespace hallpass
