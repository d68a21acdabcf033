#include "kiosk/ui/language_choice.h"

#include <algorithm>
#include <string>

#include "kiosk/domain/language.h"
#include "kiosk/ui/parts.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

/// What the page keeps while the screen stands: 1 = the choice is open.
constexpr std::string_view kOpen = "languages";

std::string nameOf(std::size_t language) { return std::string(kLanguages[language].ownName); }

TextStyle buttonStyle(const Page& page) {
  const TextSize size = page.metrics().tight() ? TextSize::Small : TextSize::Body;
  return {size, Face::SemiBold, 0, Across::Centre, Down::Middle, true};
}

/// The one that is set has an edge and a tick.
bool drawChoice(Page& page, const Rect& area, std::size_t language, bool current) {
  bool pressed = false;
  const std::string name = nameOf(language);
  const bool touched = page.touch(
      area,
      {"language-" + std::string(kLanguages[language].id), name, "button", area, true, current},
      pressed);
  const Theme& theme = page.theme();
  page.box(area, pressed ? theme.panel : theme.card, current ? theme.primary : theme.line);
  Rect inner = area.inset(page.px(6), 0);
  if (current) {
    const float side = page.px(8);
    page.icon(inner.cutRight(side, page.px(3)).square(), Icon::Tick, theme.primary);
  }
  page.label(inner, name, {TextSize::Button, Face::SemiBold, 0, Across::Left, Down::Middle, true});
  return touched;
}

}  // namespace

std::optional<LanguageButton> languageButton(Page& page, const Rect& corner, const View& view) {
  if (view.languages.size() < 2) return std::nullopt;
  const std::string name = nameOf(view.language);
  const float words = page.textWidth(name, buttonStyle(page)) + page.px(6);
  const float width = std::max(page.px(kHeadHeight), words);
  LanguageButton button{
      {corner.x + corner.w - width, corner.y, width, corner.h}, false, view.language};
  if (page.touch(button.place, {"language", name, "button", button.place, true, false},
                 button.pressed)) {
    page.kept(kOpen) = 1;
  }
  return button;
}

void drawLanguageButton(Page& page, const LanguageButton& button) {
  const Theme& theme = page.theme();
  page.box(button.place, button.pressed ? theme.panel : theme.card, theme.line);
  page.label(button.place.inset(page.px(1), 0), nameOf(button.language), buttonStyle(page));
}

bool choosesLanguage(Page& page, const View& view) {
  return view.languages.size() >= 2 && page.kept(kOpen) != 0;
}

std::optional<Intent> drawLanguageChoice(Page& page, const View& view) {
  std::optional<Intent> intent;
  Rect rest = page.content();
  if (drawHead(page, rest, platform::tr("Language"), true)) page.kept(kOpen) = 0;
  const std::size_t columns = 2;
  const std::size_t rows = (view.languages.size() + columns - 1) / columns;
  const float gap = page.px(kGap);
  const auto height = static_cast<float>(rows) * (page.px(kActionHeight + 6) + gap) - gap;
  const Rect grid = rest.cutTop(std::min(rest.h, height));
  for (std::size_t i = 0; i < view.languages.size(); ++i) {
    const std::size_t language = view.languages[i];
    const Rect place = grid.row(i / columns, rows, gap).column(i % columns, columns, gap);
    if (!drawChoice(page, place, language, language == view.language)) continue;
    page.kept(kOpen) = 0;
    intent = Intent{Intent::Act::Language, {}, language};
  }
  return intent;
}

}  // namespace hallpass
