#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "kiosk/heartbeat.h"
#include "kiosk/room/appliance.h"
#include "platform/base/clock.h"
#include "platform/os/end_signals.h"

namespace hallpass {

/// How the page of a locked disk ended.
enum class LockedEnd : std::uint8_t {
  Ended,     ///< The program was asked to end, as when the machine starts anew.
  NoScreen,  ///< Nothing can be drawn; the reason was written to stderr.
};

/// What the page works with; all of it outlives the page.
struct LockedParts {
  const Appliance& appliance;
  const platform::Clock& clock;
  const platform::EndSignals& signals;
  Heartbeat& heartbeat;
  std::optional<std::filesystem::path> describe;  ///< Where the description feed is appended.
};

/// Asks for the recovery key of a disk that the machine's TPM does not open any more, in every
/// language of the kiosk at once: the settings lie on that disk. A plain page (plain_page.h), for
/// fonts find no cache there. What is typed is given to the appliance, and the page says what came
/// of it; when the key is right, the machine starts anew by itself.
[[nodiscard]] LockedEnd showLocked(const LockedParts& parts);

}  // namespace hallpass
