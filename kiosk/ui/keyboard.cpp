#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "platform/base/text.h"
#include "platform/base/translation.h"
#include "platform/display/window.h"

namespace hallpass {
namespace {

using platform::tr;

constexpr char kErase = '<';
constexpr char kShift = '^';
constexpr char kSpace = ' ';  ///< Takes what its row has left.

constexpr std::string_view kWideRows[]{"1234567890", "QWERTYUIOP", "ASDFGHJKL<", "ZXCVBNM- "};
/// For a screen on which ten keys of 12.7 mm do not stand side by side.
constexpr std::string_view kNarrowRows[]{"1234567", "890ABCD", "EFGHIJK",
                                         "LMNOPQR", "STUVWXY", "Z-< "};

constexpr std::string_view kWideTextRows[]{"1234567890", "QWERTYUIOP", "ASDFGHJKL<", "^ZXCVBNM-.",
                                           "@'_:/&, "};
constexpr std::string_view kNarrowTextRows[]{"1234567", "890ABCD", "EFGHIJK", "LMNOPQR",
                                             "STUVWXY", "Z-.,@'_", "^:/&< "};

constexpr std::string_view kNumberRows[]{"123<", "456-", "789:", "0 "};

constexpr std::array<std::pair<char, std::string_view>, 10> kNamed{{{kErase, "backspace"},
                                                                    {kShift, "shift"},
                                                                    {'.', "dot"},
                                                                    {'@', "at"},
                                                                    {'\'', "apostrophe"},
                                                                    {'_', "underscore"},
                                                                    {':', "colon"},
                                                                    {'/', "slash"},
                                                                    {'&', "ampersand"},
                                                                    {',', "comma"}}};

struct Layout {
  std::span<const std::string_view> rows;
  std::size_t columns;
};

Layout layoutOf(const Page& page, Keyboard keyboard) {
  if (keyboard == Keyboard::Numbers) return {kNumberRows, 4};
  const bool search = keyboard == Keyboard::Search;
  if (page.content().column(0, 10, page.px(kGap)).w >= page.px(kTarget)) {
    return search ? Layout{kWideRows, 10} : Layout{kWideTextRows, 10};
  }
  return search ? Layout{kNarrowRows, 7} : Layout{kNarrowTextRows, 7};
}

std::string nameOf(char key) {
  if (key == kSpace) return "space";
  const auto* named = std::find_if(kNamed.begin(), kNamed.end(),
                                   [&](const auto& entry) { return entry.first == key; });
  if (named != kNamed.end()) return std::string(named->second);
  return {static_cast<char>(std::tolower(static_cast<unsigned char>(key)))};
}

std::string capOf(char key, Keyboard keyboard) {
  if (key == kErase) return tr("Erase");
  if (key == kSpace) return tr("Space");
  if (key == kShift) return keyboard == Keyboard::Capitals ? tr("Small letters") : tr("Capitals");
  if (keyboard != Keyboard::SmallLetters) return {key};
  return {static_cast<char>(std::tolower(static_cast<unsigned char>(key)))};
}

Icon iconOf(char key) {
  if (key == kErase) return Icon::Backspace;
  return key == kShift ? Icon::Shift : Icon::None;
}

bool drawKey(Page& page, const Rect& area, char key, Keyboard keyboard) {
  const std::string cap = capOf(key, keyboard);
  const bool held = key == kShift && keyboard == Keyboard::Capitals;
  bool pressed = false;
  const bool touched =
      page.touch(area, {"key-" + nameOf(key), cap, "key", area, true, held}, pressed);
  const Theme& theme = page.theme();
  const bool dark = pressed != held;
  page.box(area, dark ? theme.primary : theme.card, theme.line);
  const ImU32 colour = dark ? theme.onPrimary : theme.text;
  if (const Icon icon = iconOf(key); icon != Icon::None) {
    page.icon(area.inset(area.w * 0.2F, area.h * 0.24F).square(), icon, colour);
  } else {
    const TextSize size =
        keyboard == Keyboard::Numbers && key != kSpace ? TextSize::Heading : TextSize::Button;
    page.label(area, cap, {size, Face::SemiBold, colour, Across::Centre, Down::Middle, true});
  }
  return touched;
}

Intent intentOf(char key, Keyboard keyboard) {
  if (key == kErase) return {Intent::Act::Erase, {}};
  if (key == kShift) return {Intent::Act::Shift, {}};
  return {Intent::Act::Type, key == kSpace ? " " : capOf(key, keyboard)};
}

}  // namespace

float keyboardHeight(const Page& page, Keyboard keyboard) {
  const float roomy = keyboard == Keyboard::Numbers ? 1.6F * kTarget : 1.25F * kTarget;
  const float key = page.metrics().tight() ? kTarget : roomy;
  const auto rows = static_cast<float>(layoutOf(page, keyboard).rows.size());
  return page.px(rows * key + (rows - 1) * kGap);
}

std::optional<Intent> drawKeyboard(Page& page, const Rect& area, Keyboard keyboard) {
  std::optional<Intent> intent;
  const Layout layout = layoutOf(page, keyboard);
  const float gap = page.px(kGap);
  const float keyWidth = area.column(0, layout.columns, gap).w;
  for (std::size_t i = 0; i < layout.rows.size(); ++i) {
    Rect row = area.row(i, layout.rows.size(), gap);
    for (const char key : layout.rows[i]) {
      const Rect place = key == kSpace ? row : row.cutLeft(keyWidth, gap);
      if (drawKey(page, place, key, keyboard)) intent = intentOf(key, keyboard);
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
    } else if (key == platform::kMenuKey) {
      intents.push_back({Intent::Act::OpenDoor, {}});
    } else {
      intents.push_back({Intent::Act::Type, platform::toUtf8({&key, 1})});
    }
  }
  return intents;
}

}  // namespace hallpass
