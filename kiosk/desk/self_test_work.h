#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_page.h"

namespace hallpass {

/// What a test of the device found.
struct Examination {
  std::vector<Check> checks;
  std::string status;  ///< Signed (kiosk/room/status.h); "" where it cannot be made.
  std::string device;  ///< What the device is called (deviceName); "" without its key.
  platform::UtcTime at;
};

/// What a person found out, for as long as the readiness is looked at.
struct Tried {
  std::optional<int> touched;  ///< Targets that were hit.
  std::optional<bool> heard;   ///< Whether the tones were.
};

/// What the self-test works on, all but the ledger: that of the device itself, in training mode
/// too.
[[nodiscard]] SelfTestPlaces placesOf(const DeskTools& tools, const Tried& tried);

/// Tests `places` with the device's own ledger, which it opens for itself. On the worker's thread.
[[nodiscard]] Examination examine(SelfTestPlaces places);

}  // namespace hallpass
