#include <algorithm>
#include <string>

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "kiosk/ui/sign.h"
#include "kiosk/ui/typed_field.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::trc;

std::optional<Intent> drawDone(Page& page, const Rect& place) {
  // TRANSLATORS: a button: what was typed is taken
  if (!page.button(place, {"done", trc("kiosk", "Done"), ButtonKind::Primary, true}))
    return std::nullopt;
  return Intent{Intent::Act::Main, {}};
}

void drawAnswer(Page& page, const Rect& area, const EditView& view, Down down) {
  const bool wrong = !view.mistake.empty();
  const TextStyle style{TextSize::Body, Face::Regular,
                        wrong ? page.theme().bad : page.theme().textSecondary, Across::Left, down};
  drawSigned(page, area, wrong ? Sign::Bad : Sign::None, wrong ? view.mistake : view.hint, style);
}

/// Numbers have a pad at the right, and all else at its left.
std::optional<Intent> drawNumberEdit(Page& page, Rect rest, const EditView& view) {
  Rect foot = rest.cutBottom(page.px(kActionHeight), page.px(5));
  const bool portrait = page.metrics().portrait();
  const Rect pad = portrait ? rest.cutBottom(numberKeysHeight(page), page.px(5))
                            : rest.cutRight(rest.w * 0.5F, page.px(8));
  auto intent = drawNumberKeys(page, pad);
  drawTypedField(page, cutTypedField(page, rest), view.typed, view.title);
  if (auto done = drawDone(page, portrait ? foot : foot.cutRight(page.px(110)))) {
    intent = done;
  }
  drawAnswer(page, rest, view, Down::Top);
  return intent;
}

std::optional<Intent> drawTextEdit(Page& page, Rect rest, const EditView& view) {
  const bool tight = page.metrics().tight() && !page.metrics().portrait();
  Rect field = cutTypedField(page, rest);
  std::optional<Intent> intent;
  auto typed = drawKeyboard(page, rest, {view.keyboard, view.typed});
  if (tight) {
    intent = drawDone(page, field.cutRight(page.px(44), page.px(kGap)));
  } else {
    Rect done = page.metrics().portrait() ? rest.cutBottom(page.px(kActionHeight), page.px(4))
                                          : rest.cutRight(page.px(90), page.px(6));
    const float height = std::min(page.px(kActionHeight), done.h);
    intent = drawDone(page, {done.x, done.y + (done.h - height) / 2, done.w, height});
  }
  drawTypedField(page, field, view.typed, view.title);
  drawAnswer(page, rest, view, page.metrics().portrait() ? Down::Top : Down::Middle);
  return typed ? typed : intent;
}

}  // namespace

std::optional<Intent> draw(Page& page, const EditView& view) {
  if (view.secret) page.description().hideTyping();
  Rect rest = page.content();
  const auto back = drawHead(page, rest, view.title, true);
  const auto intent = view.keyboard == Keyboard::Numbers ? drawNumberEdit(page, rest, view)
                                                         : drawTextEdit(page, rest, view);
  return intent ? intent : back;
}

}  // namespace hallpass
