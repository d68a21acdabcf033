#pragma once

namespace tests {

/// Pixels; the screen's origin is at its top left.
struct Size {
  int width = 0;
  int height = 0;
};

struct Point {
  int x = 0;
  int y = 0;
};

struct Rect {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  [[nodiscard]] int right() const { return x + width; }
  [[nodiscard]] int bottom() const { return y + height; }
  [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] bool inside(Size area) const {
    return x >= 0 && y >= 0 && width > 0 && height > 0 && right() <= area.width &&
           bottom() <= area.height;
  }
};

}  // namespace tests
