#pragma once

#include <cstdint>
#include <vector>

#include "platform/display/surface.h"

namespace platform {

/// Finds what of a picture is another than in the frame before: the picture lies in tiles, and each
/// tile knows all that was drawn on it by one number. Keeps its memory from frame to frame.
class Damage {
 public:
  static constexpr int kTile = 64;  ///< Pixels, both ways.

  /// Begins a frame on `ground` (whatever names it). Another size than before: all is another.
  void begin(PixelSize size, std::uint64_t ground);

  /// Something, known by a number of its own, is drawn within `area`, which lies in the picture.
  void add(const Area& area, std::uint64_t number);

  /// The frame is whole: what differs from the one before. No two of them overlap. Stands until the
  /// next begin().
  const std::vector<Area>& end();

  /// The next frame is another one everywhere.
  void forget() { before_.clear(); }

 private:
  void addRun(int row, int from, int to);

  PixelSize size_;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<std::uint64_t> now_;
  std::vector<std::uint64_t> before_;
  std::vector<Area> areas_;  ///< In tiles, until the frame is whole.
};

}  // namespace platform
