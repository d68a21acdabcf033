#pragma once

#include <imgui.h>

#include <cstdint>
#include <map>
#include <vector>

#include "platform/display/drawing.h"
#include "platform/display/pixel_size.h"

namespace platform {

/// Draws what ImGui has built into pixels, without a window, a display or a graphics card: the
/// picture that OpenGL would show, but for what it rounds otherwise. While a canvas lives, the
/// pictures of its ImGui context are kept by it. Main thread only.
class Canvas {
 public:
  /// Becomes the renderer of ImGui's current context, which outlives it.
  Canvas();
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// The canvas of the current context; nullptr where a window draws, or nothing does.
  [[nodiscard]] static Canvas* current();

  /// Draws `data`, what ImGui::Render() made last, over `ground` (ImGui's colour). As large as the
  /// context's display; opaque. Stands until the next draw.
  const Pixels& draw(const ImDrawData& data, ImU32 ground);

  /// Keeps a picture by a number of its own, never 0, until it is dropped.
  [[nodiscard]] unsigned keep(Pixels picture);
  void drop(unsigned picture) { pictures_.erase(picture); }

 private:
  void drawList(const ImDrawList& list);

  Pixels pixels_;
  std::map<unsigned, Pixels> pictures_;
  unsigned next_ = 1;
};

}  // namespace platform
