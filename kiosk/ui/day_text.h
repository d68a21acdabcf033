#pragma once

#include <string>

#include "platform/base/clock.h"

namespace hallpass {

/// "Mon 23 Nov, 09:30" in the device's time zone and the language that is set.
[[nodiscard]] std::string dayText(platform::UtcTime time);

}  // namespace hallpass
