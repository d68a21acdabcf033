#include "platform/display/triangle.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace platform {
namespace {

using Values = std::array<float, Corner::kValues>;

/// How the values of a triangle change from pixel to pixel.
struct Slope {
  Corner from;
  Values perX{};
  Values perY{};

  [[nodiscard]] Values at(float x, float y) const {
    Values values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = from.values[i] + (x - from.x) * perX[i] + (y - from.y) * perY[i];
    }
    return values;
  }
};

Slope slopeOf(const std::array<Corner, 3>& c, float doubleArea) {
  Slope slope{c[0], {}, {}};
  for (std::size_t i = 0; i < Corner::kValues; ++i) {
    const float one = c[1].values[i] - c[0].values[i];
    const float two = c[2].values[i] - c[0].values[i];
    slope.perX[i] = (one * (c[2].y - c[0].y) - two * (c[1].y - c[0].y)) / doubleArea;
    slope.perY[i] = (two * (c[1].x - c[0].x) - one * (c[2].x - c[0].x)) / doubleArea;
  }
  return slope;
}

/// The texture at a place in its own pixels, between the four nearest: red, green, blue, alpha.
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
    const int column = std::clamp(left + corner % 2, 0, texture.size.width - 1);
    const int row = std::clamp(top + corner / 2, 0, texture.size.height - 1);
    const float share =
        (corner % 2 == 1 ? right : 1 - right) * (corner / 2 == 1 ? below : 1 - below);
    const std::uint8_t* pixel =
        texture.bytes +
        (static_cast<std::ptrdiff_t>(row) * texture.size.width + column) * texture.bytesPerPixel;
    if (texture.bytesPerPixel == 1) {
      mixed[3] += share * static_cast<float>(*pixel);
    } else {
      for (std::size_t i = 0; i < 4; ++i) mixed[i] += share * static_cast<float>(pixel[i]);
    }
  }
  return mixed;
}

/// Lays `colour`, of which `alpha` (0 to 1) counts, over a pixel.
void blend(std::uint8_t* pixel, const std::array<float, 3>& colour, float alpha) {
  for (std::size_t i = 0; i < 3; ++i) {
    const float under = static_cast<float>(pixel[i]);
    pixel[i] = static_cast<std::uint8_t>(
        std::clamp(under + (colour[i] - under) * alpha + 0.5F, 0.0F, 255.0F));
  }
}

void shade(std::uint8_t* pixel, const Texture& texture, const Values& values) {
  const std::array<float, 4> texel = sample(texture, values[0], values[1]);
  const float alpha = texel[3] * values[5] / (255.0F * 255.0F);
  if (alpha <= 0) return;
  blend(pixel, {texel[0] * values[2] / 255, texel[1] * values[3] / 255, texel[2] * values[4] / 255},
        alpha);
}

/// Most of a screen is of one colour: worked out once for the whole triangle.
bool isEven(const Slope& slope) {
  const auto still = [](const Values& values) {
    return std::all_of(values.begin(), values.end(),
                       [](float value) { return std::abs(value) < 1e-6F; });
  };
  return still(slope.perX) && still(slope.perY);
}

/// Where the edge between two corners crosses the line `y`; the same for whoever shares the edge.
float crossing(const Corner& upper, const Corner& lower, float y) {
  return upper.x + (lower.x - upper.x) * ((y - upper.y) / (lower.y - upper.y));
}

/// The first pixel whose centre is not left of (above) `place`.
int firstFrom(float place) { return static_cast<int>(std::ceil(place - 0.5F)); }

class Filler {
 public:
  Filler(Pixels& onto, const Texture& texture, const Slope& slope)
      : onto_(onto), texture_(texture), slope_(slope), even_(isEven(slope)) {}

  void span(int y, int from, int to) const {
    std::uint8_t* pixel =
        onto_.bytes.data() + (static_cast<std::ptrdiff_t>(y) * onto_.size.width + from) * 4;
    Values values = slope_.at(static_cast<float>(from) + 0.5F, static_cast<float>(y) + 0.5F);
    if (even_) return paint(pixel, to - from, values);
    for (int x = from; x < to; ++x, pixel += 4) {
      shade(pixel, texture_, values);
      for (std::size_t i = 0; i < values.size(); ++i) values[i] += slope_.perX[i];
    }
  }

 private:
  void paint(std::uint8_t* pixel, int count, const Values& values) const {
    const std::array<float, 4> texel = sample(texture_, values[0], values[1]);
    const float alpha = texel[3] * values[5] / (255.0F * 255.0F);
    const std::array<float, 3> colour{texel[0] * values[2] / 255, texel[1] * values[3] / 255,
                                      texel[2] * values[4] / 255};
    for (int i = 0; i < count; ++i, pixel += 4) blend(pixel, colour, alpha);
  }

  Pixels& onto_;
  const Texture& texture_;
  const Slope& slope_;
  bool even_;
};

}  // namespace

void fillTriangle(Pixels& onto, const Clip& clip, const Texture& texture,
                  const std::array<Corner, 3>& corners) {
  const auto& c = corners;
  const float doubleArea =
      (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[2].x - c[0].x) * (c[1].y - c[0].y);
  if (doubleArea == 0) return;
  std::array<Corner, 3> sorted = corners;
  std::sort(sorted.begin(), sorted.end(), [](const Corner& a, const Corner& b) {
    return a.y < b.y || (a.y == b.y && a.x < b.x);
  });
  const Slope slope = slopeOf(corners, doubleArea);
  const Filler filler(onto, texture, slope);
  const int last = std::min(clip.bottom, firstFrom(sorted[2].y));
  for (int y = std::max(clip.top, firstFrom(sorted[0].y)); y < last; ++y) {
    const float line = static_cast<float>(y) + 0.5F;
    const float whole = crossing(sorted[0], sorted[2], line);
    const float half = line < sorted[1].y ? crossing(sorted[0], sorted[1], line)
                                          : crossing(sorted[1], sorted[2], line);
    const auto [least, most] = std::minmax(whole, half);
    const int from = std::max(clip.left, firstFrom(least));
    const int to = std::min(clip.right, firstFrom(most));
    if (from < to) filler.span(y, from, to);
  }
}

}  // namespace platform
