#include "platform/display/real_size.h"

#include <algorithm>
#include <utility>

namespace platform {
namespace {

constexpr double kPixelsPerMmAt96Dpi = 96.0 / 25.4;
constexpr double kMostOblong = 1.25;  ///< Of a pixel; all that are made are square.

bool isRatio(PixelSize mm) {
  const int longSide = std::max(mm.width, mm.height);
  const int shortSide = std::min(mm.width, mm.height);
  return longSide == 160 && (shortSide == 90 || shortSide == 100);
}

}  // namespace

double pixelsPerMmOf(PixelSize pixels, PixelSize mm, SizeSource source) {
  if ((mm.width > mm.height) != (pixels.width > pixels.height)) std::swap(mm.width, mm.height);
  if (pixels.width <= 0 || pixels.height <= 0 || mm.width <= 0 || mm.height <= 0)
    return kPixelsPerMmAt96Dpi;
  const double across = static_cast<double>(mm.width) / pixels.width;
  const double down = static_cast<double>(mm.height) / pixels.height;
  if (across < 0.05 || across > 0.75) return kPixelsPerMmAt96Dpi;
  const bool oblong = std::max(across, down) > std::min(across, down) * kMostOblong;
  if (source == SizeSource::Display && (oblong || isRatio(mm))) return kPixelsPerMmAt96Dpi;
  return 1.0 / across;
}

}  // namespace platform
