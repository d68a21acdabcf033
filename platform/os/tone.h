#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "platform/base/result.h"
#include "platform/os/machine.h"

namespace platform {

/// Plays three short tones on ALSA's `device` ("default"), each higher than the one before, and
/// waits until they are out: about a second. Never on the thread that draws.
[[nodiscard]] Result<Done, MachineRefusal> playTones(const std::string& device);

/// A struck note, which fades as it sounds.
struct Note {
  double hertz;
  std::chrono::milliseconds length;
  double loudness;  ///< 0-1, of what the loudspeaker is set to.
};

/// Plays `notes` one after the other and waits until they are out. Never on the thread that draws.
[[nodiscard]] Result<Done, MachineRefusal> playNotes(const std::string& device,
                                                     const std::vector<Note>& notes);

}  // namespace platform
