#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "platform/base/clock.h"

namespace hallpass {

/// Whether a day without a time of day means its first moment or its last one.
enum class DayEdge : std::uint8_t { Begin, End };

/// Reads "2026-11-23 09:00", "2026-11-23" or, for the day of `now`, "09:00": local times.
[[nodiscard]] std::optional<platform::UtcTime> readTypedTime(const std::string& typed, DayEdge edge,
                                                             platform::UtcTime now);

/// "2026-11-23 09:00": as readTypedTime() reads it.
[[nodiscard]] std::string typedTime(platform::UtcTime time);

/// "2026-11-23"
[[nodiscard]] std::string typedDay(platform::UtcTime time);

}  // namespace hallpass
