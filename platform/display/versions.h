#pragma once

// What differs between the library versions of Debian 12 (GLFW 3.3, ImGui 1.86) and Debian 13
// (GLFW 3.4, ImGui 1.90), and nothing else.

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

namespace platform {

/// GLFW has no touch on its Wayland backend; X gives touch as pointer (DESIGN.md 4). GLFW 3.3 of
/// Debian is built for X11 alone.
inline void chooseX11() {
#if GLFW_VERSION_MAJOR > 3 || GLFW_VERSION_MINOR >= 4
  glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
}

/// Where the pointer is in the frame that comes, and whether it is down.
inline void givePointer(ImGuiIO& io, float x, float y, bool down) {
#if IMGUI_VERSION_NUM >= 18700
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(0, down);
#else
  io.MousePos = {x, y};
  io.MouseDown[0] = down;
#endif
}

}  // namespace platform
