#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hallpass {

/// A width and a height, in the unit that the name of the value gives.
struct Extent {
  int width = 0;
  int height = 0;
  friend bool operator==(const Extent&, const Extent&) = default;
};

/// "1280x720", each side 1 to 32,767; nullopt for anything else.
[[nodiscard]] std::optional<Extent> parseExtent(std::string_view text);

/// "1280x720"
[[nodiscard]] std::string toText(Extent extent);

}  // namespace hallpass
