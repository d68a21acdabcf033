#pragma once

#include <cstdint>
#include <vector>

#include "platform/display/pixel_size.h"

namespace platform {

/// A picture in memory: four bytes a pixel, red first, colour not multiplied by alpha, as the
/// renderer of the screens takes it.
struct Pixels {
  PixelSize size;
  std::vector<std::uint8_t> bytes;
};

}  // namespace platform
