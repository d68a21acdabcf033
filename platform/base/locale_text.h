#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"

namespace platform {

/// `time` on the device's own clock, in the language that is set, by a pattern of Unicode LDML
/// letters: "EEE d MMM, HH:mm". The pattern itself is a text that translators write.
[[nodiscard]] std::string timeText(UtcTime time, const char* pattern);

/// `count` with the language's own marks between thousands: "1,234", "1 234", "1.234".
[[nodiscard]] std::string countText(std::int64_t count);

/// Where a line of `text` may end, as offsets in bytes, the end of the text among them: after
/// spaces, and between the characters of a script that has none (UAX 14).
[[nodiscard]] std::vector<std::size_t> lineEnds(std::string_view text);

/// Where each character of `text` ends, as a reader counts them: a letter with its accents is one
/// (UAX 29). Offsets in bytes.
[[nodiscard]] std::vector<std::size_t> characterEnds(std::string_view text);

}  // namespace platform
