// What did not work, and the guide's answer to it.
#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"

namespace hallpass {

std::optional<Intent> draw(Page& page, const WentWrongView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, "What happened?", true);
  if (view.choices.empty()) return intent;
  const std::size_t columns = page.metrics().portrait() ? 1 : 2;
  const std::size_t rows = (view.choices.size() + columns - 1) / columns;
  const float gap = page.px(page.metrics().tight() ? kGap : 5);
  const auto count = static_cast<float>(rows);
  rest.h = std::min(rest.h, count * page.px(44) + (count - 1) * gap);
  for (std::size_t i = 0; i < view.choices.size(); ++i) {
    const Rect place = rest.row(i / columns, rows, gap).column(i % columns, columns, gap);
    const std::string id = "choice-" + std::to_string(i + 1);
    if (page.button(place, {id, view.choices[i], ButtonKind::Secondary, true})) {
      intent = Intent{Intent::Act::Pick, {}, i};
    }
  }
  return intent;
}

std::optional<Intent> draw(Page& page, const AnswerView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent =
      drawHead(page, rest, view.last ? "Ask for help" : "Try this", true);
  const Action call{{"call", "Call the instructor", ButtonKind::Secondary, true},
                    Intent::Act::ItDidNot};
  const Action finish{{"finish", "Next person", ButtonKind::Secondary, true}, Intent::Act::Finish};
  const auto acted = drawActions(
      page, rest, view.last ? finish : call,
      Action{{"worked", "It worked now", ButtonKind::Primary, true}, Intent::Act::ItWorked});
  const TextStyle title{TextSize::Heading, Face::SemiBold};
  const TextStyle body{TextSize::Button, Face::Regular};
  Rect inner = rest.inset(page.px(8), page.px(7));
  const float height = std::min(page.textHeight(inner.w, view.title, title), inner.h * 0.4F);
  const float taken = height + page.px(4) + page.textHeight(inner.w, view.body, body);
  inner.h = std::min(inner.h, taken);
  page.box(inner.inset(page.px(-8), page.px(-7)), page.theme().card);
  page.text(inner.cutTop(height, page.px(4)), view.title, title);
  page.text(inner, view.body, body);
  return acted ? acted : intent;
}

}  // namespace hallpass
