// The screens that a visit can end with, and the question that comes before.
#include <string>

#include "kiosk/domain/visit.h"
#include "kiosk/ui/day_text.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/guide_parts.h"
#include "kiosk/ui/screens/student/outcome_question.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {

using platform::tr;
using platform::trn;

std::optional<Intent> draw(Page& page, const NoCodesView&) {
  Rect rest = page.content();
  const auto intent = drawActions(
      page, rest, std::nullopt,
      Action{{"finish", tr("Next person"), ButtonKind::Primary, true}, Intent::Act::Finish});
  drawMessage(page, rest,
              {Icon::Cross, tr("No codes are left"),
               tr("You have not lost anything: nothing was taken in your name. Please "
                  "tell your instructor, who can bring more.")});
  return intent;
}

std::optional<Intent> draw(Page& page, const ElsewhereView& view) {
  Rect rest = page.content();
  const auto intent = drawActions(
      page, rest, std::nullopt,
      Action{{"finish", tr("Next person"), ButtonKind::Primary, true}, Intent::Act::Finish});
  drawMessage(page, page.belowCorners(rest),
              {Icon::Cross, tr("Taken in another room"),
               platform::filled(tr("In your name, in {room}: {time}. Nothing was taken here. If it "
                                   "was not you, please ask your instructor."),
                                {{"room", view.room}, {"time", dayText(view.at)}})});
  return intent;
}

std::optional<Intent> draw(Page& page, const DoneView& view) {
  Rect rest = page.content();
  const Action how{{"how", tr("How it works"), ButtonKind::Secondary, true}, Intent::Act::Topics};
  std::optional<Intent> intent = drawActions(
      page, rest, view.thanks ? std::nullopt : std::optional(how),
      Action{{"finish", tr("Next person"), ButtonKind::Primary, true}, Intent::Act::Finish});
  if (view.thanks) {
    drawMessage(page, rest,
                {Icon::Tick, tr("Thank you"), tr("Your instructor sees that it worked.")});
    return intent;
  }
  if (auto said = drawOutcomeQuestion(page, rest, tr("Did it work?"))) intent = said;
  std::string lines;
  for (const std::string& line : view.next)
    lines += (lines.empty() ? "" : "\n") + guideText(line, view.reading);
  drawMessage(page, page.belowCorners(rest), {Icon::Tick, tr("All yours"), lines});
  return intent;
}

std::optional<Intent> draw(Page& page, const OutOfServiceView& view) {
  Rect rest = page.content();
  const TextStyle small{TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Centre,
                        Down::Bottom};
  page.text(rest.cutBottom(page.px(26), page.px(5)), view.reason, small);
  drawMessage(
      page, rest,
      {Icon::Cross, tr("Out of service"), tr("Please call your instructor. No code was lost.")});
  return std::nullopt;
}

std::optional<Intent> drawStillThere(Page& page, int secondsLeft) {
  page.draw().AddRectFilled(page.sheet().min(), page.sheet().max(), page.theme().shade);
  Rect card = page.content();
  if (!page.metrics().portrait()) card = card.inset(card.w * 0.12F, 0);
  const float height = std::min(card.h, page.px(150));
  card = card.inset(0, (card.h - height) / 2);
  page.box(card, page.theme().ground);
  Rect rest = card.inset(page.px(8));
  const auto intent = drawActions(
      page, rest,
      Action{{"finish", tr("I am done"), ButtonKind::Secondary, true}, Intent::Act::Finish},
      Action{{"stay", tr("I am still here"), ButtonKind::Primary, true}, Intent::Act::Stay});
  drawMessage(
      page, rest,
      {Icon::Clock, tr("Are you still there?"),
       trn("In {n} second this visit ends and the screen is cleared.",
           "In {n} seconds this visit ends and the screen is cleared.", secondsLeft),
       static_cast<float>(secondsLeft) / static_cast<float>(VisitTimes{}.countdown.count())});
  return intent;
}

}  // namespace hallpass
