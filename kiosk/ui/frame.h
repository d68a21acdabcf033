#pragma once

#include <optional>

#include "kiosk/ui/help_button.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/language_choice.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/view.h"

namespace hallpass {

/// What the frame answers: what was touched in it, and whether it leaves the screen no room now.
struct Framed {
  std::optional<Intent> intent;
  bool coversScreen = false;
  std::optional<Rect> door;  ///< Where the quiet corner's mark belongs.
  std::optional<LanguageButton> language;
  std::optional<HelpButton> help;
};

/// Draws what stands around the screen of `view`, and leaves the rest of the page to it: the banner
/// of the training mode, the desk's navigation and lock (domain.md A18), or the quiet corner of a
/// student's screen that leads to the desk, with the choice of a language and help beside it.
/// Before the screen: what it registers wins a touch.
[[nodiscard]] Framed drawFrame(Page& page, const View& view);

/// The mark of the quiet corner, the language and the help, over what the screen has drawn there.
void drawCorner(Page& page, const Framed& framed);

/// The banner alone, for a question that lies over the screen.
void drawTrainingBanner(Page& page);

}  // namespace hallpass
