#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/exchange/table.h"
#include "platform/base/clock.h"

namespace hallpass {

/// In which order a column writes day and month where both are numbers before the year.
enum class DateOrder : unsigned char { DayFirst, MonthFirst, Unknown };

/// The order that `column` shows: a number over 12 decides it for the whole column. Unknown where
/// none does, or where they contradict each other. Dates with dots are always day first.
[[nodiscard]] DateOrder dateOrderOf(std::span<const Row> rows, std::size_t column);

/// The first instant of the UTC day that `text` names: 2027-01-28, 2027/1/28, 20270128, 28.1.2027,
/// 28/01/2027, 01/28/2027, 28 Jan 2027, January 28, 2027, 2027年1月28日; a time of day after it
/// does not count, a year of two digits is of this century. nullopt where it is no date, an
/// impossible one, or could be two under `order`.
[[nodiscard]] std::optional<platform::UtcTime> parseListDate(std::string_view text,
                                                             DateOrder order);

/// The day that a list gives for the last moment `moment`, so that it is read back as that day:
/// "2027-01-28". Days of lists end in UTC, those that people say on the device.
[[nodiscard]] std::string toListDate(platform::UtcTime moment);

}  // namespace hallpass
