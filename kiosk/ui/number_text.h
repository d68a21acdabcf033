#pragma once

#include <string>

namespace hallpass {

/// "4:32", "62:05": minutes and seconds; a time below 0 is none.
[[nodiscard]] std::string minutesText(int seconds);

}  // namespace hallpass
