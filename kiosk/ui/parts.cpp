#include "kiosk/ui/parts.h"

#include <algorithm>

#include "platform/base/translation.h"

namespace hallpass {

namespace {

using platform::tr;

/// A head narrower than this many units has no room for a title beside the word.
constexpr float kRoomForWords = 110.0F;
constexpr float kRoomForLines = 50.0F;  ///< Nor one narrower than this for two lines of it.

/// A sign alone where the words would leave the title no room.
bool drawBack(Page& page, Rect& head) {
  const Button back{"back", tr("Back"), ButtonKind::Secondary, true};
  if (head.w < page.px(kRoomForWords)) {
    const Rect place = head.cutLeft(page.px(kHeadHeight), page.px(4));
    return page.iconButton(place, back, Icon::Back);
  }
  const float words = page.textWidth(back.label, {TextSize::Button, Face::SemiBold});
  const float width = std::max(page.px(34), words + page.px(19));
  return page.button(head.cutLeft(width, page.px(6)), back, Icon::Back);
}

/// A long title takes two lines, or stands below the head where a screen is higher than it is wide.
/// Buttons may leave it no room at all; then it stands there too, or nowhere where a field asks the
/// same.
void drawTitle(Page& page, const Rect& head, Rect& rest, std::string_view title) {
  TextStyle style{TextSize::Heading, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  const float width = page.textWidth(title, style);
  const bool fits = width * 0.8F <= head.w;
  const bool hasRoom = width * 0.6F <= head.w || head.w >= page.px(kRoomForLines);
  style.oneLine = fits;
  if (fits || (hasRoom && (rest.h <= 0 || !page.metrics().portrait()))) {
    page.text(head, title, style);
  } else if (rest.h > 0) {
    const float height = std::max(page.textHeight(rest.w, title, style), page.px(kHeadHeight));
    page.text(rest.cutTop(std::min(height, 2 * page.px(kHeadHeight)), page.px(kGap)), title, style);
  }
}

}  // namespace

std::optional<Intent> drawHead(Page& page, Rect& rest, std::string_view title, bool back) {
  std::optional<Intent> intent;
  Rect head = page.besideCorners(
      rest.cutTop(page.px(kHeadHeight), page.px(page.metrics().tight() ? 3 : 5)));
  if (back && drawBack(page, head)) intent = Intent{Intent::Act::Back, {}};
  drawTitle(page, head, rest, title);
  return intent;
}

std::optional<Intent> drawWayBack(Page& page, Rect& rest, Rect& beside) {
  beside = page.besideCorners(
      rest.cutTop(page.px(kHeadHeight), page.px(page.metrics().tight() ? 3 : 5)));
  if (!drawBack(page, beside)) return std::nullopt;
  return Intent{Intent::Act::Back, {}};
}

std::optional<Intent> drawActions(Page& page, Rect& rest, const std::optional<Action>& other,
                                  const std::optional<Action>& main) {
  std::optional<Intent> intent;
  Rect foot = rest.cutBottom(page.px(kActionHeight), page.px(5));
  const float half = foot.column(0, 2, page.px(kGap)).w;
  float width = std::min(page.px(110), half);
  if (page.metrics().portrait()) {
    width = main && other ? half : foot.w;
  } else if (main && !other) {
    const float words = page.textWidth(main->button.label, {TextSize::Button, Face::SemiBold});
    width = std::min(std::max(width, words + page.px(main->icon == Icon::None ? 10 : 21)), foot.w);
  }
  if (main) {
    const Rect place = page.cutNear(foot, width);
    if (page.button(place, main->button, main->icon)) intent = Intent{main->act, {}};
  }
  if (other) {
    const Rect place = page.cutFar(foot, width);
    if (page.button(place, other->button, other->icon)) intent = Intent{other->act, {}};
  }
  return intent;
}

std::optional<Intent> drawFoot(Page& page, Rect& rest, const std::vector<Action>& actions) {
  std::optional<Intent> intent;
  const float gap = page.px(kGap);
  const bool stacked = page.metrics().portrait() && actions.size() > 2;
  const std::size_t side = stacked ? actions.size() - 1 : actions.size();
  const float height = page.px(stacked ? 2 * kActionHeight + kGap : kActionHeight);
  const Rect foot = rest.cutBottom(height, page.px(page.metrics().tight() ? kGap : 5));
  const Rect row = stacked ? foot.row(0, 2, gap) : foot;
  const std::size_t columns = std::max<std::size_t>(side, 2);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    // The last one is the outermost on the side of the hand.
    const std::size_t fromNear = side - 1 - i;
    const std::size_t column = page.metrics().look().leftHand ? fromNear : columns - 1 - fromNear;
    const Rect place = i < side ? row.column(column, columns, gap) : foot.row(1, 2, gap);
    if (page.button(place, actions[i].button, actions[i].icon)) intent = Intent{actions[i].act, {}};
  }
  return intent;
}

namespace {

/// The part of a ring that is left, from its top clockwise; what is gone is a thin line.
void drawRing(Page& page, const Rect& square, float left) {
  constexpr float kTop = -1.5707963F;
  constexpr float kRound = 6.2831853F;
  const float thick = page.px(2);
  const ImVec2 centre = square.centre();
  const float radius = square.w / 2 - thick / 2;
  page.draw().AddCircle(centre, radius, page.theme().line, 0, std::max(1.0F, page.px(0.5F)));
  // So many corners that none is near enough to its neighbour to bend the line's ends.
  constexpr int kCorners = 60;
  page.draw().PathArcTo(centre, radius, kTop, kTop + kRound * std::clamp(left, 0.0F, 1.0F),
                        kCorners);
  page.draw().PathStroke(page.theme().primary, 0, thick);
}

}  // namespace

void drawMessage(Page& page, const Rect& area, const Message& message) {
  const TextStyle headline{TextSize::Title, Face::SemiBold, 0, Across::Centre};
  const TextStyle detail{TextSize::Button, Face::Regular, page.theme().textSecondary,
                         Across::Centre};
  Rect column = area;
  if (!page.metrics().portrait()) column = area.inset(area.w * 0.09F, 0);
  float sign = message.icon == Icon::None ? 0 : page.px(page.metrics().tight() ? 22 : 34);
  const float headlineHeight = page.textHeight(column.w, message.headline, headline);
  const float detailHeight = page.textHeight(column.w, message.detail, detail);
  const float gap = page.px(6);
  const float words = headlineHeight + gap + detailHeight;
  if (sign + gap + words > column.h) sign = 0;  // It gives way to the words.
  column.cutTop(std::max(0.0F, (column.h - words - (sign > 0 ? sign + gap : 0)) / 2));
  if (sign > 0) {
    Rect circle = column.cutTop(sign, gap).square();
    if (message.left) {
      drawRing(page, circle, *message.left);
      circle = circle.inset(page.px(4));
    }
    page.badge(circle, " ", page.theme().accent, page.theme().onAccent);
    page.icon(circle.inset(circle.w * 0.27F), message.icon, page.theme().onAccent);
  }
  page.text(column.cutTop(headlineHeight, gap), message.headline, headline);
  page.text(column, message.detail, detail);
}

void drawCard(Page& page, const Rect& area) {
  const Theme& theme = page.theme();
  page.box(area, theme.card == theme.ground ? theme.panel : theme.card);
}

void drawWordmark(Page& page, const Rect& area) {
  Rect rest = area;
  const Rect mark = rest.cutLeft(area.h, page.px(3));
  const Theme& theme = page.theme();
  page.draw().AddRectFilled(mark.min(), mark.max(), theme.primary, mark.h * 0.24F);
  const Rect slot{mark.x + mark.w * 0.34F, mark.y + mark.h * 0.16F, mark.w * 0.32F, mark.h * 0.1F};
  page.draw().AddRectFilled(slot.min(), slot.max(), theme.onPrimary, slot.h / 2);
  page.icon(mark.inset(mark.w * 0.2F, mark.h * 0.2F), Icon::Tick, theme.mark);
  page.text(rest, "Hallpass",
            {TextSize::Button, Face::SemiBold, theme.text, Across::Left, Down::Middle, true});
}

}  // namespace hallpass
