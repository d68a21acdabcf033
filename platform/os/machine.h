#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace platform {

/// What of the machine a program may set, as far as the machine has it.
enum class MachinePart : std::uint8_t { Power, Time, Brightness, Volume, Rotation };

/// Why a part of the machine could not be read or set. Nothing was changed.
enum class MachineRefusal : std::uint8_t {
  Absent,      ///< This machine has none, or none that a program can set.
  NotAllowed,  ///< It is there, and this program may not.
  Failed,      ///< It is there and did not do it; another try may help.
};

/// A sentence for a person in the language that is set: what is, and what to do.
[[nodiscard]] std::string sentence(MachinePart part, MachineRefusal refusal);

/// Where the parts of the machine are reached.
struct MachinePlaces {
  std::string bus = {};  ///< D-Bus address of logind and timedated; "" = the system's bus.
  std::filesystem::path backlights = "/sys/class/backlight";
  std::string mixer = "default";  ///< ALSA's name of the card.
  std::string display = {};       ///< "" = $DISPLAY.
};

}  // namespace platform
