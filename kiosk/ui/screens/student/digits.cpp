#include <algorithm>
#include <array>
#include <string>

#include "kiosk/domain/claim.h"
#include "kiosk/ui/pad.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "kiosk/ui/sign.h"

namespace hallpass {
namespace {

struct Words {
  std::string title;
  std::string lead;
  Sign sign = Sign::None;
};

std::string triesText(int left) {
  constexpr std::array<std::string_view, 4> kNumbers{"No", "One", "Two", "Three"};
  const auto number = static_cast<std::size_t>(left);
  const std::string count =
      number < kNumbers.size() ? std::string(kNumbers[number]) : std::to_string(left);
  return count + (left == 1 ? " try" : " tries") + " left.";
}

Words wordsOf(const DigitsView& view) {
  if (view.purpose == DigitsView::Purpose::Choose) {
    return {"Choose four digits",
            "You need them to see your code again. Nobody else should know them."};
  }
  if (!view.triesLeft) {
    return {"Your four digits",
            "The ones you chose when you took your code, " + view.student.name + "."};
  }
  if (*view.triesLeft <= 0) {
    return {"Your four digits", "Those were not your digits. Please call your instructor.",
            Sign::Bad};
  }
  return {"Your four digits", "Those were not your digits. " + triesText(*view.triesLeft),
          Sign::Attention};
}

bool mayType(const DigitsView& view) { return !view.triesLeft || *view.triesLeft > 0; }

std::optional<Intent> drawTake(Page& page, Rect& rest, const DigitsView& view) {
  const Rect place = rest.cutBottom(page.px(kActionHeight), page.px(5));
  const bool all = view.typed.size() >= kOwnDigits && mayType(view);
  if (!page.button(place, {"take", "Show my code", ButtonKind::Primary, all})) return std::nullopt;
  return Intent{Intent::Act::Take, {}};
}

}  // namespace

std::optional<Intent> draw(Page& page, const DigitsView& view) {
  Rect rest = page.content();
  const Words words = wordsOf(view);
  std::optional<Intent> intent = drawHead(page, rest, words.title, true);
  const Rect pad = cutPad(page, rest);
  if (auto typed = drawPad(page, pad, "digit", mayType(view))) intent = typed;
  if (auto taken = drawTake(page, rest, view)) intent = taken;
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
