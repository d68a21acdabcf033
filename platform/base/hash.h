#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace platform {

using Hash = std::array<unsigned char, 32>;
using Key = std::array<unsigned char, 32>;

/// SHA-256 of `bytes`.
[[nodiscard]] Hash sha256(std::string_view bytes);

/// HMAC-SHA-256: tells whoever holds `key` that `bytes` are the ones meant, and nobody else
/// anything.
[[nodiscard]] Hash keyedHash(const Key& key, std::string_view bytes);

/// A fresh secret key from libsodium's random source. A test that needs the same key each time
/// replaces that source with randombytes_set_implementation().
[[nodiscard]] Key randomKey();

/// Lower-case hexadecimal, two characters a byte.
[[nodiscard]] std::string toHex(std::span<const unsigned char> bytes);

/// The inverse of toHex for a hash; nullopt unless `text` is 64 hexadecimal characters.
[[nodiscard]] std::optional<Hash> hashFromHex(std::string_view text);

}  // namespace platform
