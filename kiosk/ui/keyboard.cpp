#include "kiosk/ui/keyboard.h"

#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "platform/base/text.h"
#include "platform/display/window.h"

namespace hallpass {
namespace {

constexpr std::array<std::string_view, 4> kRows{"1234567890", "QWERTYUIOP", "ASDFGHJKL",
                                                "ZXCVBNM-"};
constexpr std::size_t kColumns = 10;

bool drawKey(Page& page, const Rect& area, const Description::Target& key, Icon icon) {
  bool pressed = false;
  const bool touched = page.touch(area, key, pressed);
  const Theme& theme = page.theme();
  page.box(area, pressed ? theme.primary : theme.card, theme.line);
  const ImU32 colour = pressed ? theme.onPrimary : theme.text;
  if (icon != Icon::None) {
    page.icon(area.inset(area.w * 0.2F, area.h * 0.24F).square(), icon, colour);
  } else {
    page.label(area, key.label,
               {TextSize::Button, Face::SemiBold, colour, Across::Centre, Down::Middle, true});
  }
  return touched;
}

std::optional<Intent> drawLetters(Page& page, const Rect& row, std::string_view letters,
                                  float keyWidth) {
  std::optional<Intent> intent;
  Rect rest = row;
  for (const char letter : letters) {
    const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    const Rect key = rest.cutLeft(keyWidth, page.px(kGap));
    if (drawKey(page, key, {std::string("key-") + lower, {letter}, "key", key}, Icon::None)) {
      intent = Intent{Intent::Act::Type, {letter}};
    }
  }
  return intent;
}

}  // namespace

float keyboardHeight(const Page& page) {
  const float key = page.metrics().tight() ? kTarget : 1.25F * kTarget;
  return page.px(4 * key + 3 * kGap);
}

std::optional<Intent> drawKeyboard(Page& page, const Rect& area) {
  std::optional<Intent> intent;
  const float gap = page.px(kGap);
  const float keyWidth = area.column(0, kColumns, gap).w;
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    Rect row = area.row(i, kRows.size(), gap);
    if (auto typed = drawLetters(page, row, kRows[i], keyWidth)) intent = typed;
    row.cutLeft(static_cast<float>(kRows[i].size()) * (keyWidth + gap));
    if (i == 2 && drawKey(page, row, {"key-backspace", "Erase", "key", row}, Icon::Backspace)) {
      intent = Intent{Intent::Act::Erase, {}};
    }
    if (i == 3 && drawKey(page, row, {"key-space", "Space", "key", row}, Icon::None)) {
      intent = Intent{Intent::Act::Type, " "};
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
