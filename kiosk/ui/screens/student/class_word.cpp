#include <algorithm>

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "kiosk/ui/sign.h"
#include "kiosk/ui/typed_field.h"
#include "platform/base/translation.h"

namespace hallpass {

using platform::tr;

std::optional<Intent> draw(Page& page, const ClassWordView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("What is the class word?"), true);
  Rect field = cutTypedField(page, rest);
  if (auto typed = drawKeyboard(page, rest, {Keyboard::Search, view.typed})) intent = typed;
  const Button go{"go", tr("Go on"), ButtonKind::Primary, !view.typed.empty()};
  const Rect place = cutTypedAction(page, field, rest, go.label);
  drawTypedField(page, field, view.typed, tr("The word on the board"));
  if (page.button(place, go)) {
    intent = Intent{Intent::Act::Submit, {}};
  }
  TextStyle style{TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Left,
                  page.metrics().portrait() ? Down::Top : Down::Middle};
  if (view.wrong) style.colour = page.theme().text;
  drawSigned(page, rest, view.wrong ? Sign::Bad : Sign::None,
             view.wrong ? tr("That is not the class word. It stands on the board.")
                        : tr("Your instructor has written it on the board."),
             style);
  return intent;
}

}  // namespace hallpass
