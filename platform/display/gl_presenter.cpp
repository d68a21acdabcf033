#include "platform/display/gl_presenter.h"

#include <stdexcept>

#include "platform/display/gl_window.h"
#include "platform/display/versions.h"

namespace platform {

void GlPresenter::show(const ImDrawData& data, ImU32 ground) {
  renderer_.draw(data, ground);
  glfwSwapBuffers(window_);
  if (graphicsWereReset()) throw std::runtime_error("The graphics card was reset: start anew.");
}

}  // namespace platform
