#pragma once

#include <chrono>
#include <cstdint>

#include "kiosk/plain_page.h"

namespace hallpass {

/// So many deaths within DeathCount::kSpan, and the kiosk is not started again at once.
inline constexpr int kDeathsUntilFailsafe = 3;

/// How long the failsafe page stands until the kiosk is tried again by itself.
inline constexpr std::chrono::seconds kFailsafeStands{120};

/// How the failsafe page ended.
enum class FailsafeEnd : std::uint8_t {
  TryAgain,  ///< Its time is over, or somebody touched "Try again": the kiosk may start.
  Ended,     ///< The program was asked to end.
  NoScreen,  ///< Nothing can be drawn; the reason was written to stderr.
};

/// Shows "please call staff" in every language of the kiosk, over the whole screen, drawn with none
/// of the kiosk's own means (platform/display/plain_screen.h), instead of a program that only dies
/// and never a desktop. Returns when the page ends.
[[nodiscard]] FailsafeEnd showFailsafe(const PlainParts& parts);

}  // namespace hallpass
