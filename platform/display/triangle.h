#pragma once

#include <array>
#include <cstdint>

#include "platform/display/drawing.h"
#include "platform/display/pixel_size.h"

namespace platform {

/// What a triangle is filled with: one byte (alpha over white) or four (red first) a pixel.
struct Texture {
  const std::uint8_t* bytes = nullptr;
  PixelSize size;
  int bytesPerPixel = 1;
};

/// A corner: its place in pixels, and what changes evenly between the three: the place in the
/// texture, in its pixels, and red, green, blue, alpha (0 to 255).
struct Corner {
  static constexpr std::size_t kValues = 6;
  float x = 0;
  float y = 0;
  std::array<float, kValues> values{};
};

/// The part of the picture that may be drawn on; the last column and row are outside.
struct Clip {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

/// Fills the pixels whose centres lie in the triangle, texture times colour, over what is there.
/// Two triangles that share an edge fill each pixel once. `clip` lies within `onto`.
void fillTriangle(Pixels& onto, const Clip& clip, const Texture& texture,
                  const std::array<Corner, 3>& corners);

}  // namespace platform
