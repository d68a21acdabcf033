#include "kiosk/ui/screens/student/outcome_question.h"

#include <algorithm>

#include "kiosk/ui/parts.h"
#include "platform/base/translation.h"

namespace hallpass {

std::optional<Intent> drawOutcomeQuestion(Page& page, Rect& rest, std::string_view question) {
  std::optional<Intent> intent;
  const bool portrait = page.metrics().portrait();
  const float height = page.px(kHeadHeight);
  Rect line = rest.cutBottom(portrait ? page.px(2 * kHeadHeight) : height, page.px(5));
  const TextStyle style{TextSize::Body, Face::SemiBold, 0, Across::Left, Down::Middle};
  if (portrait) {
    page.text(line.cutTop(page.px(kHeadHeight - kGap), page.px(kGap)), question, style);
  }
  // Below each other with the screen's main action.
  const float width = std::min(page.px(2 * 110 + kGap), line.w * 0.66F);
  Rect answers = portrait ? line : page.cutNear(line, width, page.px(4));
  if (!portrait) page.text(line, question, style);
  const std::size_t near = page.metrics().look().leftHand ? 0 : 1;
  if (page.button(answers.column(near, 2, page.px(kGap)),
                  {"worked", platform::tr("It worked"), ButtonKind::Secondary, true}, Icon::Tick)) {
    intent = Intent{Intent::Act::ItWorked, {}};
  }
  if (page.button(answers.column(1 - near, 2, page.px(kGap)),
                  {"did-not", platform::tr("It did not"), ButtonKind::Secondary, true},
                  Icon::Cross)) {
    intent = Intent{Intent::Act::ItDidNot, {}};
  }
  return intent;
}

}  // namespace hallpass
