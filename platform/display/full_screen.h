#pragma once

#include "platform/display/pixel_size.h"

struct GLFWwindow;

namespace platform {

/// A window that nobody can leave: over the whole of the primary screen, without a pointer, taking
/// no drops, and back over the whole screen whenever that gets another size or place, is unplugged
/// or plugged in. Main thread only.
///
/// GLFW's own full screen is not used: it gives a screen that was turned or changed its old mode
/// back, from a list of modes that it read once.
class FullScreen {
 public:
  /// Shows `window`, which was made without a frame and is not seen yet, and which outlives this.
  explicit FullScreen(GLFWwindow* window);

  /// Lays the window over the screen as it now is. Says whether that changed anything; without any
  /// screen the window stays as it is, until there is one again.
  bool fit();

 private:
  struct Place {
    int x = 0;
    int y = 0;
    PixelSize size;
    friend bool operator==(const Place&, const Place&) = default;
  };
  [[nodiscard]] static Place placeNow();

  GLFWwindow* window_;
  Place place_;
};

}  // namespace platform
