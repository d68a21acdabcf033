#include <algorithm>

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "kiosk/ui/typed_field.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::tr;

std::string_view answerText(WalkInView::Answer answer) {
  switch (answer) {
    case WalkInView::Answer::None:
      break;
    case WalkInView::Answer::BadName:
      return tr("That is no name. Type the name that your instructor knows.");
    case WalkInView::Answer::NameTaken:
      return tr(
          "Somebody of that name is in the class. If it is you, go back and find it; if not, "
          "add a middle name or initial.");
  }
  return tr("Your instructor sees this name, and that it joined at the device.");
}

}  // namespace

std::optional<Intent> draw(Page& page, const WalkInView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("What is your name?"), true);
  Rect field = cutTypedField(page, rest);
  const auto typed = drawKeyboard(page, rest, {Keyboard::Name, view.typed, view.kana});
  if (typed) intent = typed;
  const Button add{"add", tr("Join the class"), ButtonKind::Primary, !view.typed.empty()};
  const Rect place = cutTypedAction(page, field, rest, add.label);
  drawTypedField(page, field, view.typed, tr("First and last name"));
  if (page.button(place, add)) {
    intent = Intent{Intent::Act::Submit, {}};
  }
  page.text(rest, answerText(view.answer),
            {TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Left,
             page.metrics().portrait() ? Down::Top : Down::Middle});
  return intent;
}

}  // namespace hallpass
