// The class and its stock at a glance.
#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/progress_picture.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "kiosk/ui/sign.h"

namespace hallpass {
namespace {

constexpr float kLine = 15.0F;

/// "Stuck on: 2 blank page, 1 already used."
std::string stuckText(const ClassFigures& figures) {
  std::string text;
  for (std::size_t i = 0; i < kOutcomes.size(); ++i) {
    if (kOutcomes[i] == Outcome::Worked || figures.byOutcome[i] == 0) continue;
    text += (text.empty() ? "Stuck on: " : ", ") + std::to_string(figures.byOutcome[i]) + " " +
            std::string(title(kOutcomes[i]));
  }
  return text;
}

std::optional<Intent> drawLine(Page& page, Rect area, const FrontView::Line& line,
                               std::size_t index) {
  std::optional<Intent> intent;
  page.box(area, page.theme().card);
  if (!line.button.empty()) {
    const float words = page.textWidth(line.button, {TextSize::Button, Face::SemiBold});
    const Rect place = area.cutRight(std::min(area.w * 0.4F, words + page.px(12)), page.px(3));
    if (page.button(place, {"mend-" + std::to_string(index + 1), line.button, ButtonKind::Secondary,
                            true})) {
      intent = Intent{Intent::Act::Press, {}, index};
    }
  }
  drawSigned(page, area.inset(page.px(4), page.px(1)), line.sign, line.sentence,
             {TextSize::Small, Face::Regular, 0, Across::Left, Down::Middle});
  return intent;
}

/// As many as have room; the others follow when "more" is touched.
std::optional<Intent> drawLines(Page& page, const Rect& area, const FrontView& view) {
  std::optional<Intent> intent;
  if (view.lines.empty()) return intent;
  const float gap = page.px(kGap);
  const auto most = std::max<std::size_t>(
      1, static_cast<std::size_t>((area.h + gap + 1) / (page.px(kTarget) + gap)));
  const bool part = view.lines.size() > most;
  const std::size_t each = part ? std::max<std::size_t>(1, most - 1) : view.lines.size();
  const std::size_t turns = (view.lines.size() + each - 1) / each;
  const std::size_t turn = static_cast<std::size_t>(page.kept("turn")) % turns;
  const std::size_t places = part ? each + 1 : each;
  const float height = std::min(page.px(kLine), area.row(0, places, gap).h);
  float y = area.y;
  for (std::size_t i = turn * each; i < std::min(view.lines.size(), (turn + 1) * each); ++i) {
    if (auto pressed = drawLine(page, {area.x, y, area.w, height}, view.lines[i], i)) {
      intent = pressed;
    }
    y += height + gap;
  }
  if (part) {
    const std::string label =
        "More (" + std::to_string(turn + 1) + " of " + std::to_string(turns) + ")";
    const Rect place{area.x, area.y + static_cast<float>(each) * (height + gap), page.px(70),
                     height};
    if (page.button(place, {"more", label, ButtonKind::Secondary, true})) ++page.kept("turn");
  }
  return intent;
}

std::optional<Action> actionOf(const std::optional<DeskButton>& button, ButtonKind kind,
                               Intent::Act act) {
  if (!button) return std::nullopt;
  return Action{{button->id, button->label, kind, button->enabled}, act};
}

void drawState(Page& page, Rect& rest, const FrontView& view) {
  const TextStyle style{TextSize::Body, Face::SemiBold};
  const float height = signedHeight(page, rest.w, view.stateSign, view.state, style);
  drawSigned(page, rest.cutTop(height, page.px(4)), view.stateSign, view.state, style);
}

void drawOutlook(Page& page, Rect& rest, const FrontView& view) {
  const TextStyle style{TextSize::Heading, Face::SemiBold};
  const float height =
      std::min(signedHeight(page, rest.w, view.outlookSign, view.outlook, style), page.px(30));
  drawSigned(page, rest.cutTop(height, page.px(5)), view.outlookSign, view.outlook, style);
}

void drawProgress(Page& page, Rect& rest, const FrontView& view) {
  if (view.figures.students == 0) return;
  drawProgressPicture(page, rest.cutTop(progressPictureHeight(page, rest.w), page.px(4)),
                      view.figures);
  const std::string stuck = stuckText(view.figures);
  if (stuck.empty()) return;
  const TextStyle style{TextSize::Small, Face::Regular};
  const float height = page.textHeight(rest.w, stuck, style);
  page.text(rest.cutTop(height, page.px(4)), stuck, style);
}

}  // namespace

std::optional<Intent> draw(Page& page, const FrontView& view) {
  Rect rest = page.content();
  const std::string title = view.classTitle.empty() ? "No class" : view.classTitle;
  std::optional<Intent> intent = drawHead(page, rest, title, false);
  if (view.main || view.other) {
    const auto acted =
        drawActions(page, rest, actionOf(view.other, ButtonKind::Secondary, Intent::Act::Other),
                    actionOf(view.main, ButtonKind::Primary, Intent::Act::Main));
    if (acted) intent = acted;
  }
  if (!view.state.empty()) drawState(page, rest, view);
  if (!view.outlook.empty()) drawOutlook(page, rest, view);
  drawProgress(page, rest, view);
  if (auto pressed = drawLines(page, rest, view)) intent = pressed;
  return intent;
}

}  // namespace hallpass
