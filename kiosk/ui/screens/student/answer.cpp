// The guide's answer to what did not work: a question where two cases look alike, why, what to do,
// and the instructor last.
#include <algorithm>
#include <string>

#include "kiosk/ui/day_text.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/guide_parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;
using platform::trc;
using Turn = AnswerView::Turn;

constexpr float kRoomy = 0.8F;  ///< Filled no further, a card has room for a large title.

std::string headOf(const AnswerView& view) {
  switch (view.turn) {
    case Turn::Question:
      return tr("One question first");
    case Turn::Last:
      return tr("Ask for help");
    case Turn::Yes:
    case Turn::Advice:
      break;
  }
  return tr("Try this");
}

std::optional<Intent> drawAnswerFoot(Page& page, Rect& rest, const AnswerView& view) {
  using Act = Intent::Act;
  if (view.turn == Turn::Question) {
    return drawActions(page, rest, Action{{"no", tr("No"), ButtonKind::Secondary, true}, Act::No},
                       Action{{"yes", trc("kiosk", "Yes"), ButtonKind::Primary, true}, Act::Yes});
  }
  if (!view.reading.code) {
    return drawActions(page, rest, std::nullopt,
                       Action{{"finish", tr("Finish"), ButtonKind::Primary, true}, Act::Finish});
  }
  const Action call{{"call", tr("Call the instructor"), ButtonKind::Secondary, true},
                    Act::ItDidNot};
  const Action finish{{"finish", tr("Next person"), ButtonKind::Secondary, true}, Act::Finish};
  return drawActions(
      page, rest, view.turn == Turn::Last ? finish : call,
      Action{{"worked", tr("It worked now"), ButtonKind::Primary, true}, Act::ItWorked});
}

void addAdvice(Page& page, Column& column, const AnswerView& view) {
  const GuideAnswer& answer = view.answer;
  const TextStyle quiet{TextSize::Body, Face::Regular, page.theme().textSecondary};
  column.text(guideText(answer.cause, view.reading), quiet);
  const std::string& advice = view.turn == Turn::Yes ? answer.yes : answer.body;
  column.text(guideText(advice, view.reading), {TextSize::Button, Face::Regular});
  if (!view.reading.code) {
    column.note(Sign::None, tr("If this does not help, call your instructor."), quiet);
  }
}

/// What the record says, where it tells whose code it is.
void addRecord(Column& column, const AnswerView& view) {
  if (!view.givenAt) return;
  column.note(Sign::Good,
              filled(tr("This code was given to you on {day}, and to nobody else."),
                     {{"day", dayText(*view.givenAt)}}),
              {TextSize::Body, Face::SemiBold});
}

Column columnOf(Page& page, float width, const AnswerView& view, TextSize title) {
  Column column(page, width, page.px(page.metrics().tight() ? 3 : 5));
  column.text(guideText(view.answer.title, view.reading), {title, Face::SemiBold});
  addRecord(column, view);
  if (view.turn == Turn::Question) {
    column.text(guideText(view.answer.question, view.reading), {TextSize::Button, Face::Regular});
  } else {
    addAdvice(page, column, view);
  }
  return column;
}

/// What stands beside the words: a picture, and the address that they name.
void drawBeside(Page& page, Rect area, const GuideAnswer& answer, const Address* address) {
  // That of the address, where a picture has room above it.
  const float part = page.metrics().tight() ? 0.5F : 0.45F;
  bool pictured = !answer.picture.empty();
  if (address != nullptr) {
    pictured = pictured && area.h * (1 - part) > page.px(24);
    const float most = page.px(page.metrics().tight() ? 38 : 48);
    const Rect place = area.cutBottom(std::min(most, area.h * (pictured ? part : 1)), page.px(4));
    drawAddress(page, place, *address);
  }
  if (pictured) drawGuidePicture(page, area, answer.picture);
}

ImVec2 padding(const Page& page) { return {page.px(7), page.px(page.metrics().tight() ? 4 : 6)}; }

/// What stands beside the words gives way to them, as on the cards of the steps.
Spread answerSpread(Page& page, const Rect& rest, const AnswerView& view, const Address* address) {
  const bool beside = address != nullptr || !view.answer.picture.empty();
  const ImVec2 pad = padding(page);
  Spread spread = spreadOf(
      page, rest.inset(0, pad.y), beside ? 0.4F : 0, address != nullptr ? kLeastAddress : 0,
      [&](float width) { return columnOf(page, width - 2 * pad.x, view, TextSize::Heading); });
  const bool above = page.metrics().portrait() && spread.side.w > 0;
  spread.side.y -= pad.y;
  spread.side.h += above ? pad.y : 2 * pad.y;
  spread.words.y -= above ? 0 : pad.y;
  spread.words.h += above ? pad.y : 2 * pad.y;
  return spread;
}

/// With a large title where there is room for one. Beside a picture the card is as high as that;
/// alone it lies in the middle.
void drawAnswerCard(Page& page, const Rect& area, const AnswerView& view, bool beside) {
  const ImVec2 pad = padding(page);
  const Rect inner = area.inset(pad.x, pad.y);
  Column large = columnOf(page, inner.w, view, TextSize::Title);
  Column plain = columnOf(page, inner.w, view, TextSize::Heading);
  Column& column = large.scaleIn(inner.h * kRoomy) == 1 ? large : plain;
  const float height = std::min(column.height(), inner.h);
  Rect card = area;
  if (!beside || page.metrics().portrait()) card.h = height + 2 * pad.y;
  if (!beside) card.y += (area.h - card.h) / 2;
  drawCard(page, card);
  column.draw({inner.x, card.y + pad.y, inner.w, height});
}

}  // namespace

std::optional<Intent> draw(Page& page, const AnswerView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, headOf(view), true);
  if (auto acted = drawAnswerFoot(page, rest, view)) intent = acted;
  if (view.turn == Turn::Last) {
    drawMessage(page, rest,
                {Icon::RaisedHand, tr("Please call your instructor"),
                 tr("Tell your instructor what you see, and show the page. Your instructor can "
                    "look up your code and, if it is lost, swap it for another one here.")});
    return intent;
  }
  const bool advises = view.turn == Turn::Yes || view.turn == Turn::Advice;
  const std::string& advice = view.turn == Turn::Yes ? view.answer.yes : view.answer.body;
  const Address* address = advises ? addressIn(advice, view.reading) : nullptr;
  if (!advises) {
    drawAnswerCard(page, rest, view, false);
    return intent;
  }
  const Spread spread = answerSpread(page, rest, view, address);
  if (spread.side.w > 0) drawBeside(page, spread.side, view.answer, address);
  drawAnswerCard(page, spread.words, view, spread.side.w > 0);
  return intent;
}

}  // namespace hallpass
