// The class and its stock at a glance.
#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/progress_picture.h"
#include "kiosk/ui/screens/desk/desk_parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "kiosk/ui/sign.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;
using platform::trn;

/// "2 blank page"
std::string stuckText(Outcome outcome, std::int64_t students) {
  // TRANSLATORS: so many students said this of their code; entries of a list after "Stuck:"
  switch (outcome) {
    case Outcome::AlreadyUsed:
      return trn("{n} already used", "{n} already used", students);
    case Outcome::BlankPage:
      return trn("{n} blank page", "{n} blank page", students);
    case Outcome::CardAsked:
      return trn("{n} asked for a card", "{n} asked for a card", students);
    case Outcome::WrongAccount:
      return trn("{n} wrong account", "{n} wrong account", students);
    case Outcome::Worked:
    case Outcome::Other:
      break;
  }
  return trn("{n} something else", "{n} something else", students);
}

/// "Stuck: 2 blank page, 1 already used"
std::string stuckText(const ClassFigures& figures) {
  std::string list;
  for (std::size_t i = 0; i < kOutcomes.size(); ++i) {
    if (kOutcomes[i] == Outcome::Worked || figures.byOutcome[i] == 0) continue;
    const std::string next = stuckText(kOutcomes[i], figures.byOutcome[i]);
    list = list.empty() ? next : filled(tr("{list}, {next}"), {{"list", list}, {"next", next}});
  }
  return list.empty() ? list : filled(tr("Stuck: {list}"), {{"list", list}});
}

constexpr TextStyle kSentence{TextSize::Small, Face::Regular, 0, Across::Left, Down::Middle};

float mendWidth(const Page& page, float width, const FrontView::Line& line) {
  if (line.button.empty()) return 0;
  const float words = page.textWidth(line.button, {TextSize::Button, Face::SemiBold});
  return std::min(width * 0.4F, words + page.px(12));
}

std::optional<Intent> drawLine(Page& page, Rect area, const FrontView::Line& line,
                               std::size_t index) {
  std::optional<Intent> intent;
  if (!line.button.empty()) {
    const Rect place = area.cutRight(mendWidth(page, area.w, line), page.px(kGap));
    if (page.button(place, {"mend-" + std::to_string(index + 1), line.button, ButtonKind::Secondary,
                            true})) {
      intent = Intent{Intent::Act::Press, {}, index};
    }
  }
  drawCard(page, area);
  drawSigned(page, area.inset(page.px(4), page.px(1)), line.sign, line.sentence, kSentence);
  return intent;
}

Part linePart(Page& page, const FrontView& view, std::size_t index, float width) {
  const FrontView::Line& line = view.lines[index];
  const float mend = mendWidth(page, width, line);
  const float words = width - page.px(9) - (mend > 0 ? mend + page.px(kGap) : 0);
  const float height = signedHeight(page, words, line.sign, line.sentence, kSentence);
  return {std::max(page.px(kTarget), height + page.px(3)),
          [&page, &line, index](const Rect& area) { return drawLine(page, area, line, index); }};
}

Part signedPart(Page& page, Sign sign, const std::string& text, const TextStyle& style,
                float width) {
  return {signedHeight(page, width, sign, text, style),
          [&page, &text, sign, style](const Rect& area) -> std::optional<Intent> {
            drawSigned(page, area, sign, text, style);
            return std::nullopt;
          }};
}

Part progressPart(Page& page, const FrontView& view, float width, const Spacing& spacing) {
  const ProgressPicture progress{view.figures, view.stock, spacing.dense};
  return {progressPictureHeight(page, width, progress),
          [&page, progress](const Rect& area) -> std::optional<Intent> {
            drawProgressPicture(page, area, progress);
            return std::nullopt;
          }};
}

/// What those are stuck on who are.
Part stuckPart(Page& page, const std::string& stuck, float width) {
  const TextStyle style{TextSize::Small, Face::Regular};
  return {page.textHeight(width, stuck, style),
          [&page, stuck, style](const Rect& area) -> std::optional<Intent> {
            page.text(area, stuck, style);
            return std::nullopt;
          }};
}

std::vector<Part> partsOf(Page& page, const FrontView& view, float width, const Spacing& spacing) {
  std::vector<Part> parts;
  const TextStyle state{TextSize::Body, Face::SemiBold};
  const TextStyle outlook{TextSize::Heading, Face::SemiBold};
  if (!view.state.empty()) {
    parts.push_back(signedPart(page, view.stateSign, view.state, state, width));
  }
  if (!view.outlook.empty()) {
    parts.push_back(signedPart(page, view.outlookSign, view.outlook, outlook, width));
  }
  if (view.figures.students > 0) parts.push_back(progressPart(page, view, width, spacing));
  if (const std::string stuck = stuckText(view.figures); !stuck.empty()) {
    parts.push_back(stuckPart(page, stuck, width));
  }
  for (std::size_t i = 0; i < view.lines.size(); ++i) {
    parts.push_back(linePart(page, view, i, width));
  }
  return parts;
}

}  // namespace

std::optional<Intent> draw(Page& page, const FrontView& view) {
  Rect rest = page.content();
  const std::string title = view.classTitle.empty() ? tr("No class") : view.classTitle;
  const auto head = drawHead(page, rest, title, false);
  const auto parts = [&](const Spacing& spacing) { return partsOf(page, view, rest.w, spacing); };
  const auto touched = drawBody(page, rest, {parts, view.other, view.main});
  return touched ? touched : head;
}

}  // namespace hallpass
