#pragma once

#include <string>

#include "platform/base/result.h"
#include "platform/os/machine.h"

namespace platform {

/// Plays three short tones on ALSA's `device` ("default"), each higher than the one before, and
/// waits until they are out: about a second. Never on the thread that draws.
[[nodiscard]] Result<Done, MachineRefusal> playTones(const std::string& device);

}  // namespace platform
