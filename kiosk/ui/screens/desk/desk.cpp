// A screen of the desk, made of the parts that all of them share.
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/flow.h"
#include "kiosk/ui/form.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "kiosk/ui/sign.h"
#include "kiosk/ui/table.h"

namespace hallpass {
namespace {

/// How large the parts are, in units: they shrink together where the screen is full.
struct Spacing {
  float gap;
  float tile;
  float button;
  float action;
};

constexpr Spacing kRoomy{5.0F, 28.0F, 15.0F, kActionHeight};
constexpr Spacing kDense{3.0F, 15.0F, kTarget, kTarget};

constexpr float kNarrowestTile = 50.0F;
constexpr std::size_t kFewestRows = 2;  ///< Of a table that shares its screen.

/// A part of the screen: how high it is, and how it is drawn.
struct Part {
  float height;
  std::function<std::optional<Intent>(const Rect&)> draw;
};

TextStyle leadStyle(const Page& page, const DeskView& view) {
  return {TextSize::Body, Face::Regular,
          view.leadSign == Sign::None ? page.theme().textSecondary : page.theme().text,
          Across::Left, Down::Top};
}

Part leadPart(Page& page, const DeskView& view, float width) {
  const float height = signedHeight(page, width, view.leadSign, view.lead, leadStyle(page, view));
  return {height, [&page, &view](const Rect& area) -> std::optional<Intent> {
            drawSigned(page, area, view.leadSign, view.lead, leadStyle(page, view));
            return std::nullopt;
          }};
}

/// The value above its label, or beside it where there is little height.
void drawFact(Page& page, const Rect& area, const Fact& fact) {
  page.box(area, page.theme().card);
  const bool flat = area.h < page.px(kRoomy.tile) - 1;
  Rect inner = area.inset(page.px(4), page.px(flat ? 1 : 3));
  if (fact.sign != Sign::None) {
    const float side = std::min(page.px(9), inner.h);
    const Rect place = flat ? inner.cutLeft(side, page.px(3)) : inner.cutRight(side, page.px(2));
    drawSign(page, flat ? place : Rect{place.x, place.y + page.px(1), side, side}, fact.sign);
  }
  const TextStyle value{TextSize::Heading, Face::SemiBold, 0, Across::Left, Down::Middle, true};
  const TextStyle label{TextSize::Small, Face::Regular, page.theme().textSecondary, Across::Left,
                        Down::Middle};
  if (flat) {
    const float width = std::min(page.textWidth(fact.value, value), inner.w * 0.6F);
    page.text(inner.cutLeft(width, page.px(3)), fact.value, value);
    page.text(inner, fact.label, label);
  } else {
    page.text(inner.cutTop(inner.h * 0.6F), fact.value, value);
    page.text(inner, fact.label, label);
  }
}

Part factsPart(Page& page, const DeskView& view, float width, const Spacing& spacing) {
  const float gap = page.px(kGap);
  const auto most = static_cast<std::size_t>((width + gap) / page.px(kNarrowestTile + kGap));
  const std::size_t columns =
      std::clamp<std::size_t>(view.facts.size(), 1, std::max<std::size_t>(1, most));
  const std::size_t rows = (view.facts.size() + columns - 1) / columns;
  const float tile = page.px(spacing.tile);
  return {static_cast<float>(rows) * (tile + gap) - gap,
          [&page, &view, columns, rows, gap](const Rect& area) -> std::optional<Intent> {
            for (std::size_t i = 0; i < view.facts.size(); ++i) {
              const Rect row = area.row(i / columns, rows, gap);
              drawFact(page, row.column(i % columns, columns, gap), view.facts[i]);
            }
            return std::nullopt;
          }};
}

Part buttonsPart(Page& page, const DeskView& view, float width, const Spacing& spacing) {
  std::vector<float> widths;
  for (const DeskButton& button : view.buttons) {
    const float words = page.textWidth(button.label, {TextSize::Button, Face::SemiBold});
    widths.push_back(std::max(page.px(40), words + page.px(12)));
  }
  const float height = page.px(spacing.button);
  const float gap = page.px(kGap);
  return {flowHeight(width, widths, height, gap),
          [&page, &view, widths, height, gap](const Rect& area) {
            std::optional<Intent> intent;
            const std::vector<Rect> places = flow(area, widths, height, gap);
            for (std::size_t i = 0; i < places.size(); ++i) {
              const DeskButton& button = view.buttons[i];
              if (page.button(places[i],
                              {button.id, button.label, ButtonKind::Secondary, button.enabled})) {
                intent = Intent{Intent::Act::Press, {}, i};
              }
            }
            return intent;
          }};
}

Part fieldPart(Page& page, const FormView& form, std::size_t index, float width) {
  return {fieldHeight(page, width, form, index),
          [&page, &form, index](const Rect& area) { return drawField(page, area, form, index); }};
}

/// All parts but the table, from top to bottom.
std::vector<Part> partsOf(Page& page, const DeskView& view, float width, const Spacing& spacing) {
  std::vector<Part> parts;
  if (!view.lead.empty()) parts.push_back(leadPart(page, view, width));
  if (!view.facts.empty()) parts.push_back(factsPart(page, view, width, spacing));
  if (!view.buttons.empty()) parts.push_back(buttonsPart(page, view, width, spacing));
  for (std::size_t i = 0; view.form && i < view.form->fields.size(); ++i) {
    parts.push_back(fieldPart(page, *view.form, i, width));
  }
  return parts;
}

Part tablePart(Page& page, const TableView& table, float width, std::size_t rows) {
  return {tableHeight(page, width, table, rows),
          [&page, &table](const Rect& area) { return drawTable(page, area, table); }};
}

float heightOf(const std::vector<Part>& parts, float gap) {
  float height = 0;
  for (const Part& part : parts) height += (height > 0 ? gap : 0) + part.height;
  return height;
}

/// What of the parts is shown where not all have room: a whole number of them at a time.
struct Turn {
  std::size_t first = 0;
  std::size_t end = 0;
  int number = 1;
  int of = 1;
};

Turn turnOf(const std::vector<Part>& parts, float room, float gap, int wanted) {
  std::vector<Turn> turns{{}};
  float taken = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (taken > 0 && taken + gap + parts[i].height > room + 1) {
      turns.push_back({i, i});
      taken = 0;
    }
    taken += (taken > 0 ? gap : 0) + parts[i].height;
    turns.back().end = i + 1;
  }
  const std::size_t at = static_cast<std::size_t>(wanted) % turns.size();
  Turn turn = turns[at];
  turn.number = static_cast<int>(at) + 1;
  turn.of = static_cast<int>(turns.size());
  return turn;
}

/// The body of a screen, laid out.
struct Body {
  Spacing spacing = kRoomy;
  std::vector<Part> parts;
  bool tableLast = false;  ///< The last part is a table and takes what is left.
};

Body bodyOf(Page& page, const DeskView& view, const Rect& area, const Spacing& spacing) {
  Body body{spacing, partsOf(page, view, area.w, spacing), view.table.has_value()};
  if (view.table) {
    const std::size_t all = view.table->rows.size();
    const bool roomy = spacing.gap == kRoomy.gap;
    body.parts.push_back(
        tablePart(page, *view.table, area.w, roomy ? all : std::min(all, kFewestRows)));
  }
  return body;
}

float actionsHeight(const Page& page, const DeskView& view, const Spacing& spacing, bool turns) {
  if (!view.main && !view.other && !turns) return 0;
  return page.px(spacing.action + spacing.gap);
}

std::optional<Intent> drawDeskActions(Page& page, Rect foot, const DeskView& view,
                                      const Turn& turn) {
  std::optional<Intent> intent;
  const std::size_t count =
      (view.main ? 1U : 0U) + (view.other ? 1U : 0U) + (turn.of > 1 ? 1U : 0U);
  if (count == 0) return intent;
  const float width =
      std::min(page.px(110), foot.column(0, std::max<std::size_t>(2, count), page.px(kGap)).w);
  if (view.main) {
    const DeskButton& main = *view.main;
    if (page.button(foot.cutRight(width, page.px(kGap)),
                    {main.id, main.label, ButtonKind::Primary, main.enabled})) {
      intent = Intent{Intent::Act::Main, {}};
    }
  }
  if (view.other) {
    const DeskButton& other = *view.other;
    if (page.button(foot.cutLeft(width, page.px(kGap)),
                    {other.id, other.label, ButtonKind::Secondary, other.enabled})) {
      intent = Intent{Intent::Act::Other, {}};
    }
  }
  if (turn.of > 1) {
    const std::string label =
        "More (" + std::to_string(turn.number) + " of " + std::to_string(turn.of) + ")";
    const Rect place = view.other ? foot : foot.cutLeft(width);
    if (page.button(place, {"more", label, ButtonKind::Secondary, true})) ++page.kept("turn");
  }
  return intent;
}

std::optional<Intent> drawParts(Page& page, Rect rest, const Body& body, const Turn& turn) {
  std::optional<Intent> intent;
  for (std::size_t i = turn.first; i < turn.end; ++i) {
    const bool table = body.tableLast && i + 1 == body.parts.size();
    const Rect area = table ? rest : rest.cutTop(body.parts[i].height, page.px(body.spacing.gap));
    if (auto touched = body.parts[i].draw(area)) intent = touched;
  }
  return intent;
}

}  // namespace

std::optional<Intent> draw(Page& page, const DeskView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, view.title, view.back);
  Body body = bodyOf(page, view, rest, kRoomy);
  const auto room = [&](bool turns) {
    return rest.h - actionsHeight(page, view, body.spacing, turns);
  };
  if (heightOf(body.parts, page.px(body.spacing.gap)) > room(false) + 1) {
    body = bodyOf(page, view, rest, kDense);
  }
  const float gap = page.px(body.spacing.gap);
  const bool turns = heightOf(body.parts, gap) > room(false) + 1;
  const Turn turn = turnOf(body.parts, turns ? room(true) : 1e9F, gap, page.kept("turn"));
  if (const float foot = actionsHeight(page, view, body.spacing, turn.of > 1); foot > 0) {
    const Rect place = rest.cutBottom(page.px(body.spacing.action), page.px(body.spacing.gap));
    if (auto touched = drawDeskActions(page, place, view, turn)) intent = touched;
  }
  if (auto touched = drawParts(page, rest, body, turn)) intent = touched;
  return intent;
}

}  // namespace hallpass
