#include <algorithm>
#include <string>

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "kiosk/ui/typed_field.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;
using platform::trn;

constexpr float kHitHeight = 19.0F;

bool drawHit(Page& page, const Rect& place, const ShownName& hit, std::size_t number) {
  bool pressed = false;
  const std::string label = hit.hint.empty() ? hit.name : hit.name + ", " + hit.hint;
  const bool touched = page.touch(
      place, {"student-" + std::to_string(number), label, "button", place, true, false}, pressed);
  page.box(place, pressed ? page.theme().panel : page.theme().card, page.theme().line);
  Rect inner = place.inset(page.px(5), page.px(1.5F));
  page.icon(inner.cutLeft(page.px(9), page.px(5)).square(), Icon::Person, page.theme().primary);
  const TextStyle name{TextSize::Button, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  if (hit.hint.empty()) {
    page.label(inner, hit.name, name);
  } else {
    page.label(inner.cutTop(inner.h * 0.54F), hit.name, name);
    page.label(inner, hit.hint,
               {TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Left,
                Down::Middle, true});
  }
  return touched;
}

/// As many names as there is room for; where there are more, the last place says so.
std::optional<Intent> drawHits(Page& page, const Rect& area, const std::vector<ShownName>& hits) {
  std::optional<Intent> intent;
  const float gap = page.px(kGap);
  const float height = std::min(page.px(kHitHeight), area.h);
  const std::size_t columns = page.metrics().portrait() ? 1 : 2;
  const auto rows =
      std::max<std::size_t>(1, static_cast<std::size_t>((area.h + gap) / (height + gap)));
  const std::size_t places = columns * rows;
  const std::size_t shown = hits.size() > places ? places - 1 : hits.size();
  for (std::size_t i = 0; i <= shown && i < hits.size(); ++i) {
    const Rect column = area.column(i % columns, columns, gap);
    const std::size_t row = i / columns;
    const Rect place{column.x, area.y + static_cast<float>(row) * (height + gap), column.w, height};
    if (i == shown) {
      const auto more = static_cast<std::int64_t>(hits.size() - shown);
      page.text(
          place.inset(page.px(5), 0),
          trn("{n} more: type on, or your student number",
              "{n} more: type on, or your student number", more),
          {TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Left, Down::Middle});
    } else if (drawHit(page, place, hits[i], i + 1)) {
      intent = Intent{Intent::Act::Pick, {}, i};
    }
  }
  return intent;
}

}  // namespace

std::optional<Intent> draw(Page& page, const FindView& view) {
  Rect rest = page.content();
  // Upright the head has no room for it, and the list has more than it needs.
  const bool portrait = page.metrics().portrait();
  Rect joinPlace;
  Rect head = rest;
  if (view.walkIns && !portrait) {
    head = page.besideCorners(
        rest.cutTop(page.px(kHeadHeight), page.px(page.metrics().tight() ? 3 : 5)));
    joinPlace = head.cutRight(page.px(84), page.px(4));
  }
  Rect& room = joinPlace.w > 0 ? head : rest;
  std::optional<Intent> intent = drawHead(page, room, tr("Find your name"), true);
  drawTypedField(page, cutTypedField(page, rest), view.typed,
                 tr("Type two letters of your name, or scan your badge"));
  if (auto typed = drawKeyboard(page, rest, {Keyboard::Search, view.typed, view.kana})) {
    intent = typed;
  }
  if (view.walkIns && portrait) joinPlace = rest.cutBottom(page.px(kHeadHeight), page.px(kGap));
  if (view.walkIns && page.button(joinPlace, {"walk-in", tr("I am not on the list"),
                                              ButtonKind::Secondary, true})) {
    intent = Intent{Intent::Act::JoinList, {}};
  }
  const TextStyle hint{TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Centre,
                       Down::Middle};
  if (!view.hits.empty()) {
    if (auto picked = drawHits(page, rest, view.hits)) intent = picked;
  } else if (view.enough) {
    page.text(rest,
              tr("Nobody on the list is called that. Check the spelling, type your student "
                 "number, or call your instructor."),
              hint);
  } else {
    page.text(rest,
              tr("Your name appears here. First or last name, in any order; your student "
                 "number works too."),
              hint);
  }
  return intent;
}

}  // namespace hallpass
