#include <algorithm>
#include <string>

#include "kiosk/ui/flow.h"
#include "kiosk/ui/number_text.h"
#include "kiosk/ui/pad.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "kiosk/ui/sign.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

std::optional<Intent> drawWays(Page& page, Rect& rest, const PinView& view) {
  std::optional<Intent> intent;
  std::vector<float> widths;
  for (const DeskButton& button : view.buttons) {
    const float words = page.textWidth(button.label, {TextSize::Button, Face::SemiBold});
    widths.push_back(words + page.px(14));
  }
  const float height = page.px(page.metrics().tight() ? kTarget : kHeadHeight);
  const float gap = page.px(kGap);
  const Rect area = rest.cutBottom(flowHeight(rest.w, widths, height, gap), page.px(5));
  const std::vector<Rect> places = flow(area, widths, height, gap);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const DeskButton& button = view.buttons[i];
    if (page.button(places[i], {button.id, button.label, ButtonKind::Secondary, button.enabled})) {
      intent = Intent{Intent::Act::Press, {}, i};
    }
  }
  return intent;
}

/// What stands below the dots while no key works, or nothing.
void drawState(Page& page, const Rect& area, const PinView& view) {
  const TextStyle style{TextSize::Button, Face::SemiBold};
  if (view.checking) {
    drawSigned(page, area, Sign::Waiting, tr("Checking …"), style);
  } else if (!view.stopped && view.waitSeconds > 0) {
    drawSigned(page, area, Sign::Waiting,
               filled(tr("Next try in {time}"), {{"time", minutesText(view.waitSeconds)}}), style);
  }
}

}  // namespace

std::optional<Intent> draw(Page& page, const PinView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, view.title, view.back);
  const Rect pad = cutPad(page, rest);
  const bool works = !view.checking && !view.stopped && view.waitSeconds <= 0;
  if (auto typed = drawPad(page, pad, "pin", works)) intent = typed;
  if (auto pressed = drawWays(page, rest, view)) intent = pressed;
  const TextStyle lead{
      TextSize::Button, Face::Regular,
      view.leadSign == Sign::None ? page.theme().textSecondary : page.theme().text};
  const float gap = page.px(page.metrics().tight() ? 3 : 6);
  const float digits = view.stopped ? 0 : digitsHeight(page, rest.w, view.digits) + gap;
  const float state = page.px(12);
  if (!view.lead.empty()) {
    const float words = signedHeight(page, rest.w, view.leadSign, view.lead, lead);
    const Rect place = rest.cutTop(std::min(rest.h - digits - state - gap, words), gap);
    drawSigned(page, place, view.leadSign, view.lead, lead);
  }
  if (!view.stopped) {
    const std::string dots(view.typed, '.');
    drawDigits(page, rest.cutTop(digits - gap, gap), dots, view.digits, Digits::Dots);
  }
  drawState(page, rest.cutTop(state), view);
  return intent;
}

}  // namespace hallpass
