#pragma once

#include <cstdint>

#include "kiosk/domain/theme_name.h"

namespace hallpass {

/// The four sizes of text (VVSG 7.1-G): small capitals of 3.5, 4.8, 6.4 and 8.5 mm or more, as far
/// as the panel has room.
enum class TextStep : std::uint8_t { Small, Normal, Large, Largest };
inline constexpr std::size_t kTextSteps = 4;

/// How a student asked for the screens to be drawn ("Help"). It ends with the visit, and the
/// device's own takes its place: the theme of the settings, all else as here.
struct Look {
  TextStep text = TextStep::Normal;
  ThemeName theme = ThemeName::Light;
  bool controlsLow = false;  ///< All that is touched lies in the lower part, for who sits.
  bool leftHand = false;     ///< What a left hand would cover stands at its right.
  friend bool operator==(const Look&, const Look&) = default;
};

}  // namespace hallpass
