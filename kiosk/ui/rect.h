#pragma once

#include <imgui.h>

#include <algorithm>
#include <cstddef>

namespace hallpass {

/// An axis-aligned rectangle in pixels; (x, y) is its upper left corner.
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  [[nodiscard]] ImVec2 min() const { return {x, y}; }
  [[nodiscard]] ImVec2 max() const { return {x + w, y + h}; }
  [[nodiscard]] ImVec2 centre() const { return {x + w / 2, y + h / 2}; }

  [[nodiscard]] Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)};
  }
  [[nodiscard]] Rect inset(float d) const { return inset(d, d); }

  /// The part of `size` that is cut off one side; this keeps the rest, less `gap`.
  Rect cutTop(float size, float gap = 0) {
    const Rect part{x, y, w, std::min(size, h)};
    y += part.h + gap;
    h = std::max(0.0F, h - part.h - gap);
    return part;
  }
  Rect cutBottom(float size, float gap = 0) {
    const float taken = std::min(size, h);
    const Rect part{x, y + h - taken, w, taken};
    h = std::max(0.0F, h - taken - gap);
    return part;
  }
  Rect cutLeft(float size, float gap = 0) {
    const Rect part{x, y, std::min(size, w), h};
    x += part.w + gap;
    w = std::max(0.0F, w - part.w - gap);
    return part;
  }
  Rect cutRight(float size, float gap = 0) {
    const float taken = std::min(size, w);
    const Rect part{x + w - taken, y, taken, h};
    w = std::max(0.0F, w - taken - gap);
    return part;
  }

  /// The `index`-th of `count` equal columns or rows with `gap` between them.
  [[nodiscard]] Rect column(std::size_t index, std::size_t count, float gap) const {
    const auto n = static_cast<float>(count);
    const float width = (w - gap * (n - 1)) / n;
    return {x + static_cast<float>(index) * (width + gap), y, width, h};
  }
  [[nodiscard]] Rect row(std::size_t index, std::size_t count, float gap) const {
    const auto n = static_cast<float>(count);
    const float height = (h - gap * (n - 1)) / n;
    return {x, y + static_cast<float>(index) * (height + gap), w, height};
  }

  /// The largest square in the middle.
  [[nodiscard]] Rect square() const {
    const float side = std::min(w, h);
    return {x + (w - side) / 2, y + (h - side) / 2, side, side};
  }
};

}  // namespace hallpass
