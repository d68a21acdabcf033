// How a private window is opened: on which device, in which browser, and there.
#include <algorithm>
#include <array>
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/student/guide_parts.h"
#include "kiosk/ui/screens/student/student_screens.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

/// The outlines of a computer and of a phone, with a window's bar on them.
void drawDevice(Page& page, const Rect& area, DeviceKind device) {
  const Theme& theme = page.theme();
  const float unit = std::min(area.w / 60, area.h / 46);
  const ImVec2 at = area.centre();
  const auto box = [&](float x, float y, float w, float h, ImU32 colour, float corner) {
    page.draw().AddRectFilled({at.x + x * unit, at.y + y * unit},
                              {at.x + (x + w) * unit, at.y + (y + h) * unit}, colour,
                              corner * unit);
  };
  if (device == DeviceKind::Computer) {
    box(-30, 17, 60, 5, theme.text, 2);
    box(-24, -22, 48, 36, theme.text, 3);
    box(-21, -19, 42, 30, theme.card, 1);
    box(-21, -19, 42, 7, theme.primary, 1);
    box(-18, -8, 26, 3, theme.disabled, 1);
    box(-18, -2, 34, 3, theme.disabled, 1);
  } else {
    box(-12, -23, 24, 46, theme.text, 4);
    box(-10, -19, 20, 36, theme.card, 1);
    box(-10, -19, 20, 6, theme.primary, 1);
    box(-7, -9, 11, 3, theme.disabled, 1);
    box(-7, -3, 14, 3, theme.disabled, 1);
    box(-3, 18.5F, 6, 2, theme.card, 1);
  }
}

/// "browser-edge", whatever it runs on.
std::string signOf(const Browser& browser) {
  constexpr std::string_view kPhone = "-phone";
  std::string sign = "browser-" + browser.id;
  if (sign.ends_with(kPhone)) sign.resize(sign.size() - kPhone.size());
  return sign;
}

/// Where its menu is, and its private mark: "browser-edge-window", "browser-edge-phone".
std::string pictureOf(const Browser& browser) {
  return signOf(browser) + (browser.device == DeviceKind::Phone ? "-phone" : "-window");
}

bool drawBrowserCard(Page& page, const Rect& area, const Browser& browser) {
  bool pressed = false;
  const std::string id = "browser-" + browser.id;
  const bool touched = page.touch(area, {id, browser.name, "button", area, true, false}, pressed);
  page.box(area, pressed ? page.theme().panel : page.theme().card, page.theme().line);
  Rect inner = area.inset(page.px(2.5F));
  page.label(inner.cutBottom(page.px(13), page.px(1)), browser.name,
             {TextSize::Body, Face::SemiBold, 0, Across::Centre, Down::Middle});
  page.picture(inner, signOf(browser));
  return touched;
}

/// Keys as caps with a plus between them.
void drawKeys(Page& page, Rect area, const std::string& keys) {
  const TextStyle style{TextSize::Body, Face::SemiBold, 0, Across::Centre, Down::Middle, true};
  std::size_t at = 0;
  while (at < keys.size()) {
    const std::size_t end = std::min(keys.find('+', at + 1), keys.size());
    const std::string key = keys.substr(at, end - at);
    if (at > 0) page.text(area.cutLeft(page.px(5)), "+", style);
    const Rect cap = area.cutLeft(std::max(area.h, page.textWidth(key, style) + page.px(6)));
    page.box(cap, page.theme().card, page.theme().text);
    page.text(cap.inset(page.px(1)), key, style);
    at = end + 1;
  }
}

/// For whom the keys are, and the keys.
void addKeys(Page& page, Column& column, const std::string& who, const std::string& keys) {
  if (keys.empty()) return;
  column.drawing(page.px(12), [&page, who, keys](const Rect& area) {
    Rect row = area;
    page.text(row.cutLeft(row.w * 0.4F, page.px(3)), who,
              {TextSize::Body, Face::Regular, page.theme().textSecondary, Across::Left,
               Down::Middle, true});
    drawKeys(page, row, keys);
  });
}

/// The words of a phone's menu, below the name of its system.
void addMenu(Page& page, Column& column, std::string_view system, const std::string& words) {
  if (words.empty()) return;
  column.text(std::string(system), {TextSize::Small, Face::SemiBold, page.theme().textSecondary});
  column.text(words, {TextSize::Button, Face::Regular});
}

Column wordsOf(Page& page, float width, const BrowserView& view) {
  const Browser& browser = view.browser;
  const auto text = [&](const std::string& english) { return guideText(english, view.reading); };
  Column column(page, width, page.px(page.metrics().tight() ? 2 : 4));
  column.text(filled(tr("In {browser} it is called {name}."),
                     {{"browser", browser.name}, {"name", text(browser.called)}}),
              {TextSize::Heading, Face::SemiBold});
  column.text(text(browser.menu), {TextSize::Button, Face::Regular});
  addKeys(page, column, tr("Windows, Linux"), text(browser.keys));
  addKeys(page, column, "macOS", text(browser.keysMac));
  addMenu(page, column, "Android", text(browser.android));
  addMenu(page, column, "iPhone, iPad", text(browser.iphone));
  column.note(Sign::Good, text(browser.mark), {TextSize::Body, Face::SemiBold});
  column.boxed(Sign::Attention, text(browser.trap), {TextSize::Body, Face::Regular},
               page.theme().accent);
  return column;
}

}  // namespace

std::optional<Intent> draw(Page& page, const DevicesView&) {
  Rect rest = page.content();
  std::optional<Intent> intent =
      drawHead(page, rest, tr("Where do you open the private window?"), true);
  const std::array<std::string, 2> ids{"computer", "phone"};
  const std::array<std::string, 2> labels{tr("On a computer"), tr("On a phone or tablet")};
  const bool portrait = page.metrics().portrait();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Rect place = portrait ? rest.row(i, 2, page.px(5)) : rest.column(i, 2, page.px(5));
    bool pressed = false;
    if (page.touch(place, {ids[i], labels[i], "button", place, true, false}, pressed)) {
      intent = Intent{Intent::Act::Pick, {}, i};
    }
    page.box(place, pressed ? page.theme().panel : page.theme().card, page.theme().line);
    Rect inner = place.inset(page.px(6));
    page.label(inner.cutBottom(page.px(20), page.px(4)), labels[i],
               {TextSize::Heading, Face::SemiBold, 0, Across::Centre, Down::Middle});
    drawDevice(page, inner, i == 0 ? DeviceKind::Computer : DeviceKind::Phone);
  }
  return intent;
}

std::optional<Intent> draw(Page& page, const BrowsersView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, tr("Which browser?"), true);
  const std::size_t count = view.browsers.size();
  if (count == 0) return intent;
  const std::size_t columns = page.metrics().portrait() ? 2 : std::min<std::size_t>(4, count);
  const std::size_t rows = (count + columns - 1) / columns;
  const float gap = page.px(kGap);
  rest.h = std::min(rest.h, static_cast<float>(rows) * page.px(84));
  for (std::size_t i = 0; i < count; ++i) {
    const Rect place = rest.row(i / columns, rows, gap).column(i % columns, columns, gap);
    if (drawBrowserCard(page, place, view.browsers[i])) intent = Intent{Intent::Act::Pick, {}, i};
  }
  return intent;
}

std::optional<Intent> draw(Page& page, const BrowserView& view) {
  Rect rest = page.content();
  std::optional<Intent> intent = drawHead(page, rest, view.browser.name, true);
  const auto opened = drawActions(
      page, rest, std::nullopt,
      Action{
          {"opened", tr("It is open"), ButtonKind::Primary, true}, Intent::Act::Next, Icon::Tick});
  if (opened) intent = opened;
  const auto words = [&](float width) { return wordsOf(page, width, view); };
  const Spread spread = spreadOf(page, rest, 0.45F, 0, words);
  if (spread.side.w > 0) drawGuidePicture(page, spread.side, pictureOf(view.browser));
  words(spread.words.w).draw(spread.words);
  return intent;
}

}  // namespace hallpass
