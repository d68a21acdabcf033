#pragma once

#include <array>
#include <cstdint>

#include "platform/display/surface.h"

namespace platform {

/// A corner: its place in pixels, its place in the texture (0 to 1 across it), and its colour, in
/// the order of the surface, alpha highest.
struct Corner {
  float x = 0;
  float y = 0;
  float u = 0;
  float v = 0;
  std::uint32_t colour = 0;
};

/// Fills the pixels whose centres lie in the triangle, texture times colour, over what is there.
/// Two triangles that share an edge fill each pixel once. `clip` lies within `onto`.
void fillTriangle(const Surface& onto, const Area& clip, const Texture& texture,
                  const std::array<Corner, 3>& corners);

/// The first column of pixels whose middle is not left of `x`.
[[nodiscard]] int firstColumn(float x);

/// The first row of pixels whose middle is below `y`. One that lies on it is not: OpenGL counts
/// from the bottom.
[[nodiscard]] int firstRow(float y);

/// The texture at a place in it, between the four nearest pixels, in the order of the surface.
[[nodiscard]] std::uint32_t colourAt(const Texture& texture, float u, float v);

}  // namespace platform
