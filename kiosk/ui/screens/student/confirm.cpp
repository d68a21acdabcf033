#include "kiosk/ui/day_text.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/outcome_question.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

/// A card with a name on it, as on a badge; `line` stands below.
void drawNameCard(Page& page, const Rect& area, std::string_view name, std::string_view line) {
  const float height = std::min(area.h, page.px(78));
  Rect card = area;
  if (!page.metrics().portrait()) card = area.inset(area.w * 0.14F, 0);
  card = card.inset(0, (card.h - height) / 2);
  page.box(card, page.theme().card, page.theme().line);
  Rect inner = card.inset(page.px(10), page.px(6));
  const float side = std::min(page.px(34), inner.h);
  const Rect circle = inner.cutLeft(side, page.px(8)).square();
  page.badge(circle, " ", page.theme().panel, page.theme().text);
  page.icon(circle.inset(side * 0.2F), Icon::Person, page.theme().primary);
  const TextStyle large{TextSize::Title,
                        Face::SemiBold,
                        0,
                        Across::Left,
                        line.empty() ? Down::Middle : Down::Bottom,
                        true};
  if (line.empty()) {
    page.text(inner, name, large);
    return;
  }
  page.text(inner.cutTop(inner.h * 0.52F, page.px(2)), name, large);
  page.text(inner, line, {TextSize::Button, Face::Regular, page.theme().textSecondary});
}

}  // namespace

std::optional<Intent> draw(Page& page, const ConfirmView& view) {
  Rect rest = page.content();
  const auto head = drawHead(page, rest, tr("Is this you?"), false);
  const auto answer = drawActions(
      page, rest, Action{{"no", tr("No, go back"), ButtonKind::Secondary, true}, Intent::Act::No},
      Action{{"yes", tr("Yes, this is me"), ButtonKind::Primary, true}, Intent::Act::Yes});
  drawNameCard(page, rest, view.student.name, view.student.hint);
  return answer ? answer : head;
}

std::optional<Intent> draw(Page& page, const HandedView& view) {
  Rect rest = page.content();
  auto intent = drawHead(page, rest, tr("Is this you?"), false);
  const auto answer = drawActions(
      page, rest, Action{{"no", tr("Not me"), ButtonKind::Secondary, true}, Intent::Act::No},
      Action{{"yes", tr("That is me"), ButtonKind::Primary, true}, Intent::Act::Yes});
  drawNameCard(page, rest, view.student.name,
               (view.student.hint.empty() ? "" : view.student.hint + "\n") +
                   (view.swap ? tr("Here is your new code; it replaces the old one.")
                              : tr("You can see your code again.")));
  return answer ? answer : intent;
}

std::optional<Intent> draw(Page& page, const HaveCodeView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("You already have a code"), true);
  const auto show = drawActions(
      page, rest, std::nullopt,
      Action{{"show", tr("Show it again"), ButtonKind::Primary, true}, Intent::Act::Show});
  if (show) intent = show;
  const std::string question = !view.outcome ? tr("Did it work?")
                                             : filled(tr("You said: {outcome}. And now?"),
                                                      {{"outcome", title(*view.outcome)}});
  if (auto said = drawOutcomeQuestion(page, rest, question)) intent = said;
  drawNameCard(page, rest, view.student.name,
               filled(tr("{pass}, taken {time}. It is the same code; nobody gets two."),
                      {{"pass", tr(view.passTitle)}, {"time", dayText(view.takenAt)}}));
  return intent;
}

}  // namespace hallpass
