#pragma once

#include <string>

#include "platform/display/pixel_size.h"

struct GLFWwindow;
struct GLFWmonitor;

namespace platform {

/// A window with OpenGL 3.0, over the whole of `monitor` or, where that is null, of its own;
/// nullptr where there is none to be had. It is told of a reset of the graphics card where the
/// driver can.
[[nodiscard]] GLFWwindow* makeGlWindow(PixelSize size, const std::string& title,
                                       GLFWmonitor* monitor);

/// Whether the graphics card was reset, so that nothing more is drawn by the current window: only a
/// new one can be. false where the driver does not tell.
[[nodiscard]] bool graphicsWereReset();

}  // namespace platform
