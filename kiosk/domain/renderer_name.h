#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallpass {

/// What draws the screens: by itself, the graphics card, the processor.
enum class RendererName : std::uint8_t { Auto, Gl, Cpu };

/// As the settings and the command line write them, in the order of RendererName.
inline constexpr std::array<std::string_view, 3> kRendererIds{"auto", "gl", "cpu"};

[[nodiscard]] constexpr std::string_view rendererId(RendererName name) {
  return kRendererIds[static_cast<std::size_t>(name)];
}

/// nullopt where none is called so.
[[nodiscard]] constexpr std::optional<RendererName> rendererOfId(std::string_view id) {
  const auto* const at = std::find(kRendererIds.begin(), kRendererIds.end(), id);
  if (at == kRendererIds.end()) return std::nullopt;
  return static_cast<RendererName>(at - kRendererIds.begin());
}

}  // namespace hallpass
