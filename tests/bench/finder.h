#pragma once

#include "tests/support/display.h"

namespace tests {

/// Two pixels of a QR code's top left finder pattern: its black edge and the white ring within.
struct Finder {
  Rect black;
  Rect white;

  /// Whether the screen has both now.
  [[nodiscard]] bool shown(Display& display) const;
};

/// The finder of a `code` with its quiet zone, where its top left lies at `place` of the screen.
[[nodiscard]] Finder finderOf(const Image& code, Point place);

}  // namespace tests
