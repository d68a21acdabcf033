#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "platform/display/pixel_size.h"

namespace platform {

/// A part of a picture, in pixels; the last column and row are outside.
struct Area {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  [[nodiscard]] bool isEmpty() const { return left >= right || top >= bottom; }
  [[nodiscard]] Area within(const Area& other) const {
    return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
            std::min(bottom, other.bottom)};
  }
  friend bool operator==(const Area&, const Area&) = default;
};

/// What is drawn on: four bytes a pixel, the last of them always 255. Which of the others is red is
/// for whoever draws: the renderer treats all three alike.
struct Surface {
  std::uint8_t* bytes = nullptr;
  PixelSize size;
  int bytesPerRow = 0;

  [[nodiscard]] std::uint8_t* at(int x, int y) const {
    return bytes + static_cast<std::ptrdiff_t>(y) * bytesPerRow +
           static_cast<std::ptrdiff_t>(x) * 4;
  }
};

/// What is drawn from: one byte (alpha over white) or four (in the order of the surface, alpha
/// last, colour not multiplied by it) a pixel.
struct Texture {
  const std::uint8_t* bytes = nullptr;
  PixelSize size;
  int bytesPerPixel = 1;

  [[nodiscard]] const std::uint8_t* at(int x, int y) const {
    return bytes + (static_cast<std::ptrdiff_t>(y) * size.width + x) * bytesPerPixel;
  }
};

}  // namespace platform
