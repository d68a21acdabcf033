#include "tests/kiosk/ui/picture.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tests {
namespace {

double channel(unsigned value) {
  const double part = value / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

/// CIE L*, 0 to 100: even steps to the eye.
double lightnessOf(ImU32 colour) {
  const double y = luminanceOf(colour);
  return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

template <class Each>
void eachPixel(const platform::Pixels& picture, const hallpass::Rect& area, Each each) {
  const int left = std::max(0, static_cast<int>(std::floor(area.x)));
  const int top = std::max(0, static_cast<int>(std::floor(area.y)));
  const int right = std::min(picture.size.width, static_cast<int>(std::ceil(area.x + area.w)));
  const int bottom = std::min(picture.size.height, static_cast<int>(std::ceil(area.y + area.h)));
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) each(x, y);
  }
}

std::map<ImU32, int> coloursOf(const platform::Pixels& picture, const hallpass::Rect& area) {
  std::map<ImU32, int> counts;
  ImU32 last = 0;
  int* run = &counts[last];  // Neighbours mostly have one colour.
  eachPixel(picture, area, [&](int x, int y) {
    const ImU32 colour = colourAt(picture, x, y);
    if (colour != last) run = &counts[last = colour];
    ++*run;
  });
  counts.erase(0);  // No pixel is clear.
  return counts;
}

}  // namespace

double luminanceOf(ImU32 colour) {
  return 0.2126 * channel(colour & 0xFFU) + 0.7152 * channel((colour >> 8U) & 0xFFU) +
         0.0722 * channel((colour >> 16U) & 0xFFU);
}

double contrastOf(ImU32 one, ImU32 other) {
  const double light = std::max(luminanceOf(one), luminanceOf(other));
  const double dark = std::min(luminanceOf(one), luminanceOf(other));
  return (light + 0.05) / (dark + 0.05);
}

ImU32 colourAt(const platform::Pixels& picture, int x, int y) {
  const int column = std::clamp(x, 0, picture.size.width - 1);
  const int row = std::clamp(y, 0, picture.size.height - 1);
  const auto* pixel =
      &picture.bytes[(static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.size.width) +
                      static_cast<std::size_t>(column)) *
                     4];
  return IM_COL32(pixel[0], pixel[1], pixel[2], 255);
}

ImU32 groundOf(const platform::Pixels& picture, const hallpass::Rect& area) {
  const auto counts = coloursOf(picture, area);
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : most->first;
}

int countOf(const platform::Pixels& picture, const hallpass::Rect& area, ImU32 colour) {
  const auto counts = coloursOf(picture, area);
  const auto found = counts.find(colour);
  return found == counts.end() ? 0 : found->second;
}

double strongestOn(const platform::Pixels& picture, const hallpass::Rect& area, ImU32 ground,
                   int least) {
  double strongest = 1;
  for (const auto& [colour, count] : coloursOf(picture, area)) {
    if (count >= least) strongest = std::max(strongest, contrastOf(colour, ground));
  }
  return strongest;
}

int greyDifference(const platform::Pixels& one, const platform::Pixels& other,
                   const hallpass::Rect& area) {
  int differing = 0;
  eachPixel(one, area, [&](int x, int y) {
    const double apart = lightnessOf(colourAt(one, x, y)) - lightnessOf(colourAt(other, x, y));
    if (std::abs(apart) >= 10) ++differing;
  });
  return differing;
}

}  // namespace tests
