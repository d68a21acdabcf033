#include "kiosk/ui/stock_pictures.h"

#include <algorithm>
#include <string>
#include <vector>

#include "platform/base/locale_text.h"

namespace hallpass {
namespace {

constexpr float kLabelHeight = 8.5F;

TextStyle smallLabel(const Page& page, Across across) {
  return {TextSize::Small, Face::Regular, page.theme().textSecondary, across, Down::Middle, true};
}

TextStyle strongLabel(Across across) {
  return {TextSize::Small, Face::SemiBold, 0, across, Down::Middle, true};
}

/// A card with a pointed right end, and a notch at the left where another one points at it.
void drawStation(Page& page, const Rect& area, bool first, bool last) {
  const float tip = page.px(6);
  const float notch = first ? 0 : tip;
  const float end = last ? 0 : tip;
  const ImVec2 corners[]{{area.x, area.y},
                         {area.x + area.w - end, area.y},
                         {area.x + area.w, area.centre().y},
                         {area.x + area.w - end, area.y + area.h},
                         {area.x, area.y + area.h},
                         {area.x + notch, area.centre().y}};
  ImDrawList& draw = page.draw();
  const float middle = area.centre().y;
  const ImU32 fill = page.theme().card;
  // Two convex halves: a notched shape is not one.
  const ImVec2 upper[]{corners[0], corners[1], {corners[2].x, middle}, {corners[5].x, middle}};
  const ImVec2 lower[]{{corners[5].x, middle}, {corners[2].x, middle}, corners[3], corners[4]};
  draw.AddConvexPolyFilled(upper, 4, fill);
  draw.AddConvexPolyFilled(lower, 4, fill);
  draw.AddPolyline(corners, 6, page.theme().line, ImDrawFlags_Closed,
                   std::max(1.0F, page.px(0.5F)));
}

/// Cuts what a chart has of `area` off its card: it is no higher than it is well read.
Rect drawChartCard(Page& page, const Rect& area, const std::string& sentence) {
  Rect rest{area.x, area.y, area.w, std::min(area.h, area.w * 0.75F)};
  page.box(rest, page.theme().card);
  rest = rest.inset(page.px(5), page.px(3));
  const TextStyle style{TextSize::Small, Face::SemiBold};
  page.text(rest.cutTop(page.textHeight(rest.w, sentence, style), page.px(3)), sentence, style);
  return rest;
}

void drawRule(Page& page, ImVec2 from, ImVec2 to, ImU32 colour, float units) {
  page.draw().AddLine(from, to, colour, std::max(1.0F, page.px(units)));
}

void drawColumn(Page& page, const Rect& bar, Sign sign) {
  const Theme& theme = page.theme();
  if (sign == Sign::None) {
    page.draw().AddRectFilled(bar.min(), bar.max(), theme.primary);
    return;
  }
  page.draw().AddRectFilled(bar.min(), bar.max(), theme.accent);
  page.draw().AddRect(bar.min(), bar.max(), theme.onAccent, 0, 0, std::max(1.0F, page.px(0.6F)));
  const float side = std::min({bar.w * 0.7F, bar.h * 0.7F, page.px(7)});
  if (side < page.px(2.5F)) return;
  page.icon({bar.centre().x - side / 2, bar.centre().y - side / 2, side, side}, Icon::Exclamation,
            theme.onAccent);
}

}  // namespace

float routeHeight(const Page& page) { return page.px(page.metrics().tight() ? 22 : 27); }

float chartHeight(const Page& page, bool dense) { return page.px(dense ? 58 : 66); }

void drawRoute(Page& page, const Rect& area, const std::vector<Fact>& stations) {
  const float gap = page.px(kGap);
  for (std::size_t i = 0; i < stations.size(); ++i) {
    // Each points into the next one's notch.
    Rect place = area.column(i, stations.size(), gap);
    const bool last = i + 1 == stations.size();
    if (!last) place.w += page.px(6) - gap / 2;
    drawStation(page, place, i == 0, last);
    Rect words = place;
    words.cutLeft(page.px(i == 0 ? 5 : 10));
    words.cutRight(page.px(last ? 3 : 7));
    words = words.inset(0, page.px(2.5F));
    page.text(words.cutTop(words.h * 0.56F), stations[i].value,
              {TextSize::Heading, Face::SemiBold, 0, Across::Left, Down::Middle, true});
    page.text(words, stations[i].label, smallLabel(page, Across::Left));
  }
}

void drawColumns(Page& page, const Rect& area, const ColumnsView& view) {
  Rect rest = drawChartCard(page, area, view.sentence);
  if (view.columns.empty()) return;
  std::int64_t most = 1;
  for (const PictureColumn& column : view.columns) most = std::max(most, column.value);
  const Rect labels = rest.cutBottom(page.px(2 * kLabelHeight), page.px(1));
  const Rect numbers = rest.cutTop(page.px(kLabelHeight));
  const float gap = page.px(kGap);
  for (std::size_t i = 0; i < view.columns.size(); ++i) {
    const PictureColumn& column = view.columns[i];
    const Rect place = rest.column(i, view.columns.size(), gap);
    const float share = static_cast<float>(column.value) / static_cast<float>(most);
    Rect bar = place.inset(std::max(0.0F, (place.w - page.px(24)) / 2), 0);
    const Rect standing =
        bar.cutBottom(column.value > 0 ? std::max(page.px(1.5F), bar.h * share) : 0);
    drawColumn(page, standing, column.sign);
    page.text({place.x, standing.y - numbers.h, place.w, numbers.h},
              platform::countText(column.value), strongLabel(Across::Centre));
    const Rect under = labels.column(i, view.columns.size(), gap);
    TextStyle label = smallLabel(page, Across::Centre);
    label.oneLine = column.label.find(' ') == std::string::npos;
    label.down = Down::Top;
    page.text(under, column.label, label);
  }
  drawRule(page, {rest.x, rest.y + rest.h}, {rest.x + rest.w, rest.y + rest.h}, page.theme().line,
           0.5F);
}

void drawCourse(Page& page, const Rect& area, const CourseView& view) {
  Rect rest = drawChartCard(page, area, view.sentence);
  if (view.steps.empty()) return;
  std::int64_t most = 1;
  for (const CourseView::Step& step : view.steps) most = std::max(most, step.value);
  Rect labels = rest.cutBottom(page.px(kLabelHeight));
  Rect numbers = rest.cutRight(
      page.textWidth(platform::countText(most), strongLabel(Across::Left)) + page.px(5));
  rest.cutTop(page.px(kLabelHeight / 2));
  const auto at = [&](double when, std::int64_t value) {
    const float share = static_cast<float>(value) / static_cast<float>(most);
    return ImVec2{rest.x + rest.w * static_cast<float>(when), rest.y + rest.h * (1 - share)};
  };
  const Theme& theme = page.theme();
  std::vector<ImVec2> line;
  for (std::size_t i = 0; i < view.steps.size(); ++i) {
    const double until = i + 1 < view.steps.size() ? view.steps[i + 1].at : 1.0;
    const ImVec2 from = at(view.steps[i].at, view.steps[i].value);
    const ImVec2 to = at(until, view.steps[i].value);
    page.draw().AddRectFilled(from, {to.x, rest.y + rest.h}, theme.panel);
    line.insert(line.end(), {from, to});
  }
  page.draw().AddPolyline(line.data(), static_cast<int>(line.size()), theme.primary, 0,
                          std::max(1.0F, page.px(1)));
  drawRule(page, {rest.x, rest.y + rest.h}, {rest.x + rest.w, rest.y + rest.h}, theme.line, 0.5F);
  const ImVec2 now = at(1, view.steps.back().value);
  page.draw().AddCircleFilled(now, page.px(1.6F), theme.primary);
  numbers.cutLeft(page.px(3));
  const float height = page.px(kLabelHeight);
  page.text({numbers.x, now.y - height / 2, numbers.w, height},
            platform::countText(view.steps.back().value), strongLabel(Across::Left));
  page.text(labels.cutLeft(rest.w / 2), view.from, smallLabel(page, Across::Left));
  labels.w = std::max(0.0F, rest.x + rest.w - labels.x);
  page.text(labels, view.until, smallLabel(page, Across::Right));
}

}  // namespace hallpass
