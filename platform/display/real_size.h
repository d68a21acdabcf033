#pragma once

#include "platform/display/pixel_size.h"

namespace platform {

/// Who says how large a screen is, in millimetres.
enum class SizeSource {
  Display,   ///< The screen itself: some give an aspect ratio, the size of another panel or none.
  Settings,  ///< Somebody who measured it.
};

/// Pixels a millimetre of a screen of `pixels` that is said to be `mm` large; 96 dots per inch
/// where that cannot be true: no size, less than 0.05 or more than 0.75 mm a pixel, or, told by the
/// display, pixels that are far from square, or 160 x 90 or 160 x 100 mm: 16:9 and 16:10, meant as
/// a ratio. A picture that is turned lies across the size: width and height may be swapped.
[[nodiscard]] double pixelsPerMmOf(PixelSize pixels, PixelSize mm, SizeSource source);

}  // namespace platform
