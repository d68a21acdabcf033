#include <algorithm>
#include <array>
#include <string>

#include "kiosk/domain/claim.h"
#include "kiosk/ui/pad.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "kiosk/ui/sign.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::noted;
using platform::tr;
using platform::trn;

struct Words {
  std::string title;
  std::string lead;
  Sign sign = Sign::None;
};

std::string wrongText(int left) {
  constexpr std::array<const char*, 3> kFew{noted("Those were not your digits. One try left."),
                                            noted("Those were not your digits. Two tries left."),
                                            noted("Those were not your digits. Three tries left.")};
  const auto number = static_cast<std::size_t>(left);
  if (number <= kFew.size()) return tr(kFew.at(number - 1));
  return trn("Those were not your digits. {n} try left.",
             "Those were not your digits. {n} tries left.", left);
}

Words wordsOf(const DigitsView& view) {
  if (view.purpose == DigitsView::Purpose::Choose) {
    return {tr("Choose four digits"),
            tr("You need them to see your code again. Nobody else should know them.")};
  }
  if (!view.triesLeft) {
    return {tr("Your four digits"), filled(tr("{name}: the ones you chose when you took your code"),
                                           {{"name", view.student.name}})};
  }
  if (*view.triesLeft <= 0) {
    return {tr("Your four digits"), tr("Those were not your digits. Please call your instructor."),
            Sign::Bad};
  }
  return {tr("Your four digits"), wrongText(*view.triesLeft), Sign::Attention};
}

bool mayType(const DigitsView& view) { return !view.triesLeft || *view.triesLeft > 0; }

std::optional<Intent> drawTake(Page& page, Rect& rest, const DigitsView& view) {
  const bool all = view.typed.size() >= kOwnDigits && mayType(view);
  return drawActions(
      page, rest, std::nullopt,
      Action{{"take", tr("Show my code"), ButtonKind::Primary, all}, Intent::Act::Take});
}

}  // namespace

std::optional<Intent> draw(Page& page, const DigitsView& view) {
  Rect rest = page.content();
  const Words words = wordsOf(view);
  std::optional<Intent> intent = drawHead(page, rest, words.title, true);
  if (auto taken = drawTake(page, rest, view)) intent = taken;
  const Rect pad = cutPad(page, rest);
  if (auto typed = drawPad(page, pad, "digit", mayType(view))) intent = typed;
  const TextStyle lead{TextSize::Button, Face::Regular,
                       words.sign == Sign::None ? page.theme().textSecondary : page.theme().text};
  const float gap = page.px(page.metrics().tight() ? 3 : 6);
  const float digits = digitsHeight(page, rest.w, kOwnDigits);
  const float height =
      std::min(rest.h - digits - gap, signedHeight(page, rest.w, words.sign, words.lead, lead));
  drawSigned(page, rest.cutTop(height, gap), words.sign, words.lead, lead);
  drawDigits(page, rest.cutTop(digits), view.typed, kOwnDigits,
             view.purpose == DigitsView::Purpose::Choose ? Digits::Shown : Digits::Dots);
  return intent;
}

}  // namespace hallpass
