#pragma once

#include <optional>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// The button in the corner of every student's screen that leads to what needs no PIN.
struct HelpButton {
  Rect place;
  bool pressed = false;
  bool touched = false;  ///< Act::Help is asked for.
};

/// Registers the button at the right end of `corner`: before the screen, so that it wins a touch.
[[nodiscard]] HelpButton helpButton(Page& page, const Rect& corner);

/// Draws it, over what the screen has drawn there: the word, or a question mark where a screen is
/// small or upright.
void drawHelpButton(Page& page, const HelpButton& button);

}  // namespace hallpass
