#pragma once

#include <imgui.h>

#include <cstdint>
#include <memory>

#include "platform/display/pixel_size.h"

struct GLFWwindow;

namespace platform {

/// Brings the frames of the current ImGui context into a window, by a renderer of its own. Ends
/// before either of them. Main thread only.
class Presenter {
 public:
  Presenter() = default;
  virtual ~Presenter() = default;
  Presenter(const Presenter&) = delete;
  Presenter& operator=(const Presenter&) = delete;

  /// Draws `data` over `ground` and hands it to the screen. Throws where the graphics card was
  /// reset: nothing more is drawn in this window.
  virtual void show(const ImDrawData& data, ImU32 ground) = 0;

  /// Waits until the screen has what was shown.
  virtual void finish() = 0;

  /// The screen lost the window's picture: the next show() brings all of it.
  virtual void uncovered() = 0;
};

/// What draws.
enum class RendererChoice : std::uint8_t {
  Best,  ///< The graphics card; the processor where there is none, or OpenGL only as software.
  Gl,
  Cpu,
};

/// A window that is not seen yet, or framed and seen; nullptr where none can be had that `choice`
/// can draw in. GLFW has been initialised.
struct WindowWish {
  PixelSize size;
  const char* title = "";
  bool framed = false;
  RendererChoice choice = RendererChoice::Best;
};
[[nodiscard]] GLFWwindow* makeWindow(const WindowWish& wish);

/// What draws in a window of makeWindow().
[[nodiscard]] std::unique_ptr<Presenter> presenterFor(GLFWwindow* window);

}  // namespace platform
