#pragma once

#include <cstdint>
#include <string>

#include "platform/base/result.h"
#include "platform/os/machine.h"

namespace platform {

enum class PowerDeed : std::uint8_t { Restart, PowerOff };

/// Has logind end all programs and restart the machine, or switch it off; this one is ended by it
/// too, soon after a Done. Asked first whether that is allowed, so that a refusal ends nothing.
/// Waits for 16 seconds at most.
[[nodiscard]] Result<Done, MachineRefusal> power(const std::string& bus, PowerDeed deed);

/// Whether power() would do it. Waits for 8 seconds at most.
[[nodiscard]] Result<Done, MachineRefusal> mayPower(const std::string& bus, PowerDeed deed);

}  // namespace platform
