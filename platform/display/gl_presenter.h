#pragma once

#include "platform/display/gl_renderer.h"
#include "platform/display/presenter.h"

namespace platform {

/// Draws in a window of makeGlWindow(), whose context is the current one.
class GlPresenter : public Presenter {
 public:
  explicit GlPresenter(GLFWwindow* window) : window_(window) {}

  void show(const ImDrawData& data, ImU32 ground) override;
  void finish() override { renderer_.finish(); }
  void uncovered() override {}  // Each frame is a whole one.

 private:
  GLFWwindow* window_;
  GlRenderer renderer_;
};

}  // namespace platform
