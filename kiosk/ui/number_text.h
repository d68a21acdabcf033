#pragma once

#include <cstdint>
#include <string>

namespace hallpass {

/// "4:32", "62:05": minutes and seconds; a time below 0 is none.
[[nodiscard]] std::string minutesText(int seconds);

/// "1,200": with a comma between each three digits.
[[nodiscard]] std::string countText(std::int64_t count);

}  // namespace hallpass
