#include <algorithm>
#include <string>

#include "kiosk/guide/guide.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/guide_parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

// The card is white with black on it in every theme: a reader that does not know inverted codes
// reads none of them (perf.md 3).
constexpr ImU32 kWhite = 0xFFFFFFFF;
constexpr ImU32 kBlack = 0xFF000000;
constexpr ImU32 kGrey = 0xFF3A3A3A;

constexpr float kMostSite = 100.0F;  ///< The second code's side, in units.

constexpr float kMostStep = 0.36F;  ///< What the first step takes of the height of a small panel.

float badgeSide(const Page& page) { return page.px(page.metrics().tight() ? 9 : 11); }

TextStyle stepStyle(const Page& page) {
  return {page.metrics().tight() ? TextSize::Small : TextSize::Body, Face::Regular, kBlack};
}

/// "1" or "2" and what to do with that code; answers the height taken.
void drawStep(Page& page, Rect area, std::string_view number, std::string_view step) {
  const float side = badgeSide(page);
  const Rect badge = area.cutLeft(side, page.px(4)).cutTop(side);
  page.badge(badge, number, page.theme().accent, page.theme().onAccent);
  page.text(area, step, stepStyle(page));
}

float stepHeight(const Page& page, float width, std::string_view step) {
  const float side = badgeSide(page);
  return std::max(page.textHeight(width - side - page.px(4), step, stepStyle(page)), side);
}

/// What the code is for, in one line or two.
void drawHeadline(Page& page, Rect& rest, const CodeView& view) {
  const std::string words = tr(view.passTitle);
  const TextStyle style{TextSize::Heading, Face::SemiBold, kBlack, Across::Left, Down::Middle};
  const float needed = page.textHeight(page.besideCorners(rest).w, words, style);
  const float height = std::clamp(needed, page.px(14), page.px(26));
  page.text(page.besideCorners(rest.cutTop(height, page.px(2))), words, style);
}

void drawCodeText(Page& page, Rect& rest, const CodeView& view) {
  if (!page.metrics().tight()) drawHeadline(page, rest, view);
  const std::string words = guideText(view.codeStep, view.reading);
  float step = stepHeight(page, page.besideCorners(rest).w, words);
  if (page.metrics().tight()) step = std::min(step, rest.h * kMostStep);
  drawStep(page, page.besideCorners(rest.cutTop(step, page.px(3))), "1", words);
  page.secretText(rest.cutTop(page.px(page.metrics().tight() ? 11 : 16), page.px(3)),
                  view.code.grouped(),
                  {TextSize::Heading, Face::Code, kBlack, Across::Left, Down::Middle, true});
}

/// The side of the second code: as large as leaves what stands beside it in its full size, and
/// never smaller than two fifths of the width.
float siteSide(const Page& page, const Rect& area, std::string_view words,
               std::string_view address) {
  const float most = std::min(page.metrics().tight() ? area.h * 0.85F : area.h, page.px(kMostSite));
  const float least = std::min(most, area.w * 0.4F);
  const TextStyle style{TextSize::Body, Face::SemiBold};
  const auto hasRoom = [&](float side) {
    const float width = area.w - side - page.px(4);
    return page.textWidth(address, style) * 0.75F <= width &&
           stepHeight(page, width, words) + page.px(12) <= area.h;
  };
  float side = most;
  while (side > least && !hasRoom(side)) side -= page.px(1);
  return std::max(side, least);
}

void drawSite(Page& page, Rect rest, const CodeView& view) {
  if (view.site.empty()) return;
  const Rect rule{rest.x, rest.y, rest.w, std::max(1.0F, page.px(0.4F))};
  page.draw().AddRectFilled(rule.min(), rule.max(), page.theme().line);
  rest.cutTop(page.px(4));
  const std::string words = guideText(view.siteStep, view.reading);
  const std::string address = shortAddress(view.site);
  const float side = siteSide(page, rest, words, address);
  Rect place = rest.cutRight(side, page.px(4));
  place.h = side;
  page.qr(place, view.site, "2");
  TextStyle style{TextSize::Body, Face::SemiBold, kBlack};
  // Smaller rather than broken within a word, as far as it can be read well.
  style.oneLine = page.textWidth(address, style) * 0.75F <= rest.w;
  const float typed = std::clamp(page.textHeight(rest.w, address, style), page.px(10),
                                 std::max(rest.h / 2, page.px(10)));
  const float step = std::min(stepHeight(page, rest.w, words), rest.h - typed);
  drawStep(page, rest.cutTop(step, page.px(2)), "2", words);
  page.text(rest.cutTop(typed), address, style);
}

void drawNote(Page& page, Rect& rest, const CodeView& view) {
  std::string note = view.again ? tr("This is the same code as before.") : tr("It is yours alone.");
  if (!view.value.empty()) {
    note += " " + filled(tr("Worth {value}."), {{"value", tr(view.value)}});
  }
  const TextStyle style{TextSize::Small, Face::Regular, kGrey};
  page.text(rest.cutTop(page.textHeight(rest.w, note, style), page.px(3)), note, style);
}

std::vector<Action> actionsOf(const CodeView& view) {
  std::vector<Action> actions{
      {{"hide", tr("Hide the code"), ButtonKind::Secondary, true}, Intent::Act::Hide}};
  if (view.steps) {
    actions.push_back({{"steps", tr("Do it now"), ButtonKind::Secondary, true},
                       Intent::Act::Steps,
                       Icon::Forward});
  }
  actions.push_back(
      {{"done", tr("Done, next person"), ButtonKind::Primary, true}, Intent::Act::Finish});
  return actions;
}

}  // namespace

std::optional<Intent> draw(Page& page, const CodeView& view) {
  Rect rest = page.content();
  const auto intent = drawFoot(page, rest, actionsOf(view));
  page.draw().AddRectFilled(rest.min(), rest.max(), kWhite, page.px(kCorner));
  Rect inner = rest.inset(page.px(page.metrics().tight() ? 4 : 5));
  // Beside the corner of a small panel there is no room for a sentence.
  if (page.metrics().portrait() || page.metrics().tight()) inner = page.belowCorners(inner);
  // Larger text takes of the code's room: its card is larger than it need be there.
  const float beyond = page.metrics().beyondUnit();
  const float words = page.px(page.metrics().tight() ? 80 : 120) * beyond;
  const float side = std::min(beyond > 1 ? inner.h * 0.88F : inner.h, inner.w * 0.5F);
  Rect place = page.metrics().portrait()
                   ? inner.cutTop(std::min(inner.w, inner.h - words), page.px(3))
                   : page.cutFar(inner, side, page.px(6));
  if (page.metrics().look().leftHand) place = page.belowCorners(place);
  page.qr(place, view.payload, "1");
  drawCodeText(page, inner, view);
  if (!page.metrics().tight()) drawNote(page, inner, view);
  drawSite(page, inner, view);
  return intent;
}

std::optional<Intent> draw(Page& page, const CodeHiddenView& view) {
  Rect rest = page.content();
  std::vector<Action> actions;
  if (view.guide) {
    actions.push_back(
        {{"how", tr("How it works"), ButtonKind::Secondary, true}, Intent::Act::Topics});
  }
  actions.push_back(
      {{"show", tr("Show it again"), ButtonKind::Secondary, true}, Intent::Act::Show});
  actions.push_back(
      {{"done", tr("Done, next person"), ButtonKind::Primary, true}, Intent::Act::Finish});
  const auto intent = drawFoot(page, rest, actions);
  drawMessage(
      page, rest,
      {Icon::Person, tr("Your code is hidden"),
       filled(tr("The {pass} code is yours and stays yours."), {{"pass", tr(view.passTitle)}})});
  return intent;
}

}  // namespace hallpass
