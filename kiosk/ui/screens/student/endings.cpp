// The screens that a visit can end with, and the question that comes before.
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/outcome_question.h"
#include "kiosk/ui/screens/student/student_screens.h"

namespace hallpass {

std::optional<Intent> draw(Page& page, const NoCodesView&) {
  Rect rest = page.content();
  const auto intent = drawActions(
      page, rest, std::nullopt,
      Action{{"finish", "Next person", ButtonKind::Primary, true}, Intent::Act::Finish});
  drawMessage(page, rest,
              {Icon::Cross, "No codes are left",
               "You have not lost anything: nothing was taken in your name. Please "
               "tell your instructor, who can bring more."});
  return intent;
}

std::optional<Intent> draw(Page& page, const DoneView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawActions(
      page, rest, std::nullopt,
      Action{{"finish", "Next person", ButtonKind::Primary, true}, Intent::Act::Finish});
  if (view.thanks) {
    drawMessage(page, rest, {Icon::Tick, "Thank you", "Your instructor sees that it worked."});
    return intent;
  }
  if (auto said = drawOutcomeQuestion(page, rest, "Did it work?")) intent = said;
  std::string lines;
  for (const std::string& line : view.next) lines += (lines.empty() ? "" : "\n") + line;
  drawMessage(page, page.belowCorners(rest), {Icon::Tick, "All yours", lines});
  return intent;
}

std::optional<Intent> draw(Page& page, const OutOfServiceView& view) {
  Rect rest = page.content();
  const TextStyle small{TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Centre,
                        Down::Bottom};
  page.text(rest.cutBottom(page.px(26), page.px(5)), view.reason, small);
  drawMessage(page, rest,
              {Icon::Cross, "Out of service", "Please call your instructor. No code was lost."});
  return std::nullopt;
}

std::optional<Intent> drawStillThere(Page& page, int secondsLeft) {
  page.draw().AddRectFilled(page.whole().min(), page.whole().max(), page.theme().shade);
  Rect card = page.content();
  if (!page.metrics().portrait()) card = card.inset(card.w * 0.12F, 0);
  const float height = std::min(card.h, page.px(150));
  card = card.inset(0, (card.h - height) / 2);
  page.box(card, page.theme().ground);
  Rect rest = card.inset(page.px(8));
  const auto intent = drawActions(
      page, rest, Action{{"finish", "I am done", ButtonKind::Secondary, true}, Intent::Act::Finish},
      Action{{"stay", "I am still here", ButtonKind::Primary, true}, Intent::Act::Stay});
  drawMessage(page, rest,
              {Icon::Clock, "Are you still there?",
               "In " + std::to_string(secondsLeft) +
                   " seconds this visit ends and the screen is cleared."});
  return intent;
}

}  // namespace hallpass
