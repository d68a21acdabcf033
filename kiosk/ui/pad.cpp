#include "kiosk/ui/pad.h"

#include <algorithm>
#include <string>

#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr std::size_t kColumns = 3;
constexpr std::size_t kRows = 4;
constexpr char kPadErase = '<';
constexpr std::string_view kKeys = "123456789 0<";

struct Key {
  std::string id;
  char key;
  bool enabled;
};

bool drawPadKey(Page& page, const Rect& area, const Key& key) {
  const bool erases = key.key == kPadErase;
  bool pressed = false;
  const bool touched = page.touch(
      area, {key.id, erases ? tr("Erase") : std::string{key.key}, "key", area, key.enabled, false},
      pressed);
  const Theme& theme = page.theme();
  if (key.enabled) {
    page.box(area, pressed ? theme.primary : theme.card, theme.line);
  } else {
    page.box(area, theme.disabled);
  }
  const ImU32 colour = pressed ? theme.onPrimary : (key.enabled ? theme.text : theme.onDisabled);
  if (erases) {
    const float side = std::min(area.h * 0.5F, page.px(12));
    page.icon({area.centre().x - side / 2, area.centre().y - side / 2, side, side}, Icon::Backspace,
              colour);
  } else {
    page.label(area, std::string_view(&key.key, 1),
               {TextSize::Heading, Face::SemiBold, colour, Across::Centre, Down::Middle, true});
  }
  return touched;
}

}  // namespace

std::optional<Intent> drawPad(Page& page, const Rect& area, std::string_view prefix, bool enabled) {
  std::optional<Intent> intent;
  const float gap = page.px(kGap);
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    const char key = kKeys[i];
    if (key == ' ') continue;
    const Rect place = area.row(i / kColumns, kRows, gap).column(i % kColumns, kColumns, gap);
    const std::string name = key == kPadErase ? "erase" : std::string{key};
    if (!drawPadKey(page, place, {std::string(prefix) + "-" + name, key, enabled})) continue;
    intent = key == kPadErase ? Intent{Intent::Act::Erase, {}} : Intent{Intent::Act::Type, {key}};
  }
  return intent;
}

Rect cutPad(const Page& page, Rect& rest) {
  if (!page.metrics().portrait()) return page.cutNear(rest, rest.w * 0.46F, page.px(10));
  const float share = page.metrics().tight() ? 0.46F : 0.55F;
  return rest.cutBottom(std::min(rest.h * share, page.px(140)), page.px(5));
}

float digitsHeight(const Page& page, float width, std::size_t digits) {
  const auto count = static_cast<float>(digits);
  return std::min((width - page.px(kGap) * (count - 1)) / count, page.px(24));
}

void drawDigits(Page& page, const Rect& area, std::string_view typed, std::size_t digits,
                Digits how) {
  const Theme& theme = page.theme();
  const float gap = page.px(kGap);
  const auto count = static_cast<float>(digits);
  const float side = std::min(area.h, digitsHeight(page, area.w, digits));
  const Rect row{area.x, area.y + (area.h - side) / 2, count * (side + gap) - gap, side};
  page.description().addTarget(
      {"field",
       filled(tr("{done} of {all} digits"),
              {{"done", std::to_string(typed.size())}, {"all", std::to_string(digits)}}),
       "field", row, true, true});
  for (std::size_t i = 0; i < digits; ++i) {
    const Rect place = row.column(i, digits, gap);
    const bool isTyped = i < typed.size();
    page.box(place, theme.card, i == typed.size() ? theme.primary : theme.line);
    if (isTyped && how == Digits::Dots) {
      page.draw().AddCircleFilled(place.centre(), side * 0.2F, theme.text);
    } else if (isTyped) {
      page.label(place, typed.substr(i, 1),
                 {TextSize::Heading, Face::SemiBold, 0, Across::Centre, Down::Middle, true});
    }
  }
}

}  // namespace hallpass
