#pragma once

#include <optional>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/view.h"

namespace hallpass {

/// The button that shows the language that is set by its own name, and leads to the others.
struct LanguageButton {
  Rect place;
  bool pressed = false;
  std::size_t language = 0;  ///< An index into kLanguages.
};

/// Registers the button at the right end of `corner`, where `view` offers a choice: before the
/// screen, so that it wins a touch. Touched, it opens the choice.
[[nodiscard]] std::optional<LanguageButton> languageButton(Page& page, const Rect& corner,
                                                           const View& view);

/// Draws it, over what the screen has drawn there.
void drawLanguageButton(Page& page, const LanguageButton& button);

/// Whether the choice lies over the screen now.
[[nodiscard]] bool choosesLanguage(Page& page, const View& view);

/// Each language by its own name; one is chosen (Act::Language), or Back closes the choice.
[[nodiscard]] std::optional<Intent> drawLanguageChoice(Page& page, const View& view);

}  // namespace hallpass
