#pragma once

#include <string>
#include <variant>

#include "platform/base/clock.h"

namespace hallpass {

/// The day that a redeem-by moment stands for, as it was written: "2027-01-28". Lists give the end
/// of a day in UTC, people the end of one on the device.
[[nodiscard]] std::string redeemByText(platform::UtcTime moment);

/// The end of the local day `days` after `now`.
[[nodiscard]] platform::UtcTime redeemByIn(int days, platform::UtcTime now);

/// The end of the local day that was typed, or the sentence why it cannot be a redeem-by date: it
/// is no date, or it is past at `now`.
[[nodiscard]] std::variant<platform::UtcTime, std::string> typedRedeemBy(const std::string& typed,
                                                                         platform::UtcTime now);

}  // namespace hallpass
