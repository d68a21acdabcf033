#pragma once

#include <filesystem>

#include "platform/base/result.h"
#include "platform/os/machine.h"

namespace platform {

// The brightness of the screen's own light, in per cent of what it can do. `folder` is the kernel's
// list of backlights, /sys/class/backlight; all that are in it are set alike, the first is read.

[[nodiscard]] Result<int, MachineRefusal> brightness(const std::filesystem::path& folder);

/// 0 is as dark as the light goes, which is off for some; 1-100 is never off.
/// Where the program may not write there itself, logind on `bus` is asked to.
[[nodiscard]] Result<Done, MachineRefusal> setBrightness(const MachinePlaces& places, int percent);

}  // namespace platform
