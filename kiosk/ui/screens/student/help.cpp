// What everybody may do without a PIN, and the call that the whole room sees.
#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

struct Aid {
  std::string id;
  std::string title;
  std::string detail;
  Intent::Act act;
  Icon icon;
  bool on = false;  ///< It is set; touched again, it is off.
};

/// Larger text is left out where it would be no larger.
std::vector<Aid> aidsOf(const Page& page, const HelpView& view) {
  std::vector<Aid> aids{{"call-instructor", tr("Call the instructor"),
                         tr("The whole screen asks for help until somebody comes."),
                         Intent::Act::Call, Icon::RaisedHand}};
  if (page.metrics().growable()) {
    aids.push_back({"larger-text", tr("Larger text"),
                    tr("Text and buttons grow until you are done."), Intent::Act::LargerText,
                    Icon::Letters, view.look.largerText});
  }
  aids.push_back({"high-contrast", tr("High contrast"),
                  tr("White and yellow on black until you are done."), Intent::Act::HighContrast,
                  Icon::Contrast, view.look.highContrast});
  return aids;
}

/// What is set has a strong edge, a tick and the word.
void drawState(Page& page, Rect& inner, const Aid& aid) {
  if (!aid.on) return;
  const TextStyle style{TextSize::Body, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  const std::string word = tr("On");
  Rect place = inner.cutRight(page.textWidth(word, style) + page.px(12), page.px(3));
  page.icon(place.cutLeft(page.px(8), page.px(3)).square(), Icon::Tick, page.theme().primary);
  page.label(place, word, style);
}

bool drawAid(Page& page, const Rect& area, const Aid& aid) {
  bool pressed = false;
  const Theme& theme = page.theme();
  const std::string described = aid.title + ". " + aid.detail;
  const bool touched = page.touch(area, {aid.id, described, "button", area, true, aid.on}, pressed);
  page.box(area, pressed ? theme.panel : theme.card, aid.on ? theme.primary : theme.line);
  const bool narrow = page.metrics().portrait() || page.metrics().tight();
  Rect inner = area.inset(page.px(narrow ? 4 : 7), page.px(2));
  const float side = std::min(page.px(narrow ? 18 : 26), inner.h);
  const Rect circle = inner.cutLeft(side, page.px(narrow ? 4 : 7)).square();
  page.badge(circle, " ", theme.accent, theme.onAccent);
  page.icon(circle.inset(circle.w * 0.24F), aid.icon, theme.onAccent);
  drawState(page, inner, aid);
  const TextStyle title{TextSize::Heading, Face::SemiBold};
  const TextStyle detail{TextSize::Body, Face::Regular, theme.textSecondary};
  const float titleHeight = std::min(page.textHeight(inner.w, aid.title, title), inner.h * 0.6F);
  const float taken = titleHeight + page.px(1) + page.textHeight(inner.w, aid.detail, detail);
  inner.cutTop(std::max(0.0F, (inner.h - taken) / 2));
  page.label(inner.cutTop(titleHeight, page.px(1)), aid.title, title);
  page.label(inner, aid.detail, detail);
  return touched;
}

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
      Action{{"call-over", tr("Yes, stop calling"), ButtonKind::Primary, true}, Act::Yes});
}

}  // namespace

std::optional<Intent> draw(Page& page, const HelpView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("Help"), true);
  const auto aids = aidsOf(page, view);
  for (std::size_t i = 0; i < aids.size(); ++i) {
    if (drawAid(page, rest.row(i, aids.size(), page.px(kGap)), aids[i])) {
      intent = Intent{aids[i].act, {}};
    }
  }
  return intent;
}

/// One still sheet in the strongest colour, with a sign that needs no language.
std::optional<Intent> draw(Page& page, const CallView& view) {
  const Theme& theme = page.theme();
  page.draw().AddRectFilled(page.whole().min(), page.whole().max(), theme.accent);
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
