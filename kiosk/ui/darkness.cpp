#include "kiosk/ui/darkness.h"

#include <cmath>
#include <string>

#include "kiosk/ui/rect.h"
#include "kiosk/ui/text_lines.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr ImU32 kGreyOnBlack = 0xFFB8B8B8;

}  // namespace

void drawDarkness(const Metrics& metrics, const Fonts& fonts) {
  ImDrawList& over = *ImGui::GetForegroundDrawList();
  const Rect whole{0, 0, metrics.width(), metrics.height()};
  over.AddRectFilled(whole.min(), whole.max(), IM_COL32_BLACK);
  const ImFont* font = fonts.get(Face::Regular, TextSize::Small);
  const std::string words = platform::tr(
      "The screen is dark because somebody listens to it. Touch it to light it again.");
  const Rect area = whole.inset(metrics.px(kMargin));
  const TextLines lines = breakLines(*font, font->FontSize, words, {area.w});
  float y = area.y + area.h - lines.height();
  for (const TextLine& line : lines.lines) {
    const float x = area.centre().x - line.width / 2;
    over.AddText(font, font->FontSize, {std::round(x), std::round(y)}, kGreyOnBlack,
                 line.text.data(), line.text.data() + line.text.size());
    y += lines.lineHeight;
  }
}

}  // namespace hallpass
