#pragma once

#include <string_view>

#include "kiosk/ui/page.h"

namespace hallpass {

/// The line that shows what was typed, with a caret; `placeholder` says what to type.
void drawTypedField(Page& page, const Rect& area, std::string_view typed,
                    std::string_view placeholder);

/// Cuts the place of the action that takes what was typed: off `rest`, at the side of the hand or
/// upright at the bottom; off `field` where the keys have left too little below it.
[[nodiscard]] Rect cutTypedAction(const Page& page, Rect& field, Rect& rest,
                                  std::string_view label);

/// Cuts the line's place off the top of `rest`, with the gap below it; it is lower on a small
/// panel.
[[nodiscard]] Rect cutTypedField(const Page& page, Rect& rest);

}  // namespace hallpass
