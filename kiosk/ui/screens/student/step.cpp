// One step of the guide: a picture, what to do, and what to see when it worked.
#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/guide_parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;
using platform::trc;
using platform::trn;

constexpr float kMostBeside = 0.42F;
constexpr TextStyle kOnButton{TextSize::Button, Face::SemiBold, 0, Across::Centre, Down::Middle};
constexpr float kRoomy = 0.8F;  ///< Filled no further, a column has room for a large title.

/// "Step 1 of 2: Redeem", the topic's title, or how far one is where there are no parts.
std::string whereOf(const StepView& view) {
  if (!view.topic.empty()) return guideText(view.title, view.reading);
  const auto part = static_cast<std::size_t>(std::max(view.step.part, 1));
  if (view.parts.size() < 2 || part > view.parts.size()) return tr("Step by step");
  return filled(tr("Step {n} of {all}: {part}"), {{"n", std::to_string(part)},
                                                  {"all", std::to_string(view.parts.size())},
                                                  {"part", tr(view.parts[part - 1])}});
}

/// A dot for each card, a wider gap between two parts; how many there are is said beside them.
void drawDots(Page& page, Rect area, const StepView& view) {
  const std::size_t count = view.partOf.size();
  const std::string words = filled(tr("Card {n} of {all}"), {{"n", std::to_string(view.index + 1)},
                                                             {"all", std::to_string(count)}});
  const TextStyle style{TextSize::Small, Face::Regular, page.theme().textSecondary,
                        Across::Left,    Down::Middle,  true};
  const float room = page.textWidth(words, style) + page.px(3);
  const auto gaps = static_cast<float>(count + view.parts.size());
  const float pitch = std::min(page.px(6.2F), std::max(0.0F, area.w - room) / gaps);
  float x = area.x + pitch / 2;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && view.partOf[i] != view.partOf[i - 1]) x += pitch;
    const ImVec2 at{x, area.centre().y};
    const bool now = i == view.index;
    const Theme& theme = page.theme();
    page.draw().AddCircleFilled(at, pitch * (now ? 0.44F : 0.28F),
                                i <= view.index ? theme.primary : theme.line);
    if (now) page.draw().AddCircleFilled(at, pitch * 0.24F, theme.accent);
    x += pitch;
  }
  area.cutLeft(x - area.x + page.px(1));
  page.text(area, words, style);
}

std::optional<Intent> drawProgress(Page& page, Rect& rest, const StepView& view) {
  Rect beside;
  auto intent = drawWayBack(page, rest, beside);
  const std::string where = whereOf(view);
  const TextStyle style{TextSize::Button, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  // Upright the corner may leave it too little, and there is height to spare.
  if (page.metrics().portrait() && page.textWidth(where, style) * kRoomy > beside.w) {
    beside = rest.cutTop(page.px(kHeadHeight), page.px(kGap));
  }
  page.text(beside.cutTop(beside.h * 0.56F), where, style);
  drawDots(page, beside, view);
  return intent;
}

/// The words on the vendor's button, as they are in this language, with the English beside them.
std::string onButton(const std::string& english) {
  const std::string here = tr(english);
  return here.find(english) != here.npos ? here : here + "  /  " + english;
}

std::string olderWords(const StepView& view) {
  std::string all;
  for (const std::string& one : view.step.olderButtons) {
    all += (all.empty() ? "" : ", ") + onButton(one);
  }
  return all.empty() ? all : filled(tr("Older pages: {words}"), {{"words", all}});
}

/// Looks like a button of a page in a browser, with a pointer on it: nothing to touch here.
void drawVendorButton(Page& page, const Rect& area, const std::string& words) {
  const Theme& theme = page.theme();
  const float width = std::min(area.w - page.px(6), page.textWidth(words, kOnButton) + page.px(14));
  const Rect plate{area.x, area.y, width, area.h - page.px(2)};
  const float corner = page.px(1.2F);
  page.draw().AddRectFilled(plate.min(), plate.max(), theme.panel, corner);
  page.draw().AddRect(plate.min(), plate.max(), theme.text, corner, 0,
                      std::max(1.0F, page.px(0.5F)));
  page.text(plate.inset(page.px(3), page.px(0.5F)), words, kOnButton);
  const ImVec2 tip{plate.x + plate.w - page.px(4), plate.y + plate.h - page.px(4)};
  const float s = page.px(0.5F);
  const ImVec2 arrow[] = {tip, {tip.x, tip.y + 15 * s}, {tip.x + 11 * s, tip.y + 11 * s}};
  page.draw().AddTriangleFilled(arrow[0], arrow[1], arrow[2], theme.text);
  page.draw().AddTriangle(arrow[0], arrow[1], arrow[2], theme.card, std::max(1.0F, s));
}

void addButton(Page& page, Column& column, const StepView& view) {
  const std::string& button = view.step.button;
  if (button.empty()) return;
  const std::string words = onButton(button);
  const float height = page.px(page.metrics().tight() ? 12 : 15);
  const bool isLong = page.textWidth(words, kOnButton) > column.width() - page.px(12);
  column.drawing(isLong ? height + page.px(7) : height,
                 [&page, words](const Rect& area) { drawVendorButton(page, area, words); });
  column.text(olderWords(view), {TextSize::Small, Face::Regular, page.theme().textSecondary});
}

void addWarning(Page& page, Column& column, const StepView& view) {
  const GuideStep& step = view.step;
  if (step.minutes > 0) {
    column.note(
        Sign::Waiting,
        trn("This can take up to {n} minute.", "This can take up to {n} minutes.", step.minutes),
        {TextSize::Body, Face::SemiBold});
  }
  const std::string warning = guideText(step.warning, view.reading);
  const TextStyle style{TextSize::Body, Face::SemiBold};
  const Theme& theme = page.theme();
  if (step.level == Level::Plain) column.note(Sign::None, warning, style);
  if (step.level == Level::Care) column.boxed(Sign::Attention, warning, style, theme.accent);
  if (step.level == Level::Stop) column.boxed(Sign::Bad, warning, style, theme.bad);
}

Column wordsOf(Page& page, float width, const StepView& view, TextSize title = TextSize::Heading) {
  const GuideStep& step = view.step;
  Column column(page, width, page.px(page.metrics().tight() ? 2.5F : 4));
  column.text(guideText(step.title, view.reading), {title, Face::SemiBold});
  column.text(guideText(step.body, view.reading), {TextSize::Button, Face::Regular});
  addButton(page, column, view);
  addWarning(page, column, view);
  column.note(Sign::Good, guideText(step.check, view.reading), {TextSize::Body, Face::Regular});
  return column;
}

const Address* addressOf(const StepView& view) {
  for (const Address& address : view.reading.addresses) {
    if (address.id == view.step.address) return &address;
  }
  return addressIn(view.step.body, view.reading);
}

std::optional<Intent> drawShowMeHow(Page& page, const Rect& place) {
  if (!page.button(place, {"how-private", tr("Show me how"), ButtonKind::Secondary, true})) {
    return std::nullopt;
  }
  return Intent{Intent::Act::Private, {}};
}

/// The picture, and below it what else there is: the way to a private window, the address.
std::optional<Intent> drawSide(Page& page, Rect area, const StepView& view) {
  std::optional<Intent> intent;
  if (view.showsPrivate) {
    intent = drawShowMeHow(page, area.cutBottom(page.px(kHeadHeight), page.px(kGap)));
  }
  if (const Address* address = addressOf(view)) {
    const float most = page.px(page.metrics().tight() ? 38 : 52);
    const bool alone = view.step.picture.empty() || area.h < page.px(40);
    const float height = std::min(area.h * (alone ? 1 : 0.5F), most);
    // Without a picture above it, beside the title.
    const bool atTop = view.step.picture.empty() && !page.metrics().portrait();
    const Rect place = atTop ? area.cutTop(height, page.px(4)) : area.cutBottom(height, page.px(4));
    drawAddress(page, place, *address);
  }
  if (area.h > page.px(12)) drawGuidePicture(page, area, view.step.picture);
  return intent;
}

/// The least of the room that what stands beside the words needs.
float leastSide(const Page& page, const StepView& view) {
  const bool needed = view.showsPrivate || addressOf(view) != nullptr;
  if (!needed) return 0;
  return page.metrics().portrait() && view.showsPrivate && addressOf(view) != nullptr
             ? 0.36F
             : kLeastAddress;
}

std::optional<Intent> drawStepFoot(Page& page, Rect& rest, const StepView& view) {
  const bool last = view.index + 1 >= view.partOf.size();
  std::vector<Action> actions;
  if (view.answers) {
    actions.push_back(
        {{"failed", tr("It did not work"), ButtonKind::Secondary, true}, Intent::Act::ItDidNot});
  }
  if (view.reading.code) {
    actions.push_back({{"code", tr("My code"), ButtonKind::Secondary, true}, Intent::Act::Show});
  }
  const Button next{"next", last ? tr("Finish") : trc("kiosk", "Next"), ButtonKind::Primary, true};
  if (actions.empty())
    return drawActions(page, rest, std::nullopt, Action{next, Intent::Act::Next});
  actions.push_back({next, Intent::Act::Next, last ? Icon::Tick : Icon::Forward});
  return drawFoot(page, rest, actions);
}

}  // namespace

std::optional<Intent> draw(Page& page, const StepView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawProgress(page, rest, view);
  if (auto acted = drawStepFoot(page, rest, view)) intent = acted;
  const bool beside = !view.step.picture.empty() || addressOf(view) != nullptr || view.showsPrivate;
  const auto words = [&](float width) { return wordsOf(page, width, view); };
  const Spread spread =
      spreadOf(page, rest, beside ? kMostBeside : 0, leastSide(page, view), words);
  if (spread.side.w > 0) {
    if (auto asked = drawSide(page, spread.side, view)) intent = asked;
  }
  const Rect& room = spread.words;
  Column large = wordsOf(page, room.w, view, TextSize::Title);
  if (large.scaleIn(room.h * kRoomy) == 1) {
    large.draw(room);
  } else {
    words(room.w).draw(room);
  }
  return intent;
}

}  // namespace hallpass
