#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"

namespace hallpass {
namespace {

enum class Turn : std::uint8_t { Done, Now, Later };

struct CardPlace {
  Rect area;
  std::size_t number;  ///< From 1.
};

/// What is touched to acknowledge a card.
std::optional<Intent> drawAgree(Page& page, const Rect& area, const WarningCard& card,
                                const CardPlace& place, Turn turn) {
  if (turn == Turn::Done) {
    page.label(
        area, card.agree,
        {TextSize::Body, Face::SemiBold, page.theme().primary, Across::Centre, Down::Middle});
    return std::nullopt;
  }
  const std::string id = "agree-" + std::to_string(place.number);
  if (!page.button(area, {id, card.agree, ButtonKind::Primary, turn == Turn::Now})) {
    return std::nullopt;
  }
  return Intent{Intent::Act::Agree, {}};
}

std::optional<Intent> drawCard(Page& page, const CardPlace& place, const WarningCard& card,
                               Turn turn) {
  const Theme& theme = page.theme();
  const bool now = turn == Turn::Now;
  page.box(place.area, turn == Turn::Later ? theme.ground : theme.card,
           now ? theme.primary : theme.disabled);
  Rect rest = place.area.inset(page.px(6), page.px(6));
  const auto intent =
      drawAgree(page, rest.cutBottom(page.px(kActionHeight), page.px(3)), card, place, turn);
  const TextStyle title{TextSize::Heading, Face::SemiBold};
  const TextStyle body{TextSize::Body, Face::Regular, theme.textSecondary};
  const float side = page.px(12);
  const Rect badge = page.metrics().portrait() ? rest.cutLeft(side, page.px(5)).cutTop(side)
                                               : rest.cutTop(side, page.px(4)).cutLeft(side);
  page.badge(badge, turn == Turn::Done ? "" : std::to_string(place.number),
             turn == Turn::Later ? theme.disabled : theme.accent, theme.onAccent);
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
  std::optional<Intent> intent = drawHead(page, rest, "Before you take it", true);
  const TextStyle lead{TextSize::Button, Face::Regular, page.theme().textSecondary};
  const float leadHeight = page.textHeight(rest.w, view.lead, lead);
  if (!page.metrics().tight()) page.text(rest.cutTop(leadHeight, page.px(5)), view.lead, lead);
  const std::size_t count = view.cards.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Rect area = placeOf(page, rest, i, count);
    if (page.metrics().tight() && i != view.agreed) continue;
    const Turn turn = i < view.agreed ? Turn::Done : (i == view.agreed ? Turn::Now : Turn::Later);
    if (auto agreed = drawCard(page, {area, i + 1}, view.cards[i], turn)) {
      intent = agreed;
    }
  }
  return intent;
}

}  // namespace hallpass
