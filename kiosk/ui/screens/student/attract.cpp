#include <algorithm>
#include <array>
#include <string>

#include "kiosk/ui/day_text.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::noted;
using platform::tr;

struct Notice {
  Icon icon = Icon::None;
  std::string headline;
  std::string detail;
};

/// Why nobody can take a code now, in a student's words.
Notice noticeOf(const AttractView& view) {
  switch (view.standing) {
    case Standing::Open:
      break;
    case Standing::NoClass:
      return {Icon::Clock, tr("Not open yet"), tr("Your instructor opens the class here.")};
    case Standing::NotYetOpen:
      return {Icon::Clock, tr("Not open yet"),
              view.from
                  ? filled(tr("Codes are handed out from {time}."), {{"time", dayText(*view.from)}})
                  : tr("Please come back a little later.")};
    case Standing::Paused:
      return {Icon::Pause, tr("Paused for a moment"),
              tr("Your instructor goes on soon. Nothing is lost: your code waits for you.")};
    case Standing::Over:
      return {Icon::Cross, tr("This class is over"),
              tr("Codes are no longer handed out. Ask your instructor if you still need one.")};
    case Standing::OutOfStock:
      return {Icon::Cross, tr("No codes left"),
              tr("Please tell your instructor. If you have taken yours, you can see it again.")};
    case Standing::CallInstructor:
      return {Icon::Person, tr("Please call your instructor"),
              tr("This device needs a hand before it can give out codes.")};
  }
  return {};
}

void drawSteps(Page& page, Rect area) {
  constexpr std::array steps{noted("Find your name"), noted("Read three short cards"),
                             noted("Take your code with your phone")};
  const float height = std::min(page.px(14), area.h / 3);
  const float side = std::min(page.px(10), height);
  const float gap = page.px(5);
  // All in one size: the largest in which each has room in a line.
  TextStyle style{TextSize::Button, Face::Regular, 0, Across::Left, Down::Middle, true};
  const auto fits = [&](const char* step) {
    return page.textWidth(tr(step), style) <= area.w - side - gap;
  };
  while (style.size > TextSize::Small && !std::all_of(steps.begin(), steps.end(), fits)) {
    style.size = static_cast<TextSize>(static_cast<int>(style.size) - 1);
  }
  int number = 0;
  for (const char* step : steps) {
    Rect row = area.cutTop(height);
    const Rect badge = row.cutLeft(side, gap).square();
    page.badge(badge, std::to_string(++number), page.theme().accent, page.theme().onAccent);
    page.text(row, tr(step), style);
  }
}

void drawInvitation(Page& page, Rect area, const AttractView& view) {
  const TextStyle small{TextSize::Body, Face::Regular, page.theme().textSecondary};
  const TextStyle large{TextSize::Title, Face::SemiBold};
  const std::string headline = filled(tr("Take your {pass}"), {{"pass", tr(view.passTitle)}});
  const bool tight = page.metrics().tight();
  const float steps = page.px(tight ? 36 : 42);
  const float headlineHeight =
      std::min(page.textHeight(area.w, headline, large), area.h - steps - page.px(20));
  const float titleHeight = std::min(page.textHeight(area.w, view.classTitle, small), page.px(18));
  const float gap = page.px(tight ? 3 : 6);
  const float taken = titleHeight + page.px(2) + headlineHeight + gap + steps;
  area.cutTop((area.h - taken) / 2);
  page.text(area.cutTop(titleHeight, page.px(2)), view.classTitle, small);
  Rect room = area;
  room.h = headlineHeight;
  // It may be set smaller, in fewer lines.
  area.cutTop(page.text(room, headline, large), gap);
  drawSteps(page, area);
}

/// The whole screen wakes it: the first touch does nothing else, wherever it lands.
std::optional<Intent> drawOpen(Page& page, const Rect& bar, const Rect& rest,
                               const AttractView& view) {
  bool pressed = false;
  const bool woken = page.touch(
      page.sheet(), {"wake", tr("Touch the screen to start"), "button", page.sheet(), true, false},
      pressed);
  drawInvitation(page, rest, view);
  page.box(bar, pressed ? page.theme().primaryPressed : page.theme().primary);
  page.label(bar, tr("Touch the screen to start"),
             {TextSize::Heading, Face::SemiBold, page.theme().onPrimary, Across::Centre,
              Down::Middle, true});
  if (!woken) return std::nullopt;
  return Intent{Intent::Act::Wake, {}};
}

std::optional<Intent> drawNotice(Page& page, const Rect& bar, Rect rest, const AttractView& view) {
  std::optional<Intent> intent;
  const Notice notice = noticeOf(view);
  if (view.standing == Standing::OutOfStock) {
    if (page.button(bar, {"again", tr("See my code again"), ButtonKind::Secondary, true})) {
      intent = Intent{Intent::Act::Wake, {}};
    }
  }
  const TextStyle large{TextSize::Title, Face::SemiBold};
  const TextStyle body{TextSize::Button, Face::Regular, page.theme().textSecondary};
  const TextStyle small{TextSize::Body, Face::Regular, page.theme().textSecondary};
  const float headline = page.textHeight(rest.w, notice.headline, large);
  const float detail = page.textHeight(rest.w, notice.detail, body);
  const float title = std::min(page.textHeight(rest.w, view.classTitle, small), page.px(18));
  const float words = headline + detail + page.px(view.classTitle.empty() ? 4 : 6) + title;
  // The sign gives way to the words.
  float sign = page.px(page.metrics().tight() ? 16 : 26);
  if (words + sign + page.px(7) > rest.h) sign = 0;
  rest.cutTop(std::max(0.0F, (rest.h - words - sign - page.px(7)) / 2));
  if (sign > 0) {
    const Rect circle = rest.cutTop(sign, page.px(7)).cutLeft(sign);
    page.badge(circle, " ", page.theme().accent, page.theme().onAccent);
    page.icon(circle.inset(sign * 0.26F), notice.icon, page.theme().onAccent);
  }
  if (!view.classTitle.empty()) {
    page.text(rest.cutTop(title, page.px(2)), view.classTitle, small);
  }
  page.text(rest.cutTop(headline, page.px(4)), notice.headline, large);
  page.text(rest, notice.detail, body);
  return intent;
}

/// The guide without a code.
std::optional<Intent> drawHow(Page& page, const Rect& place) {
  if (!page.button(place, {"how", tr("How it works"), ButtonKind::Secondary, true})) {
    return std::nullopt;
  }
  return Intent{Intent::Act::Topics, {}};
}

/// What begins a visit is where every screen has its main action.
bool hasBar(const AttractView& view) {
  return view.standing == Standing::Open || view.standing == Standing::OutOfStock;
}

struct AttractPlaces {
  Rect mark;     ///< The program's name, above all.
  Rect picture;  ///< Beside the words, upright above them.
  Rect how;
  Rect bar;
  Rect words;
};

AttractPlaces uprightPlaces(const Page& page, const AttractView& view) {
  AttractPlaces places;
  Rect rest = page.content();
  places.mark = page.besideCorners(rest.cutTop(page.px(13), page.px(4)));
  if (hasBar(view)) places.bar = rest.cutBottom(page.px(24), page.px(4));
  if (view.guide) places.how = rest.cutBottom(page.px(kHeadHeight), page.px(5));
  places.picture = rest.cutTop(rest.h * (page.metrics().tight() ? 0.32F : 0.4F), page.px(6));
  places.words = rest;
  return places;
}

AttractPlaces widePlaces(const Page& page, const AttractView& view) {
  AttractPlaces places;
  Rect rest = page.content();
  Rect far = page.cutFar(rest, rest.w * 0.36F, page.px(12));
  const float foot = page.px(page.metrics().tight() ? kActionHeight : 24);
  // The name stands at the left, whichever side the picture is on.
  Rect& left = far.x < rest.x ? far : rest;
  places.mark = page.besideCorners(left.cutTop(page.px(13), page.px(4)));
  if (view.guide) places.how = far.cutBottom(foot, page.px(6));
  if (hasBar(view)) places.bar = rest.cutBottom(foot, page.px(6));
  const bool under = &left == &rest;  // The corner's buttons stand above the picture.
  places.picture = under ? page.belowCorners(far) : far;
  places.words = page.belowCorners(rest);
  return places;
}

}  // namespace

std::optional<Intent> draw(Page& page, const AttractView& view) {
  const AttractPlaces places =
      page.metrics().portrait() ? uprightPlaces(page, view) : widePlaces(page, view);
  // Before the screen itself: what is registered first takes the touch.
  const auto asked = view.guide ? drawHow(page, places.how) : std::nullopt;
  drawPassIllustration(page, places.picture);
  drawWordmark(page, places.mark);
  const auto intent = view.standing == Standing::Open
                          ? drawOpen(page, places.bar, places.words, view)
                          : drawNotice(page, places.bar, places.words, view);
  return asked ? asked : intent;
}

}  // namespace hallpass
