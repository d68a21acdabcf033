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
  bool said = false;   ///< Shows what the student said of it.
};

struct CardParts {
  Rect said;
  Rect row;  ///< Holds the number.
  Rect title;
  Rect body;
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

constexpr TextStyle kCardTitle{TextSize::Heading, Face::SemiBold};
constexpr TextStyle kCardBody{TextSize::Body, Face::Regular};
constexpr TextStyle kCardSaid{TextSize::Body, Face::SemiBold, 0, Across::Left, Down::Bottom};

CardParts partsOf(const Page& page, const CardPlace& place, const WarningCard& card) {
  CardParts parts;
  Rect rest = place.area.inset(page.px(6), page.px(6));
  if (place.said) {
    const float height = std::min(page.textHeight(rest.w, card.agree, kCardSaid), rest.h * 0.3F);
    parts.said = rest.cutBottom(height, page.px(3));
  }
  const float side = page.px(place.how ? 14 : 12);
  const bool beside = page.metrics().portrait() && !place.how;
  parts.row = beside ? rest.cutLeft(side, page.px(5)) : rest.cutTop(side, page.px(4));
  const float height = std::min(page.textHeight(rest.w, card.title, kCardTitle), rest.h * 0.5F);
  parts.title = rest.cutTop(height, page.px(2));
  parts.body = rest;
  return parts;
}

/// Whether what the student said leaves the card's body its full size.
bool hasRoomForSaid(const Page& page, const CardPlace& place, const WarningCard& card) {
  const Rect body = partsOf(page, {place.area, place.number, place.how, true}, card).body;
  return page.textHeight(body.w, card.body, kCardBody) <= body.h;
}

std::optional<Intent> drawCard(Page& page, const CardPlace& place, const WarningCard& card,
                               CardTurn turn) {
  const Theme& theme = page.theme();
  const bool now = turn == CardTurn::Now;
  page.box(place.area, turn == CardTurn::Later ? theme.ground : theme.card,
           now ? theme.primary : (theme.shadow == 0 ? theme.line : theme.disabled));
  const CardParts parts = partsOf(page, place, card);
  TextStyle said = kCardSaid;
  said.colour = theme.primary;
  if (place.said) page.label(parts.said, card.agree, said);
  Rect row = parts.row;
  std::optional<Intent> intent;
  if (place.how) {
    if (const auto asked = drawShowMeHow(page, row)) intent = asked;
  }
  const Rect badge = row.cutLeft(page.px(12)).cutTop(page.px(12));
  page.badge(badge, turn == CardTurn::Done ? "" : std::to_string(place.number),
             turn == CardTurn::Later ? theme.disabled : theme.accent,
             turn == CardTurn::Later ? theme.onDisabled : theme.onAccent);
  page.text(parts.title, card.title, kCardTitle);
  TextStyle body = kCardBody;
  body.colour = theme.textSecondary;
  page.text(parts.body, card.body, body);
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
  // On all cards or on none: the tick says it too.
  bool said = !page.metrics().tight();
  for (std::size_t i = 0; i < view.agreed; ++i) {
    const CardPlace place{placeOf(page, rest, i, count), i + 1};
    said = said && hasRoomForSaid(page, place, read(view.cards[i], view.reading));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Rect area = placeOf(page, rest, i, count);
    if (page.metrics().tight() && i != view.agreed) continue;
    const CardTurn turn =
        i < view.agreed ? CardTurn::Done : (i == view.agreed ? CardTurn::Now : CardTurn::Later);
    const bool how = view.showsPrivate && i == 0 && turn == CardTurn::Now;
    const WarningCard card = read(view.cards[i], view.reading);
    const CardPlace place{area, i + 1, how, said && turn == CardTurn::Done};
    if (auto asked = drawCard(page, place, card, turn)) intent = asked;
  }
  return intent;
}

}  // namespace hallpass
