// What everybody may do without a PIN: call the instructor, and have the screens drawn so that they
// can be read and reached.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using Act = Intent::Act;
using platform::tr;

constexpr float kSample = 9.0F;      ///< Side of what shows an option beside its word.
constexpr float kRowTitle = 56.0F;   ///< Width of a row's title beside its options,
constexpr float kTitleAbove = 8.5F;  ///< or its height above them.
constexpr float kMostRow = 24.0F;
constexpr float kNarrow = 40.0F;  ///< An option has no room beside its words.

/// One of a row's: what shows it is a letter in a size, or in the colours of a theme.
struct Option {
  std::string id;
  std::string label;
  std::optional<TextSize> letter = {};
  std::optional<ThemeName> colours = {};
  std::size_t index = 0;
};

struct Row {
  std::string title;
  Act act;
  std::size_t chosen;
  std::vector<Option> options;
};

/// Only the sizes that differ here.
Row textRow(const Page& page, const Look& look) {
  Row row{tr("Text size"), Act::TextStep, static_cast<std::size_t>(look.text), {}};
  const std::array<Option, kTextSteps> all{{{"text-small", tr("Small"), TextSize::Small},
                                            {"text-normal", tr("Normal"), TextSize::Body},
                                            {"text-large", tr("Large"), TextSize::Button},
                                            {"text-largest", tr("Largest"), TextSize::Heading}}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!page.metrics().offers(static_cast<TextStep>(i))) continue;
    row.options.push_back(all[i]);
    row.options.back().index = i;
  }
  return row;
}

Row themeRow(const Look& look) {
  Row row{tr("Colours"), Act::Theme, static_cast<std::size_t>(look.theme), {}};
  for (std::size_t i = 0; i < kThemeIds.size(); ++i) {
    const auto theme = static_cast<ThemeName>(i);
    row.options.push_back({"theme-" + std::string(themeId(theme)), tr(kThemeLabels.at(i)),
                           TextSize::Button, theme, i});
  }
  return row;
}

Row placeRow(const Look& look) {
  return {tr("Buttons"),
          Act::ControlsLow,
          look.controlsLow ? 1U : 0U,
          {{"controls-whole", tr("Whole screen"), {}, {}, 0},
           {"controls-low", tr("Lower, within reach"), {}, {}, 1}}};
}

Row handRow(const Look& look) {
  return {tr("Hand"),
          Act::LeftHand,
          look.leftHand ? 1U : 0U,
          {{"hand-right", tr("Right hand"), {}, {}, 0}, {"hand-left", tr("Left hand"), {}, {}, 1}}};
}

std::vector<Row> rowsOf(const Page& page, const Look& look) {
  std::vector<Row> rows{textRow(page, look), themeRow(look)};
  if (page.metrics().offersLow()) rows.push_back(placeRow(look));
  rows.push_back(handRow(look));
  return rows;
}

void drawSample(Page& page, const Rect& area, const Option& option) {
  const Theme& theme = option.colours ? themeNamed(*option.colours) : page.theme();
  if (option.colours) page.box(area, theme.ground, theme.line);
  page.label(area, "A",
             {*option.letter, Face::SemiBold, theme.text, Across::Centre, Down::Middle, true});
}

/// The one that is set is dark, bold and ticked.
bool drawOption(Page& page, const Rect& area, const Row& row, const Option& option) {
  const bool chosen = option.index == row.chosen;
  bool pressed = false;
  const bool touched = page.touch(
      area, {option.id, row.title + ": " + option.label, "button", area, true, chosen}, pressed);
  const Theme& theme = page.theme();
  const ImU32 plain = pressed ? theme.panel : theme.card;
  page.box(area, chosen ? theme.primary : plain, chosen ? 0 : theme.line);
  TextStyle style{TextSize::Body, chosen ? Face::SemiBold : Face::Regular,
                  chosen ? theme.onPrimary : theme.text, Across::Centre, Down::Middle};
  // Where there is little room the words have it, and what shows an option stays away.
  const bool narrow = area.w < page.px(kNarrow);
  Rect inner = area.inset(page.px(narrow ? 2 : 3), page.px(1));
  if (chosen || (option.letter && !narrow)) {
    const float gap = page.px(narrow ? 1.5F : 2.5F);
    const float side = std::min(page.px(narrow ? kSample / 2 : kSample), inner.h);
    const float words = page.textWidth(option.label, {TextSize::Body, Face::SemiBold});
    inner.cutLeft(std::max(0.0F, (inner.w - side - gap - words) / 2));
    const Rect sign = inner.cutLeft(side, gap).square();
    if (chosen) {
      page.icon(sign.inset(side * 0.08F), Icon::Tick, style.colour);
    } else {
      drawSample(page, sign, option);
    }
    style.across = Across::Left;
  }
  // No word is broken where it can be smaller.
  const bool isWord = option.label.find(' ') == option.label.npos;
  style.oneLine = isWord && page.textWidth(option.label, style) * 0.65F <= inner.w;
  page.label(inner, option.label, style);
  return touched;
}

/// Upright, four options stand two by two.
std::size_t linesOf(const Page& page, const Row& row) {
  return page.metrics().portrait() && row.options.size() > 2 ? 2 : 1;
}

/// How many targets stand one above the other in `row`.
float heightOf(const Page& page, const Row& row, float target) {
  const auto lines = static_cast<float>(linesOf(page, row));
  const float title = page.metrics().portrait() ? page.px(kTitleAbove) : 0;
  return title + lines * target + (lines - 1) * page.px(kGap);
}

std::optional<Intent> drawRow(Page& page, const Rect& area, const Row& row) {
  Rect rest = area;
  const bool portrait = page.metrics().portrait();
  const TextStyle style{TextSize::Body, Face::SemiBold, 0, Across::Left, Down::Middle};
  const float width = std::min(page.px(kRowTitle), rest.w * 0.24F);
  const Rect title = portrait ? rest.cutTop(page.px(kTitleAbove)) : rest.cutLeft(width, page.px(4));
  page.text(title, row.title, style);
  const std::size_t lines = linesOf(page, row);
  const std::size_t columns = (row.options.size() + lines - 1) / lines;
  std::optional<Intent> intent;
  for (std::size_t i = 0; i < row.options.size(); ++i) {
    const Rect place =
        rest.row(i / columns, lines, page.px(kGap)).column(i % columns, columns, page.px(kGap));
    if (drawOption(page, place, row, row.options[i]))
      intent = Intent{row.act, {}, row.options[i].index};
  }
  return intent;
}

/// As high as there is room for, but no higher than looks well.
std::optional<Intent> drawRows(Page& page, const Rect& area, const std::vector<Row>& rows) {
  const float gap = page.px(page.metrics().tight() ? kGap : 6);
  float fixed = gap * static_cast<float>(rows.size() - 1);
  float lines = 0;
  for (const Row& row : rows) {
    fixed += heightOf(page, row, 0);
    lines += static_cast<float>(linesOf(page, row));
  }
  const float target = std::min(page.px(kMostRow), (area.h - fixed) / lines);
  std::optional<Intent> intent;
  Rect rest = area;
  rest.cutTop(std::max(0.0F, (area.h - fixed - lines * target) / 2));
  for (const Row& row : rows) {
    const auto touched = drawRow(page, rest.cutTop(heightOf(page, row, target), gap), row);
    if (touched) intent = touched;
  }
  return intent;
}

/// What a call does stands beside it, upright above it.
std::optional<Intent> drawCallButton(Page& page, Rect& rest) {
  Rect words = Rect(rest).cutBottom(page.px(kActionHeight));
  const auto intent =
      drawActions(page, rest, std::nullopt,
                  Action{{"call-instructor", tr("Call the instructor"), ButtonKind::Primary, true},
                         Act::Call,
                         Icon::RaisedHand});
  const std::string what = tr("The whole screen asks for help until somebody comes.");
  TextStyle style{TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Left,
                  Down::Middle};
  if (page.metrics().portrait()) {
    words = rest.cutBottom(page.textHeight(rest.w, what, style), page.px(5));
    style.across = Across::Centre;
  } else {
    (void)page.cutNear(words, std::min(page.px(110), words.w / 2 - page.px(2)), page.px(6));
  }
  page.text(words, what, style);
  return intent;
}

/// How the screens are heard: no touch begins that. Below the rows, in line with their titles.
void drawHearing(Page& page, Rect& rest) {
  const std::string words = tr("Plug in a headset or hold F1 to hear the screens.");
  const TextStyle style{TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Left,
                        Down::Middle};
  const float side = page.px(kSample);
  const float room = rest.w - side - page.px(4);
  const float height = std::max(side, page.textHeight(room, words, style));
  Rect line = rest.cutBottom(height, page.px(page.metrics().tight() ? 2 : 5));
  if (page.metrics().portrait()) {
    line.cutLeft(std::max(0.0F, room - page.textWidth(words, style)) / 2);
  }
  page.icon(line.cutLeft(side, page.px(4)).square(), Icon::Headphones, style.colour);
  page.text(line, words, style);
}

}  // namespace

std::optional<Intent> draw(Page& page, const HelpView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("Help"), true);
  const auto called = drawCallButton(page, rest);
  if (called) intent = called;
  if (view.speech) drawHearing(page, rest);
  const auto set = drawRows(page, rest, rowsOf(page, view.look));
  return set ? set : intent;
}

}  // namespace hallpass
