// A screen of the desk, made of the parts that all of them share.
#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/ui/flow.h"
#include "kiosk/ui/form.h"
#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/desk/desk_parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "kiosk/ui/sign.h"
#include "kiosk/ui/stock_pictures.h"
#include "kiosk/ui/table.h"

namespace hallpass {
namespace {

constexpr std::size_t kFewestRows = 3;  ///< Of a table that shares its screen.

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

constexpr TextStyle kFactValue{TextSize::Heading, Face::SemiBold, 0,
                               Across::Left,      Down::Middle,   true};
constexpr TextStyle kFactLabel{TextSize::Small, Face::Regular, 0, Across::Left, Down::Middle};

/// The value above its label, or beside it where there is little height.
void drawFact(Page& page, const Rect& area, const Fact& fact, bool flatTile) {
  drawCard(page, area);
  Rect inner = area.inset(page.px(4), page.px(flatTile ? 1 : 3));
  TextStyle label = kFactLabel;
  label.colour = page.theme().textSecondary;
  if (fact.sign != Sign::None) {
    const float side = std::min(page.px(9), inner.h);
    const Rect place =
        flatTile ? inner.cutLeft(side, page.px(3)) : inner.cutRight(side, page.px(2));
    drawSign(page, flatTile ? place : Rect{place.x, place.y + page.px(1), side, side}, fact.sign);
  }
  if (flatTile) {
    const float width = std::min(page.textWidth(fact.value, kFactValue), inner.w * 0.6F);
    page.text(inner.cutLeft(width, page.px(3)), fact.value, kFactValue);
  } else {
    page.text(inner.cutTop(inner.h * 0.6F), fact.value, kFactValue);
  }
  page.text(inner, fact.label, label);
}

float tileWidth(const Page& page, const Fact& fact, bool flatTile) {
  const float value = page.textWidth(fact.value, kFactValue);
  const float label = page.textWidth(fact.label, kFactLabel);
  const float sign = fact.sign == Sign::None ? 0 : page.px(12);
  const float inset = page.px(9);
  return inset + (flatTile ? sign + value + page.px(3) + label : std::max(sign + value, label));
}

/// As many side by side as the widest allows, in rows of like length.
std::size_t tileColumns(const Page& page, const DeskView& view, float width, bool flatTile) {
  const float gap = page.px(kGap);
  float widest = page.px(44);
  for (const Fact& fact : view.facts) widest = std::max(widest, tileWidth(page, fact, flatTile));
  const auto most =
      std::max<std::size_t>(1, static_cast<std::size_t>((width + gap) / (widest + gap)));
  const std::size_t rows = (view.facts.size() + most - 1) / most;
  return (view.facts.size() + rows - 1) / rows;
}

Part factsPart(Page& page, const DeskView& view, float width, const Spacing& spacing) {
  const bool flatTile = spacing.dense;
  const std::size_t columns = tileColumns(page, view, width, flatTile);
  const std::size_t rows = (view.facts.size() + columns - 1) / columns;
  const float gap = page.px(kGap);
  return {static_cast<float>(rows) * (page.px(spacing.tile) + gap) - gap,
          [&page, &view, columns, rows, gap, flatTile](const Rect& area) -> std::optional<Intent> {
            for (std::size_t i = 0; i < view.facts.size(); ++i) {
              const Rect row = area.row(i / columns, rows, gap);
              drawFact(page, row.column(i % columns, columns, gap), view.facts[i], flatTile);
            }
            return std::nullopt;
          }};
}

Part routePart(Page& page, const DeskView& view) {
  return {routeHeight(page), [&page, &view](const Rect& area) -> std::optional<Intent> {
            drawRoute(page, area, view.route);
            return std::nullopt;
          }};
}

/// Side by side where the screen is wide, else one below the other.
std::vector<Part> chartParts(Page& page, const DeskView& view, float width,
                             const Spacing& spacing) {
  const float height = chartHeight(page, spacing.dense);
  std::vector<Part> parts;
  const bool both = view.columns && view.course && width >= page.px(200);
  if (both) {
    parts.push_back({height,
                     [&page, &view](const Rect& area) -> std::optional<Intent> {
                       drawColumns(page, area.column(0, 2, page.px(5)), *view.columns);
                       drawCourse(page, area.column(1, 2, page.px(5)), *view.course);
                       return std::nullopt;
                     },
                     true});
    return parts;
  }
  if (view.columns) {
    parts.push_back({height, [&page, &view](const Rect& area) -> std::optional<Intent> {
                       drawColumns(page, area, *view.columns);
                       return std::nullopt;
                     }});
  }
  if (view.course) {
    parts.push_back({height,
                     [&page, &view](const Rect& area) -> std::optional<Intent> {
                       drawCourse(page, area, *view.course);
                       return std::nullopt;
                     },
                     true});
  }
  return parts;
}

/// A screen that leads to others, with nothing below its buttons: they stand in even columns there.
bool isMenu(const DeskView& view) { return view.buttons.size() > 3 && !view.form && !view.table; }

/// As wide as their words; of a menu all as wide as the widest, in rows of like length.
std::vector<float> buttonWidths(const Page& page, const DeskView& view, float width) {
  std::vector<float> widths;
  for (const DeskButton& button : view.buttons) {
    const float words = page.textWidth(button.label, {TextSize::Button, Face::SemiBold});
    widths.push_back(std::max(page.px(40), words + page.px(12)));
  }
  if (!isMenu(view)) return widths;
  const float gap = page.px(kGap);
  const float widest = *std::max_element(widths.begin(), widths.end());
  const auto most = std::max<std::size_t>(
      1, std::min<std::size_t>(4, static_cast<std::size_t>((width + gap) / (widest + gap))));
  const std::size_t rows = (widths.size() + most - 1) / most;
  const std::size_t columns = (widths.size() + rows - 1) / rows;
  std::fill(widths.begin(), widths.end(), Rect{0, 0, width, 0}.column(0, columns, gap).w);
  return widths;
}

Part buttonsPart(Page& page, const DeskView& view, float width, const Spacing& spacing) {
  const std::vector<float> widths = buttonWidths(page, view, width);
  const float height = page.px(isMenu(view) ? spacing.menu : spacing.button);
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

/// Roomy where all rows of the page have room.
Part tablePart(Page& page, const TableView& table, float width, const Spacing& spacing) {
  // A full page counts, so that the last one does not stand differently.
  const std::size_t full = table.page.pages > 1 ? static_cast<std::size_t>(table.perPage) : 0;
  const std::size_t all = std::max(full, table.rows.size());
  return {tableHeight(page, width, table, spacing.dense ? std::min(all, kFewestRows) : all),
          [&page, &table](const Rect& area) { return drawTable(page, area, table); }, true};
}

std::vector<Part> partsOf(Page& page, const DeskView& view, float width, const Spacing& spacing) {
  std::vector<Part> parts;
  if (!view.lead.empty()) parts.push_back(leadPart(page, view, width));
  if (!view.route.empty()) parts.push_back(routePart(page, view));
  if (!view.facts.empty()) parts.push_back(factsPart(page, view, width, spacing));
  for (Part& part : chartParts(page, view, width, spacing)) parts.push_back(std::move(part));
  if (!view.buttons.empty()) parts.push_back(buttonsPart(page, view, width, spacing));
  for (std::size_t i = 0; view.form && i < view.form->fields.size(); ++i) {
    parts.push_back(fieldPart(page, *view.form, i, width));
  }
  if (view.table) parts.push_back(tablePart(page, *view.table, width, spacing));
  return parts;
}

}  // namespace

std::optional<Intent> draw(Page& page, const DeskView& view) {
  Rect rest = page.content();
  const auto back = drawHead(page, rest, view.title, view.back);
  const auto parts = [&](const Spacing& spacing) { return partsOf(page, view, rest.w, spacing); };
  const auto touched = drawBody(page, rest, {parts, view.other, view.main});
  return touched ? touched : back;
}

}  // namespace hallpass
