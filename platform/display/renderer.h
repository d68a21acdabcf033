#pragma once

#include <imgui.h>

#include "platform/display/pixels.h"

namespace platform {

/// Turns what ImGui has built into a picture: the graphics card (GlRenderer) or the processor
/// (Canvas). It belongs to the ImGui context that is the current one when it is made, and ends
/// before it. Main thread only.
class Renderer {
 public:
  virtual ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  /// Of the current context; nullptr where nothing draws.
  [[nodiscard]] static Renderer* current();

  /// ImGui's font atlas was built anew. Between two frames only.
  virtual void reloadLetters() = 0;

  /// Keeps a picture under a name of its own, never 0, which ImGui takes for that of a texture,
  /// until it is dropped.
  [[nodiscard]] virtual unsigned keep(Pixels picture) = 0;
  virtual void drop(unsigned picture) = 0;

  /// Draws `data`, what ImGui::Render() made last, over `ground` (ImGui's colour, opaque), as large
  /// as the context's display.
  virtual void draw(const ImDrawData& data, ImU32 ground) = 0;

  /// What was drawn last, opaque; stands until the next call. Where it goes to a window: only
  /// before it is shown there.
  [[nodiscard]] virtual const Pixels& picture() = 0;

 protected:
  Renderer();
};

}  // namespace platform
