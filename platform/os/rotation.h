#pragma once

#include <string>
#include <vector>

#include "platform/base/result.h"
#include "platform/os/machine.h"

namespace platform {

/// How the picture is turned, in degrees clockwise: 0, 90, 180 or 270.
struct RotationSetting {
  int degrees = 0;
  std::vector<int> possible;  ///< Sorted; always holds 0.
};

// Both speak to the X server `display` ("" = $DISPLAY) through XRandR.

[[nodiscard]] Result<RotationSetting, MachineRefusal> rotation(const std::string& display);

/// Turns the picture, and the touch panels with it. Absent where the server cannot turn it so.
[[nodiscard]] Result<Done, MachineRefusal> setRotation(const std::string& display, int degrees);

}  // namespace platform
