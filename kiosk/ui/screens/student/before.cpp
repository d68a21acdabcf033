#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/guide_parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

enum class CardTurn : std::uint8_t { Done, Now, Later };

struct CardPlace {
  Rect area;
  std::size_t number;  ///< From 1.
  bool how = false;    ///< Offers to show how it is done.
};

/// A card as the student reads it.
WarningCard read(WarningCard card, const Reading& reading) {
  for (std::string* text : {&card.title, &card.body, &card.agree})
    *text = guideText(*text, reading);
  return card;
}

/// Acknowledges the card whose turn it is: the same place for each.
std::optional<Intent> drawAgree(Page& page, Rect& rest, const BeforeView& view) {
  if (view.agreed >= view.cards.size()) return std::nullopt;
  const std::string words = guideText(view.cards[view.agreed].agree, view.reading);
  const std::string id = "agree-" + std::to_string(view.agreed + 1);
  return drawActions(page, rest, std::nullopt,
                     Action{{id, words, ButtonKind::Primary, true}, Intent::Act::Agree});
}

/// At the right of what holds the number.
std::optional<Intent> drawShowMeHow(Page& page, Rect& row) {
  const std::string words = tr("Show me how");
  const float width = page.textWidth(words, {TextSize::Button, Face::SemiBold}) + page.px(9);
  const Rect place = row.cutRight(std::min(width, row.w - page.px(15)), page.px(kGap));
  if (!page.button(place, {"how-private", words, ButtonKind::Secondary, true})) {
    return std::nullopt;
  }
  return Intent{Intent::Act::Private, {}};
}

std::optional<Intent> drawCard(Page& page, const CardPlace& place, const WarningCard& card,
                               CardTurn turn) {
  const Theme& theme = page.theme();
  const bool now = turn == CardTurn::Now;
  page.box(place.area, turn == CardTurn::Later ? theme.ground : theme.card,
           now ? theme.primary : (theme.shadow == 0 ? theme.line : theme.disabled));
  Rect rest = place.area.inset(page.px(6), page.px(6));
  std::optional<Intent> intent;
  if (turn == CardTurn::Done) {
    const TextStyle said{TextSize::Body, Face::SemiBold, theme.primary, Across::Left, Down::Bottom};
    const float height = std::min(page.textHeight(rest.w, card.agree, said), rest.h * 0.3F);
    page.label(rest.cutBottom(height, page.px(3)), card.agree, said);
  }
  const TextStyle title{TextSize::Heading, Face::SemiBold};
  const TextStyle body{TextSize::Body, Face::Regular, theme.textSecondary};
  const float side = page.px(place.how ? 14 : 12);
  const bool portrait = page.metrics().portrait();
  Rect row =
      portrait && !place.how ? rest.cutLeft(side, page.px(5)) : rest.cutTop(side, page.px(4));
  if (place.how) {
    if (const auto asked = drawShowMeHow(page, row)) intent = asked;
  }
  const Rect badge = row.cutLeft(page.px(12)).cutTop(page.px(12));
  page.badge(badge, turn == CardTurn::Done ? "" : std::to_string(place.number),
             turn == CardTurn::Later ? theme.disabled : theme.accent,
             turn == CardTurn::Later ? theme.onDisabled : theme.onAccent);
  const float titleHeight = std::min(page.textHeight(rest.w, card.title, title), rest.h * 0.5F);
  page.text(rest.cutTop(titleHeight, page.px(2)), card.title, title);
  page.text(rest, card.body, body);
  return intent;
}

/// Side by side, or one below the other; on a small screen the one whose turn it is, alone.
Rect placeOf(const Page& page, const Rect& all, std::size_t index, std::size_t count) {
  if (page.metrics().tight()) return all;
  const float gap = page.px(5);
  return page.metrics().portrait() ? all.row(index, count, gap) : all.column(index, count, gap);
}

}  // namespace

std::optional<Intent> draw(Page& page, const BeforeView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("Before you take it"), true);
  const TextStyle lead{TextSize::Button, Face::Regular, page.theme().textSecondary};
  const std::string words = guideText(view.lead, view.reading);
  const float leadHeight = page.textHeight(rest.w, words, lead);
  if (auto agreed = drawAgree(page, rest, view)) intent = agreed;
  if (!page.metrics().tight()) page.text(rest.cutTop(leadHeight, page.px(5)), words, lead);
  const std::size_t count = view.cards.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Rect area = placeOf(page, rest, i, count);
    if (page.metrics().tight() && i != view.agreed) continue;
    const CardTurn turn =
        i < view.agreed ? CardTurn::Done : (i == view.agreed ? CardTurn::Now : CardTurn::Later);
    const bool how = view.showsPrivate && i == 0 && turn == CardTurn::Now;
    const WarningCard card = read(view.cards[i], view.reading);
    if (auto asked = drawCard(page, {area, i + 1, how}, card, turn)) intent = asked;
  }
  return intent;
}

}  // namespace hallpass
