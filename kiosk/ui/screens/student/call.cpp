// The call for the instructor, which the whole room sees.
#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

/// Before it is taken back for good, it is asked once more; a second tap on the same place does not
/// answer that.
std::optional<Intent> drawCallActions(Page& page, Rect& rest, const CallView& view) {
  using Act = Intent::Act;
  if (!view.asked) {
    return drawActions(
        page, rest,
        Action{{"end-call", tr("Stop calling"), ButtonKind::Secondary, true}, Act::Finish},
        std::nullopt);
  }
  return drawActions(
      page, rest,
      Action{{"keep-calling", tr("Go on calling"), ButtonKind::Secondary, true}, Act::Stay},
      Action{{"call-over", tr("Yes, stop calling"), ButtonKind::Strong, true}, Act::Yes});
}

}  // namespace

/// One still sheet in the strongest colour, with a sign that needs no language.
std::optional<Intent> draw(Page& page, const CallView& view) {
  const Theme& theme = page.theme();
  page.draw().AddRectFilled(page.sheet().min(), page.sheet().max(), theme.accent);
  Rect rest = page.content();
  const auto intent = drawCallActions(page, rest, view);
  const bool portrait = page.metrics().portrait();
  const Rect sign = portrait ? rest.cutTop(rest.h * 0.5F, page.px(6))
                             : rest.cutLeft(std::min(rest.h, rest.w * 0.42F), page.px(10));
  page.badge(sign.square(), " ", theme.onAccent, theme.accent);
  page.icon(sign.square().inset(sign.square().w * 0.2F), Icon::RaisedHand, theme.accent);
  const std::string headline = view.asked ? tr("Stop calling?") : tr("Help is needed here");
  const std::string detail =
      view.asked ? tr("Nobody is called any more then.")
                 : tr("Please wait here. The instructor sees this screen across the room.");
  const TextStyle large{TextSize::Title, Face::SemiBold, theme.onAccent,
                        portrait ? Across::Centre : Across::Left};
  const TextStyle small{TextSize::Heading, Face::SemiBold, theme.onAccent, large.across};
  const float headlineHeight = std::min(page.textHeight(rest.w, headline, large), rest.h * 0.7F);
  const float detailHeight = page.textHeight(rest.w, detail, small);
  if (!portrait) rest.cutTop(std::max(0.0F, (rest.h - headlineHeight - detailHeight) / 2));
  page.text(rest.cutTop(headlineHeight, page.px(4)), headline, large);
  page.text(rest, detail, small);
  return intent;
}

}  // namespace hallpass
