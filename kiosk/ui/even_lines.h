#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hallpass {

/// What stands between two places where a line may end, in pixels.
struct LinePiece {
  float width = 0;  ///< With the spaces at its end,
  float ink = 0;    ///< and without.
};

/// How a text of several lines fills its width; the number of its lines is the least in any case.
enum class LineShape : std::uint8_t {
  Full,   ///< Each line as long as it can be.
  Paged,  ///< The same, but no single short word is left for the last line.
  Even,   ///< All about equally long: headlines, and what is centred.
};

/// Behind which pieces the lines end, as counts of pieces from the first one on; empty where a
/// piece is wider than `width` by itself.
[[nodiscard]] std::vector<std::size_t> lineEndsOf(const std::vector<LinePiece>& pieces, float width,
                                                  LineShape shape);

}  // namespace hallpass
