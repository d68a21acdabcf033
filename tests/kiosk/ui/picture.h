#pragma once

#include <imgui.h>

#include "kiosk/ui/rect.h"
#include "platform/display/drawing.h"

namespace tests {

/// WCAG 2.2: relative luminance, 0 to 1, and the contrast ratio of two colours, 1 to 21.
[[nodiscard]] double luminanceOf(ImU32 colour);
[[nodiscard]] double contrastOf(ImU32 one, ImU32 other);

/// The colour of a pixel; that of the nearest one where the place lies outside.
[[nodiscard]] ImU32 colourAt(const platform::Pixels& picture, int x, int y);

/// The colour that most pixels of `area` have.
[[nodiscard]] ImU32 groundOf(const platform::Pixels& picture, const hallpass::Rect& area);

/// How many pixels of `area` have that colour.
[[nodiscard]] int countOf(const platform::Pixels& picture, const hallpass::Rect& area,
                          ImU32 colour);

/// The highest contrast with `ground` that at least `least` pixels of `area` reach.
[[nodiscard]] double strongestOn(const platform::Pixels& picture, const hallpass::Rect& area,
                                 ImU32 ground, int least);

/// How many pixels of `area` differ between two pictures of one size where neither has a colour:
/// by at least a tenth of the way from black to white in luminance's own steps (L*).
[[nodiscard]] int greyDifference(const platform::Pixels& one, const platform::Pixels& other,
                                 const hallpass::Rect& area);

}  // namespace tests
