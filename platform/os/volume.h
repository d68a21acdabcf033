#pragma once

#include <string>

#include "platform/base/result.h"
#include "platform/os/machine.h"

namespace platform {

// The loudness of the loudspeaker in per cent, through ALSA's mixer of `card` ("default"): the
// first of its controls that is called Master, Speaker, Headphone or PCM.

[[nodiscard]] Result<int, MachineRefusal> volume(const std::string& card);

/// 0 also switches the sound off, where the control has a switch; anything else switches it on.
[[nodiscard]] Result<Done, MachineRefusal> setVolume(const std::string& card, int percent);

}  // namespace platform
