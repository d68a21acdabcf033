#include "kiosk/ui/help_button.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr TextStyle kStyle{TextSize::Body, Face::SemiBold, 0, Across::Centre, Down::Middle, true};

std::string shownOn(const Page& page) {
  const bool narrow = page.metrics().tight() || page.metrics().portrait();
  return narrow ? "?" : platform::tr("Help");
}

}  // namespace

HelpButton helpButton(Page& page, const Rect& corner) {
  const float words = page.textWidth(shownOn(page), kStyle) + page.px(6);
  const float width = std::max(page.px(kHeadHeight), words);
  HelpButton button{{corner.x + corner.w - width, corner.y, width, corner.h}};
  button.touched =
      page.touch(button.place, {"help", platform::tr("Help"), "button", button.place, true, false},
                 button.pressed);
  return button;
}

void drawHelpButton(Page& page, const HelpButton& button) {
  const Theme& theme = page.theme();
  page.box(button.place, button.pressed ? theme.panel : theme.card, theme.line);
  page.label(button.place.inset(page.px(1), 0), shownOn(page), kStyle);
}

}  // namespace hallpass
