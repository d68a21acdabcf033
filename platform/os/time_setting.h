#pragma once

#include <string>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/os/machine.h"

namespace platform {

/// How the machine keeps its time.
struct TimeSetting {
  std::string zone;               ///< "Europe/Helsinki"
  bool byNetwork = false;         ///< A time source sets the clock; setTime() ends that.
  bool byNetworkAllowed = false;  ///< The machine has a service that could.
};

// All of them ask timedated on `bus` ("" = the system's).

[[nodiscard]] Result<TimeSetting, MachineRefusal> timeSetting(const std::string& bus);

/// The zones that the machine knows, sorted: "Africa/Abidjan" ... "UTC".
[[nodiscard]] Result<std::vector<std::string>, MachineRefusal> timeZones(const std::string& bus);

/// Failed where there is no such zone.
[[nodiscard]] Result<Done, MachineRefusal> setTimeZone(const std::string& bus,
                                                       const std::string& zone);

[[nodiscard]] Result<Done, MachineRefusal> keepTimeByNetwork(const std::string& bus, bool on);

/// Sets the clock, and keeps it by hand from then on.
[[nodiscard]] Result<Done, MachineRefusal> setTime(const std::string& bus, UtcTime time);

}  // namespace platform
