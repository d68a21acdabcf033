#include "kiosk/ui/keyboard.h"

#include <cctype>
#include <span>
#include <string>
#include <string_view>

#include "platform/base/text.h"
#include "platform/display/window.h"

namespace hallpass {
namespace {

constexpr char kErase = '<';
constexpr char kSpace = ' ';  ///< Takes what its row has left.

constexpr std::string_view kWideRows[]{"1234567890", "QWERTYUIOP", "ASDFGHJKL<", "ZXCVBNM- "};
/// For a screen on which ten keys of 12.7 mm do not stand side by side.
constexpr std::string_view kNarrowRows[]{"1234567", "890ABCD", "EFGHIJK",
                                         "LMNOPQR", "STUVWXY", "Z-< "};

struct Layout {
  std::span<const std::string_view> rows;
  std::size_t columns;
};

Layout layoutOf(const Page& page) {
  const float wide = page.content().column(0, 10, page.px(kGap)).w;
  if (wide >= page.px(kTarget)) return {kWideRows, 10};
  return {kNarrowRows, 7};
}

Description::Target targetOf(char key, const Rect& area) {
  if (key == kErase) return {"key-backspace", "Erase", "key", area, true, false};
  if (key == kSpace) return {"key-space", "Space", "key", area, true, false};
  const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(key)));
  return {std::string("key-") + lower, {key}, "key", area, true, false};
}

bool drawKey(Page& page, const Rect& area, char key) {
  const Description::Target target = targetOf(key, area);
  bool pressed = false;
  const bool touched = page.touch(area, target, pressed);
  const Theme& theme = page.theme();
  page.box(area, pressed ? theme.primary : theme.card, theme.line);
  const ImU32 colour = pressed ? theme.onPrimary : theme.text;
  if (key == kErase) {
    page.icon(area.inset(area.w * 0.2F, area.h * 0.24F).square(), Icon::Backspace, colour);
  } else {
    page.label(area, target.label,
               {TextSize::Button, Face::SemiBold, colour, Across::Centre, Down::Middle, true});
  }
  return touched;
}

}  // namespace

float keyboardHeight(const Page& page) {
  const float key = page.metrics().tight() ? kTarget : 1.25F * kTarget;
  const auto rows = static_cast<float>(layoutOf(page).rows.size());
  return page.px(rows * key + (rows - 1) * kGap);
}

std::optional<Intent> drawKeyboard(Page& page, const Rect& area) {
  std::optional<Intent> intent;
  const Layout layout = layoutOf(page);
  const float gap = page.px(kGap);
  const float keyWidth = area.column(0, layout.columns, gap).w;
  for (std::size_t i = 0; i < layout.rows.size(); ++i) {
    Rect row = area.row(i, layout.rows.size(), gap);
    for (const char key : layout.rows[i]) {
      const Rect place = key == kSpace ? row : row.cutLeft(keyWidth, gap);
      if (!drawKey(page, place, key)) continue;
      intent = key == kErase ? Intent{Intent::Act::Erase, {}} : Intent{Intent::Act::Type, {key}};
    }
  }
  return intent;
}

std::vector<Intent> typedIntents(std::u32string_view typed) {
  std::vector<Intent> intents;
  for (const char32_t key : typed) {
    if (key == platform::kEraseKey) {
      intents.push_back({Intent::Act::Erase, {}});
    } else if (key == platform::kEnterKey) {
      intents.push_back({Intent::Act::Submit, {}});
    } else {
      intents.push_back({Intent::Act::Type, platform::toUtf8({&key, 1})});
    }
  }
  return intents;
}

}  // namespace hallpass
