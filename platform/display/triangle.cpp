#include "platform/display/triangle.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "platform/display/rows.h"

namespace platform {
namespace {

/// What changes evenly between the corners: the place in the texture, in its pixels, and the four
/// channels, 0 to 255.
constexpr std::size_t kValues = 6;
constexpr std::size_t kAlpha = kValues - 1;
using Values = std::array<float, kValues>;

Values valuesOf(const Corner& corner, PixelSize texture) {
  Values values{corner.u * static_cast<float>(texture.width),
                corner.v * static_cast<float>(texture.height)};
  for (std::size_t i = 0; i < 4; ++i) {
    values[2 + i] = static_cast<float>((corner.colour >> (8 * i)) & 0xFFU);
  }
  return values;
}

/// How the values of a triangle change from pixel to pixel.
struct Slope {
  float x = 0;
  float y = 0;
  Values from{};
  Values perX{};
  Values perY{};

  [[nodiscard]] float at(std::size_t i, float toX, float toY) const {
    return from[i] + (toX - x) * perX[i] + (toY - y) * perY[i];
  }
};

Slope slopeOf(const std::array<Corner, 3>& c, PixelSize texture, float doubleArea) {
  Slope slope{c[0].x, c[0].y, valuesOf(c[0], texture), {}, {}};
  const Values second = valuesOf(c[1], texture);
  const Values third = valuesOf(c[2], texture);
  for (std::size_t i = 0; i < kValues; ++i) {
    const float one = second[i] - slope.from[i];
    const float two = third[i] - slope.from[i];
    slope.perX[i] = (one * (c[2].y - c[0].y) - two * (c[1].y - c[0].y)) / doubleArea;
    slope.perY[i] = (two * (c[1].x - c[0].x) - one * (c[2].x - c[0].x)) / doubleArea;
  }
  return slope;
}

/// The texture at a place in its own pixels, between the four nearest: its four channels.
std::array<float, 4> sample(const Texture& texture, float u, float v) {
  const float x = u - 0.5F;
  const float y = v - 0.5F;
  const auto left = static_cast<int>(std::floor(x));
  const auto top = static_cast<int>(std::floor(y));
  const float right = x - static_cast<float>(left);
  const float below = y - static_cast<float>(top);
  std::array<float, 4> mixed{255, 255, 255, 0};
  if (texture.bytesPerPixel == 4) mixed = {};
  for (int corner = 0; corner < 4; ++corner) {
    const std::uint8_t* pixel =
        texture.at(std::clamp(left + corner % 2, 0, texture.size.width - 1),
                   std::clamp(top + corner / 2, 0, texture.size.height - 1));
    const float share =
        (corner % 2 == 1 ? right : 1 - right) * (corner / 2 == 1 ? below : 1 - below);
    if (texture.bytesPerPixel == 1) {
      mixed[3] += share * static_cast<float>(*pixel);
    } else {
      for (std::size_t i = 0; i < 4; ++i) mixed[i] += share * static_cast<float>(pixel[i]);
    }
  }
  return mixed;
}

std::uint32_t packed(const std::array<float, 4>& channels) {
  std::uint32_t colour = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const float value = std::clamp(channels[i] + 0.5F, 0.0F, 255.0F);
    colour |= static_cast<std::uint32_t>(value) << (8 * i);
  }
  return colour;
}

/// How the pixels between the corners differ.
enum class Shading : std::uint8_t {
  Even,  ///< Not at all: the inside of a shape.
  Ramp,  ///< In alpha alone: its edge.
  Mask,  ///< In the place in a texture of alpha: a line, letters of another size.
  Full,
};

Shading shadingOf(const std::array<Corner, 3>& c, const Texture& texture) {
  constexpr std::uint32_t kRgb = 0x00FFFFFF;
  const std::uint32_t differ = (c[1].colour ^ c[0].colour) | (c[2].colour ^ c[0].colour);
  const bool still = c[1].u == c[0].u && c[1].v == c[0].v && c[2].u == c[0].u && c[2].v == c[0].v;
  if (still && differ == 0) return Shading::Even;
  if (still && (differ & kRgb) == 0) return Shading::Ramp;
  return differ == 0 && texture.bytesPerPixel == 1 ? Shading::Mask : Shading::Full;
}

/// The alpha of a texture between the four nearest pixels, 0 to 255; `u` and `v` are in 65536ths of
/// its pixels, from the middle of the first one.
std::uint32_t alphaAt(const Texture& texture, std::int64_t u, std::int64_t v) {
  const int left = static_cast<int>(u >> 16);
  const int top = static_cast<int>(v >> 16);
  const auto x = static_cast<std::uint32_t>((u >> 8) & 0xFF);
  const auto y = static_cast<std::uint32_t>((v >> 8) & 0xFF);
  const int lastColumn = texture.size.width - 1;
  const int lastRow = texture.size.height - 1;
  const int first = std::clamp(left, 0, lastColumn);
  const int second = std::clamp(left + 1, 0, lastColumn);
  const std::uint8_t* upper = texture.at(0, std::clamp(top, 0, lastRow));
  const std::uint8_t* lower = texture.at(0, std::clamp(top + 1, 0, lastRow));
  const std::uint32_t above = upper[first] * (256 - x) + upper[second] * x;
  const std::uint32_t below = lower[first] * (256 - x) + lower[second] * x;
  return (above * (256 - y) + below * y + (1U << 15)) >> 16;
}

/// 65536ths, where a triangle that is hardly there has no slope that fits.
std::int32_t fixed(float value) {
  return static_cast<std::int32_t>(std::clamp(value, -255.0F, 510.0F) * 65536.0F);
}

class Filler {
 public:
  Filler(const Surface& onto, const Texture& texture, const std::array<Corner, 3>& corners,
         float doubleArea)
      : onto_(onto), texture_(texture), shading_(shadingOf(corners, texture)) {
    if (shading_ == Shading::Even || shading_ == Shading::Ramp)
      texel_ = colourAt(texture, corners[0].u, corners[0].v);
    colour_ = timesColour(corners[0].colour, texel_);
    if (shading_ != Shading::Even) slope_ = slopeOf(corners, texture.size, doubleArea);
  }

  void span(int y, int from, int to) const {
    std::uint8_t* row = onto_.at(from, y);
    const float x = static_cast<float>(from) + 0.5F;
    const float line = static_cast<float>(y) + 0.5F;
    switch (shading_) {
      case Shading::Even:
        return blendRow(row, to - from, colour_);
      case Shading::Ramp: {
        const float share = static_cast<float>(texel_ >> 24) / 255;
        return blendRamp(row, to - from, colour_, fixed(slope_.at(kAlpha, x, line) * share),
                         fixed(slope_.perX[kAlpha] * share));
      }
      case Shading::Mask:
        return mask(row, to - from, x, line);
      case Shading::Full:
        return mix(row, to - from, x, line);
    }
  }

 private:
  void mask(std::uint8_t* row, int count, float x, float y) const {
    constexpr float kFixed = 65536;
    auto u = static_cast<std::int64_t>((slope_.at(0, x, y) - 0.5F) * kFixed);
    auto v = static_cast<std::int64_t>((slope_.at(1, x, y) - 0.5F) * kFixed);
    const auto perU = static_cast<std::int64_t>(slope_.perX[0] * kFixed);
    const auto perV = static_cast<std::int64_t>(slope_.perX[1] * kFixed);
    const auto colourWith = [&](std::uint32_t alpha) {
      return (colour_ & 0x00FFFFFFU) | times(alpha, colour_ >> 24) << 24;
    };
    if (perU == 0 && perV == 0) return blendRow(row, count, colourWith(alphaAt(texture_, u, v)));
    for (int done = 0; done < count; ++done, row += 4, u += perU, v += perV) {
      const std::uint32_t alpha = alphaAt(texture_, u, v);
      if (alpha != 0) blendRow(row, 1, colourWith(alpha));
    }
  }

  void mix(std::uint8_t* row, int count, float x, float y) const {
    Values values{};
    for (std::size_t i = 0; i < kValues; ++i) values[i] = slope_.at(i, x, y);
    for (int done = 0; done < count; ++done, row += 4) {
      std::array<float, 4> texel = sample(texture_, values[0], values[1]);
      for (std::size_t i = 0; i < 4; ++i) texel[i] *= values[2 + i] / 255;
      if (texel[3] > 0) blendRow(row, 1, packed(texel));
      for (std::size_t i = 0; i < kValues; ++i) values[i] += slope_.perX[i];
    }
  }

  const Surface& onto_;
  const Texture& texture_;
  Shading shading_;
  std::uint32_t texel_ = 0xFFFFFFFF;
  std::uint32_t colour_ = 0;
  Slope slope_;
};

/// One side, from its upper end: where it crosses a line is the same for whoever shares it.
struct Side {
  float x;
  float y;
  float perLine;

  Side(const Corner& upper, const Corner& lower)
      : x(upper.x), y(upper.y), perLine((lower.x - upper.x) / (lower.y - upper.y)) {}
  [[nodiscard]] float at(float line) const { return x + (line - y) * perLine; }
};

}  // namespace

int firstColumn(float x) {
  const float edge = x - 0.5F;
  const auto whole = static_cast<int>(edge);
  return whole + (static_cast<float>(whole) < edge ? 1 : 0);
}

int firstRow(float y) {
  const float edge = y - 0.5F;
  const auto whole = static_cast<int>(edge);
  return whole + (static_cast<float>(whole) <= edge ? 1 : 0);
}

std::uint32_t colourAt(const Texture& texture, float u, float v) {
  return packed(sample(texture, u * static_cast<float>(texture.size.width),
                       v * static_cast<float>(texture.size.height)));
}

void fillTriangle(const Surface& onto, const Area& clip, const Texture& texture,
                  const std::array<Corner, 3>& corners) {
  const auto& c = corners;
  const float doubleArea =
      (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[2].x - c[0].x) * (c[1].y - c[0].y);
  if (doubleArea == 0) return;
  std::array<const Corner*, 3> sorted{&c[0], &c[1], &c[2]};
  std::sort(sorted.begin(), sorted.end(), [](const Corner* a, const Corner* b) {
    return a->y < b->y || (a->y == b->y && a->x < b->x);
  });
  const int first = std::max(clip.top, firstRow(sorted[0]->y));
  const int last = std::min(clip.bottom, firstRow(sorted[2]->y));
  if (first >= last) return;
  const Filler filler(onto, texture, corners, doubleArea);
  const Side whole(*sorted[0], *sorted[2]);
  const Side upper(*sorted[0], *sorted[1]);
  const Side lower(*sorted[1], *sorted[2]);
  for (int y = first; y < last; ++y) {
    const float line = static_cast<float>(y) + 0.5F;
    const float half = line <= sorted[1]->y ? upper.at(line) : lower.at(line);
    const float other = whole.at(line);
    const int from = std::max(clip.left, firstColumn(std::min(half, other)));
    const int to = std::min(clip.right, firstColumn(std::max(half, other)));
    if (from < to) filler.span(y, from, to);
  }
}

}  // namespace platform
