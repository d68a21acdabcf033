#include "kiosk/ui/frame.h"

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/ui/number_text.h"
#include "kiosk/ui/parts.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr float kBanner = 9.0F;
constexpr float kTightBanner = 8.0F;
constexpr float kNavigation = 74.0F;  ///< Width of its column.
constexpr float kDeskMargin = 8.0F;   ///< Lists need the room.
constexpr float kDoorMark = 7.0F;
constexpr float kSoon = 30;  ///< Seconds before the lock in which it draws the eye.

using platform::filled;
using platform::noted;
using platform::tr;

struct Place {
  std::string_view id;
  const char* label;
};

/// In the order of DeskPlace.
constexpr std::array<Place, 9> kPlaces{{{"nav-front", noted("Overview")},
                                        {"nav-class", noted("Class")},
                                        {"nav-students", noted("Students")},
                                        {"nav-restock", noted("Restock")},
                                        {"nav-passes", noted("Student passes")},
                                        {"nav-batches", noted("Batches")},
                                        {"nav-journal", noted("Journal")},
                                        {"nav-hand-over", noted("Hand over")},
                                        {"nav-device", noted("Device")}}};

/// The place that stands open has a bar, bold letters and a card of its own.
bool drawPlace(Page& page, const Rect& area, const Place& place, bool current) {
  bool pressed = false;
  const std::string label = tr(place.label);
  const bool touched =
      page.touch(area, {std::string(place.id), label, "button", area, true, current}, pressed);
  const Theme& theme = page.theme();
  if (current || pressed) page.box(area, theme.card, current ? theme.primary : 0);
  Rect inner = area.inset(page.px(3), 0);
  if (current) {
    const Rect bar{area.x + page.px(2), area.y + area.h * 0.22F, page.px(1.6F), area.h * 0.56F};
    page.draw().AddRectFilled(bar.min(), bar.max(), theme.primary, bar.w / 2);
  }
  inner.cutLeft(page.px(3));
  page.label(inner, label,
             {TextSize::Body, current ? Face::SemiBold : Face::Regular, 0, Across::Left,
              Down::Middle, true});
  return touched;
}

/// All places in `columns` columns, row by row.
std::optional<Intent> drawPlaces(Page& page, const Rect& area, std::size_t columns,
                                 DeskPlace current) {
  std::optional<Intent> intent;
  const std::size_t rows = (kPlaces.size() + columns - 1) / columns;
  const float gap = page.px(kGap);
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    const Rect place = area.row(i / columns, rows, gap).column(i % columns, columns, gap);
    if (drawPlace(page, place, kPlaces[i], i == static_cast<std::size_t>(current))) {
      intent = Intent{Intent::Act::GoTo, {}, i};
    }
  }
  return intent;
}

/// At the left; upright below the screen, where there are hands.
std::optional<Intent> drawNavigation(Page& page, DeskPlace current) {
  Rect rest = page.whole();
  const bool portrait = page.metrics().portrait();
  const Rect panel = portrait ? rest.cutBottom(page.px(64)) : rest.cutLeft(page.px(kNavigation));
  page.setArea(rest);
  page.draw().AddRectFilled(panel.min(), panel.max(), page.theme().panel);
  if (portrait)
    return drawPlaces(page, panel.inset(page.px(kDeskMargin), page.px(kDeskMargin)), 3, current);
  Rect column = panel.inset(page.px(5), page.px(kDeskMargin));
  const auto count = static_cast<float>(kPlaces.size());
  const float most = page.px(count * kHeadHeight + (count - 1) * kGap);
  return drawPlaces(page, column.cutTop(std::min(column.h, most)), 1, current);
}

/// What the page keeps while the screen stands: 1 = the menu is open.
constexpr std::string_view kMenuOpen = "menu";

bool showsMenu(Page& page, const View& view) {
  return view.desk && view.desk->place && page.metrics().tight() && page.kept(kMenuOpen) != 0;
}

/// On a small panel the places have a screen of their own, behind a button above it.
Framed drawMenu(Page& page, DeskPlace current) {
  Framed framed;
  int& open = page.kept(kMenuOpen);
  Rect rest = page.content();
  Rect head = page.besideCorners(rest.cutTop(page.px(kHeadHeight), page.px(kGap)));
  if (open == 0) {
    const Rect place = head.cutLeft(page.px(kHeadHeight));
    page.setLeftCorner(place);
    if (page.iconButton(place, {"nav", tr("Menu"), ButtonKind::Secondary, true}, Icon::Menu))
      open = 1;
    return framed;
  }
  if (page.button(head.cutLeft(page.px(34), page.px(4)),
                  {"back", tr("Back"), ButtonKind::Secondary, true}, Icon::Back)) {
    open = 0;
  }
  framed.intent = drawPlaces(page, rest, page.metrics().portrait() ? 2 : 3, current);
  if (framed.intent) open = 0;
  framed.coversScreen = true;
  return framed;
}

/// When the desk locks itself, and the button that does it now.
std::optional<Intent> drawLock(Page& page, int seconds) {
  const Rect all = page.content();
  const std::string when = filled(tr("Locks in {time}"), {{"time", minutesText(seconds)}});
  const bool soon = static_cast<float>(seconds) <= kSoon;
  const bool narrow = page.metrics().tight() || page.metrics().portrait();
  TextStyle style{TextSize::Small,
                  soon ? Face::SemiBold : Face::Regular,
                  soon ? page.theme().text : page.theme().textSecondary,
                  Across::Right,
                  Down::Middle,
                  true};
  // As wide as it ever gets, so that the head beside it does not move with each second.
  const float words = page.textWidth(filled(tr("Locks in {time}"), {{"time", "00:00"}}),
                                     {TextSize::Small, Face::SemiBold}) +
                      page.px(2);
  const Button lock{"lock", tr("Lock"), ButtonKind::Secondary, true};
  const TextStyle onLock{TextSize::Button, Face::SemiBold};
  const float width = narrow
                          ? page.px(kHeadHeight)
                          : std::max(page.px(40), page.textWidth(lock.label, onLock) + page.px(21));
  Rect corner{all.x + all.w - words - width - page.px(kGap), all.y, 0, page.px(kHeadHeight)};
  corner.w = all.x + all.w - corner.x;
  page.setCorner(corner);
  const Rect place = corner.cutRight(width, page.px(kGap));
  if (soon) {
    page.box(corner.inset(0, page.px(2)), page.theme().accent);
    style.colour = page.theme().onAccent;
    style.across = Across::Centre;
  }
  page.text(corner, when, style);
  const bool locked = narrow ? page.iconButton(place, lock, Icon::Padlock)
                             : page.button(place, lock, Icon::Padlock);
  if (!locked) return std::nullopt;
  return Intent{Intent::Act::Lock, {}};
}

Framed drawDeskFrame(Page& page, const DeskFrame& desk) {
  Framed framed;
  const bool tight = page.metrics().tight();
  if (!tight) page.setMargin(kDeskMargin);
  std::optional<Intent> went;
  if (desk.place && !tight) went = drawNavigation(page, *desk.place);
  const auto locked = drawLock(page, desk.locksInSeconds);
  if (desk.place && tight) framed = drawMenu(page, *desk.place);
  if (went) framed.intent = went;
  if (locked) framed.intent = locked;
  return framed;
}

/// In the way of nothing, and registered before the screen: it wins over what lies there. The
/// quiet corner is at the outer end, the language beside it, and help beside that.
Framed openCorner(Page& page, const View& view, bool door) {
  Framed framed;
  const Rect all = page.content();
  const float side = page.px(kHeadHeight);
  Rect corner{all.x, all.y, all.w, side};
  if (door) {
    const Rect place = corner.cutRight(side, page.px(kGap));
    framed.door = place;
    bool pressed = false;
    if (page.touch(place, {"door", tr("Staff"), "button", place, true, false}, pressed)) {
      framed.intent = Intent{Intent::Act::OpenDoor, {}};
    }
  }
  float left = framed.door ? framed.door->x : all.x + all.w;
  framed.language = languageButton(page, corner, view);
  if (framed.language) {
    left = framed.language->place.x;
    corner.cutRight(framed.language->place.w, page.px(kGap));
  }
  if (door && !std::holds_alternative<HelpView>(view.screen)) {
    framed.help = helpButton(page, corner);
    left = framed.help->place.x;
    if (framed.help->touched) framed.intent = Intent{Intent::Act::Help, {}};
  }
  if (left < all.x + all.w) page.setCorner({left, all.y, all.x + all.w - left, side});
  return framed;
}

bool isOfDesk(const ScreenView& screen) {
  return std::holds_alternative<PinView>(screen) || std::holds_alternative<FrontView>(screen) ||
         std::holds_alternative<DeskView>(screen) || std::holds_alternative<NoticeView>(screen) ||
         std::holds_alternative<WorkingView>(screen) || std::holds_alternative<EditView>(screen) ||
         std::holds_alternative<TouchView>(screen);
}

}  // namespace

void drawTrainingBanner(Page& page) {
  Rect rest = page.whole();
  const bool tight = page.metrics().tight();
  const Rect banner = rest.cutTop(page.px(tight ? kTightBanner : kBanner));
  // A small panel's screens need the room more than a wide margin below it.
  if (tight) rest = {rest.x, rest.y - page.px(2), rest.w, rest.h + page.px(2)};
  page.setArea(rest);
  const Theme& theme = page.theme();
  ImDrawList& draw = page.draw();
  draw.PushClipRect(banner.min(), banner.max(), true);
  draw.AddRectFilled(banner.min(), banner.max(), theme.accent);
  const float step = banner.h * 1.6F;
  const int stripes = static_cast<int>((banner.w + banner.h) / step) + 1;
  for (int stripe = 0; stripe < stripes; ++stripe) {
    const float x = banner.x - banner.h + static_cast<float>(stripe) * step;
    draw.AddQuadFilled({x, banner.y + banner.h}, {x + banner.h, banner.y},
                       {x + banner.h + step / 2, banner.y}, {x + step / 2, banner.y + banner.h},
                       theme.onAccent);
  }
  const TextStyle style{TextSize::Small, Face::SemiBold, theme.onAccent,
                        Across::Centre,  Down::Middle,   true};
  const std::string words = tr("TRAINING: these codes do not work");
  const float width = std::min(banner.w, page.textWidth(words, style) + page.px(12));
  const Rect plate{banner.centre().x - width / 2, banner.y, width, banner.h};
  draw.AddRectFilled(plate.min(), plate.max(), theme.accent);
  page.text(plate, words, style);
  draw.PopClipRect();
}

void drawCorner(Page& page, const Framed& framed) {
  if (framed.language) drawLanguageButton(page, *framed.language);
  if (framed.help) drawHelpButton(page, *framed.help);
  if (!framed.door) return;
  const float side = page.px(kDoorMark);
  const ImVec2 at = framed.door->centre();
  // The card of a code is white in every theme, and so is this mark in high contrast.
  page.draw().AddCircleFilled(at, side, page.theme().ground);
  page.icon({at.x - side / 2, at.y - side / 2, side, side}, Icon::Padlock,
            page.theme().textSecondary);
}

Framed drawFrame(Page& page, const View& view) {
  if (choosesLanguage(page, view)) {
    Framed framed;
    page.description().begin("languages", page.metrics().width(), page.metrics().height());
    if (view.training) drawTrainingBanner(page);
    framed.intent = drawLanguageChoice(page, view);
    framed.coversScreen = true;
    return framed;
  }
  // Nothing but what they say stands on these two.
  if (std::holds_alternative<CleaningView>(view.screen)) return {};
  if (std::holds_alternative<SleepView>(view.screen)) return {};
  if (showsMenu(page, view)) {
    page.description().begin("menu", page.metrics().width(), page.metrics().height());
  }
  if (view.training) drawTrainingBanner(page);
  if (view.desk) return drawDeskFrame(page, *view.desk);
  // Out of service there is no ledger that a PIN could be compared with.
  if (std::holds_alternative<OutOfServiceView>(view.screen)) return {};
  if (std::holds_alternative<CallView>(view.screen)) return {};  // It is the whole sheet.
  return openCorner(page, view, !isOfDesk(view.screen));
}

}  // namespace hallpass
