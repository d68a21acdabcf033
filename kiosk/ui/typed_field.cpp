#include "kiosk/ui/typed_field.h"

#include <algorithm>
#include <string>

namespace hallpass {

void drawTypedField(Page& page, const Rect& area, std::string_view typed,
                    std::string_view placeholder) {
  page.box(area, page.theme().card, page.theme().primary);
  page.description().addTarget({"field", std::string(placeholder), "field", area, true, true});
  Rect inner = area.inset(page.px(6), page.px(2));
  TextStyle style{TextSize::Heading, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  float caret = inner.x;
  if (typed.empty()) {
    style = {TextSize::Button, Face::Regular, page.theme().textSecondary,
             Across::Left,     Down::Middle,  true};
    inner.cutLeft(page.px(4));
    page.text(inner, placeholder, style);
  } else {
    page.text(inner, typed, style);
    caret += std::min(page.textWidth(typed, style), inner.w) + page.px(1);
  }
  const Rect bar{caret, area.y + area.h * 0.22F, std::max(2.0F, page.px(0.7F)), area.h * 0.56F};
  page.draw().AddRectFilled(bar.min(), bar.max(), page.theme().primary);
}

}  // namespace hallpass
