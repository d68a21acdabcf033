#pragma once

#include <cstdint>

namespace platform {

// Rows of pixels, four bytes each: what a frame without a graphics card spends its time in. The
// loops have no branches where the compiler can do many pixels at once. A colour has its first
// channel in its lowest byte and alpha in its highest one.

/// Sets `count` pixels to a colour, opaque whatever its alpha.
void fillRow(std::uint8_t* row, int count, std::uint32_t colour);

/// Lays a colour over `count` pixels.
void blendRow(std::uint8_t* row, int count, std::uint32_t colour);

/// The same, each pixel as far as `mask` (0 to 255) says: letters.
void blendMask(std::uint8_t* row, const std::uint8_t* mask, int count, std::uint32_t colour);

/// Lays a row of a picture, multiplied by a colour, over `count` pixels.
void blendPicture(std::uint8_t* row, const std::uint8_t* picture, int count, std::uint32_t colour);

/// Lays a colour over `count` pixels whose alpha is `alpha` at the first, and `step` more at each
/// next one, in 65536ths of 0 to 255: the edge of a shape. The alpha of `colour` does not count.
void blendRamp(std::uint8_t* row, int count, std::uint32_t colour, std::int32_t alpha,
               std::int32_t step);

/// One channel times another, both 0 to 255 for 0 to 1, rounded.
[[nodiscard]] constexpr std::uint32_t times(std::uint32_t one, std::uint32_t other) {
  const std::uint32_t product = one * other + 128;
  return (product + (product >> 8)) >> 8;
}

/// The same for all four channels of two colours.
[[nodiscard]] constexpr std::uint32_t timesColour(std::uint32_t one, std::uint32_t other) {
  std::uint32_t both = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    both |= times((one >> shift) & 0xFFU, (other >> shift) & 0xFFU) << shift;
  }
  return both;
}

}  // namespace platform
