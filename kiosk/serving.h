#pragma once

#include <cstdint>

#include "kiosk/heartbeat.h"
#include "kiosk/options.h"
#include "platform/base/clock.h"
#include "platform/os/end_signals.h"

namespace hallpass {

/// How the serving of students ended.
enum class ServingEnd : std::uint8_t {
  Asked,     ///< The program was asked to end.
  Again,     ///< Venue staff asked for a new start of the program.
  NoScreen,  ///< There is no screen to open a window on; the reason was written to stderr.
};

/// Opens the window and serves one student after the other until somebody ends it. Main thread; all
/// parameters outlive the call.
[[nodiscard]] ServingEnd serve(const KioskOptions& options, const platform::Clock& clock,
                               Heartbeat& heartbeat, platform::EndSignals& signals);

}  // namespace hallpass
