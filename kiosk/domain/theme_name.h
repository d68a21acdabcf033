#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "platform/base/translation.h"

namespace hallpass {

/// The colours that the screens can be drawn in.
enum class ThemeName : std::uint8_t { Light, Dark, BlackOnWhite, WhiteOnBlack };

/// As the settings and the command line write them, in the order of ThemeName.
inline constexpr std::array<std::string_view, 4> kThemeIds{"light", "dark", "black-on-white",
                                                           "white-on-black"};

[[nodiscard]] constexpr std::string_view themeId(ThemeName name) {
  return kThemeIds[static_cast<std::size_t>(name)];
}

/// As the screens name them; to be translated.
inline constexpr std::array<const char*, 4> kThemeLabels{
    platform::noted("Light"), platform::noted("Dark"), platform::noted("Black on white"),
    platform::noted("White on black")};

/// nullopt where no theme is called so.
[[nodiscard]] constexpr std::optional<ThemeName> themeOfId(std::string_view id) {
  const auto* const at = std::find(kThemeIds.begin(), kThemeIds.end(), id);
  if (at == kThemeIds.end()) return std::nullopt;
  return static_cast<ThemeName>(at - kThemeIds.begin());
}

}  // namespace hallpass
