#pragma once

#include <vector>

#include "kiosk/ui/rect.h"

namespace hallpass {

/// Places of the given widths side by side from the upper left of `area`, in as many rows of
/// `height` as they need, `gap` apart. One wider than the area is as wide as the area.
[[nodiscard]] std::vector<Rect> flow(const Rect& area, const std::vector<float>& widths,
                                     float height, float gap);

/// The height of such rows.
[[nodiscard]] float flowHeight(float width, const std::vector<float>& widths, float height,
                               float gap);

/// Widths that fit in `room`: those that need less than an equal part of it get what they need, the
/// others share the rest. All get what they need where that fits.
[[nodiscard]] std::vector<float> fairWidths(const std::vector<float>& needs, float room);

}  // namespace hallpass
