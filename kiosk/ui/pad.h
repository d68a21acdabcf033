#pragma once

#include <optional>
#include <string_view>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Ten digits as on a telephone, and erase. `prefix` begins the keys' ids in the description:
/// "pin" gives "pin-0" ... "pin-9" and "pin-erase". Answers Act::Type or Erase.
[[nodiscard]] std::optional<Intent> drawPad(Page& page, const Rect& area, std::string_view prefix,
                                            bool enabled);

/// Cuts the pad's place off `rest`: at the right, upright at the bottom.
[[nodiscard]] Rect cutPad(const Page& page, Rect& rest);

/// One place for each of `digits`, side by side: what stands in `typed`, or a dot for each of its
/// characters, then empty ones.
/// As high as digitsHeight(), in pixels.
enum class Digits : std::uint8_t { Shown, Dots };
void drawDigits(Page& page, const Rect& area, std::string_view typed, std::size_t digits,
                Digits how);

[[nodiscard]] float digitsHeight(const Page& page, float width, std::size_t digits);

}  // namespace hallpass
