#include "kiosk/ui/screens/student/outcome_question.h"

#include "kiosk/ui/parts.h"

namespace hallpass {

std::optional<Intent> drawOutcomeQuestion(Page& page, Rect& rest, std::string_view question) {
  std::optional<Intent> intent;
  const bool portrait = page.metrics().portrait();
  const float height = page.px(kHeadHeight);
  Rect line = rest.cutBottom(portrait ? page.px(2 * kHeadHeight) : height, page.px(5));
  const TextStyle style{TextSize::Button, Face::SemiBold, 0, Across::Left, Down::Middle};
  if (portrait) {
    page.text(line.cutTop(page.px(kHeadHeight - kGap), page.px(kGap)), question, style);
  }
  Rect answers = portrait ? line : line.cutRight(line.w * 0.56F, page.px(4));
  if (!portrait) page.text(line, question, style);
  if (page.button(answers.column(1, 2, page.px(kGap)),
                  {"worked", "It worked", ButtonKind::Secondary, true}, Icon::Tick)) {
    intent = Intent{Intent::Act::ItWorked, {}};
  }
  if (page.button(answers.column(0, 2, page.px(kGap)),
                  {"did-not", "It did not", ButtonKind::Secondary, true}, Icon::Cross)) {
    intent = Intent{Intent::Act::ItDidNot, {}};
  }
  return intent;
}

}  // namespace hallpass
