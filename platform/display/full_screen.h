#pragma once

#include "platform/display/pixel_size.h"

struct GLFWwindow;
struct GLFWmonitor;

namespace platform {

/// A window that nobody can leave: over the whole of the primary screen, without a pointer, taking
/// no drops, and back over the whole screen whenever that gets another size or place, is unplugged
/// or plugged in. Main thread only.
class FullScreen {
 public:
  /// `window` was made over the whole of a screen, and outlives this.
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
  [[nodiscard]] static Place placeOf(GLFWmonitor* monitor);

  GLFWwindow* window_;
  Place place_;
};

}  // namespace platform
