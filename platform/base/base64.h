#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

/// `bytes` in the letters of RFC 4648 that may stand in a URL and a file name, without padding.
[[nodiscard]] std::string toBase64(std::span<const unsigned char> bytes);

/// The inverse of toBase64; nullopt for any other text.
[[nodiscard]] std::optional<std::vector<unsigned char>> fromBase64(std::string_view text);

}  // namespace platform
