#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hallpass {

/// A time of day in the device's time zone.
struct DayTime {
  int minutes = 0;  ///< Since midnight, 0-1439.
  friend bool operator==(const DayTime&, const DayTime&) = default;
};

/// Reads "22:00", "00:00" to "23:59"; nullopt for anything else.
[[nodiscard]] std::optional<DayTime> parseDayTime(std::string_view text);

/// "22:00"
[[nodiscard]] std::string toText(DayTime time);

}  // namespace hallpass
