#pragma once

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// A sign in a square as large as `area` allows, told apart by its shape as well as its colour: a
/// tick in a disc, a mark of exclamation in a triangle, a cross in an octagon, a clock.
void drawSign(Page& page, const Rect& area, Sign sign);

/// A sign, where there is one, with a text beside it; answers the height in pixels that it takes.
float drawSigned(Page& page, const Rect& area, Sign sign, std::string_view text, TextStyle style);

/// The height that drawSigned() would take at full size.
[[nodiscard]] float signedHeight(const Page& page, float width, Sign sign, std::string_view text,
                                 const TextStyle& style);

}  // namespace hallpass
