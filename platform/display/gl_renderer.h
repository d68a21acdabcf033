#pragma once

#include "platform/display/gl_calls.h"
#include "platform/display/renderer.h"

namespace platform {

/// Draws by OpenGL, in the context that is current when it is made and stays so.
class GlRenderer : public Renderer {
 public:
  GlRenderer();
  ~GlRenderer() override;
  GlRenderer(const GlRenderer&) = delete;
  GlRenderer& operator=(const GlRenderer&) = delete;

  void reloadLetters() override;
  [[nodiscard]] unsigned keep(Pixels picture) override;
  void drop(unsigned picture) override;
  void draw(const ImDrawData& data, ImU32 ground) override;
  [[nodiscard]] const Pixels& picture() override;

  /// Waits until all that was drawn is.
  void finish() { gl_.finish(); }

 private:
  void uploadAlpha(ImFontAtlas& atlas);
  void dropLetters(ImFontAtlas& atlas);

  GlCalls gl_;
  GLuint letters_ = 0;  ///< The texture that holds the glyphs; 0 = none of ours.
  Pixels read_;
};

}  // namespace platform
