#pragma once

#include <cstdint>
#include <string>

#include "platform/display/pixel_size.h"

struct GLFWwindow;

namespace platform {

enum class Frame : std::uint8_t {
  Decorated,  ///< Seen at once, and framed by whoever manages windows.
  None,       ///< Not seen before it is shown.
};

/// A window with OpenGL 3.0; nullptr where there is none to be had. It is told of a reset of the
/// graphics card where the driver can.
[[nodiscard]] GLFWwindow* makeGlWindow(PixelSize size, const std::string& title, Frame frame);

/// Whether the graphics card was reset, so that nothing more is drawn by the current window: only a
/// new one can be. false where the driver does not tell.
[[nodiscard]] bool graphicsWereReset();

}  // namespace platform
