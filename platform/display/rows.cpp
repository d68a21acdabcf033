#include "platform/display/rows.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace platform {
namespace {

constexpr std::uint32_t kOpaque = 0xFF000000;
constexpr std::uint32_t kEven = 0x00FF00FF;  ///< The first and the third channel.
constexpr std::size_t kBlock = 16;           ///< Bytes that are done at once: four pixels.

std::uint32_t alphaOf(std::uint32_t colour) { return colour >> 24; }

/// A colour over one pixel: two channels in each half of a product.
void blendPixel(std::uint8_t* pixel, std::uint32_t colour, std::uint32_t alpha) {
  std::uint32_t under = 0;
  std::memcpy(&under, pixel, 4);
  const std::uint32_t rest = 255 - alpha;
  std::uint32_t even = (under & kEven) * rest + (colour & kEven) * alpha + 0x00800080;
  std::uint32_t odd = ((under >> 8) & kEven) * rest + ((colour >> 8) & kEven) * alpha + 0x00800080;
  even = ((even + ((even >> 8) & kEven)) >> 8) & kEven;
  odd = (odd + ((odd >> 8) & kEven)) & ~kEven;
  const std::uint32_t mixed = even | odd | kOpaque;
  std::memcpy(pixel, &mixed, 4);
}

void setPixel(std::uint8_t* pixel, std::uint32_t colour) {
  colour |= kOpaque;
  std::memcpy(pixel, &colour, 4);
}

void layPixel(std::uint8_t* pixel, std::uint32_t colour, std::uint32_t alpha) {
  if (alpha == 255) return setPixel(pixel, colour);
  if (alpha != 0) blendPixel(pixel, colour, alpha);
}

/// Four pixels at once.
void blendBlocks(std::uint8_t* row, int count, std::uint32_t colour) {
  const std::uint32_t alpha = alphaOf(colour);
  const std::uint32_t opaque = colour | kOpaque;
  std::array<std::uint16_t, kBlock> over{};
  for (std::size_t i = 0; i < kBlock; ++i) {
    over[i] = static_cast<std::uint16_t>(((opaque >> (i % 4 * 8)) & 0xFFU) * alpha + 128);
  }
  const auto rest = static_cast<std::uint16_t>(255 - alpha);
  int left = count;
  for (; left >= 4; left -= 4, row += kBlock) {
    for (std::size_t i = 0; i < kBlock; ++i) {
      const auto sum = static_cast<std::uint16_t>(row[i] * rest + over[i]);
      row[i] = static_cast<std::uint8_t>(static_cast<std::uint16_t>(sum + (sum >> 8)) >> 8);
    }
  }
  for (; left > 0; --left, row += 4) blendPixel(row, colour, alpha);
}

}  // namespace

void fillRow(std::uint8_t* row, int count, std::uint32_t colour) {
  colour |= kOpaque;
  for (int i = 0; i < count; ++i) std::memcpy(row + std::ptrdiff_t{i} * 4, &colour, 4);
}

void blendRow(std::uint8_t* row, int count, std::uint32_t colour) {
  const std::uint32_t alpha = alphaOf(colour);
  if (alpha == 0) return;
  if (alpha == 255) return fillRow(row, count, colour);
  if (count >= 8) return blendBlocks(row, count, colour);
  for (int left = count; left > 0; --left, row += 4) blendPixel(row, colour, alpha);
}
void blendMask(std::uint8_t* row, const std::uint8_t* mask, int count, std::uint32_t colour) {
  const std::uint32_t most = alphaOf(colour);
  for (int i = 0; i < count; ++i, row += 4) {
    if (mask[i] != 0) layPixel(row, colour, times(mask[i], most));
  }
}

void blendPicture(std::uint8_t* row, const std::uint8_t* picture, int count, std::uint32_t colour) {
  const bool plain = colour == 0xFFFFFFFF;
  for (int i = 0; i < count; ++i, row += 4, picture += 4) {
    std::uint32_t texel = 0;
    std::memcpy(&texel, picture, 4);
    if (alphaOf(texel) == 0) continue;
    if (!plain) texel = timesColour(texel, colour);
    layPixel(row, texel, alphaOf(texel));
  }
}

void blendRamp(std::uint8_t* row, int count, std::uint32_t colour, std::int32_t alpha,
               std::int32_t step) {
  constexpr std::int64_t kMost = 255 << 16;
  std::int64_t here = alpha;
  for (int i = 0; i < count; ++i, row += 4, here += step) {
    const std::int64_t rounded = std::clamp<std::int64_t>(here, 0, kMost) + (1 << 15);
    layPixel(row, colour, static_cast<std::uint32_t>(rounded >> 16));
  }
}

}  // namespace platform
