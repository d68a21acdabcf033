#pragma once

#include <string>
#include <string_view>

namespace platform {

/// Argon2id of a short secret, with its salt and parameters in the text (libsodium's
/// crypto_pwhash_str): 64 MiB and three rounds, about 140 ms on a small device (trust.md 4). Never
/// on the thread that draws. Throws std::bad_alloc where the memory is not there.
[[nodiscard]] std::string hashSecret(std::string_view secret);

/// Whether `secret` is the one that `hash` was made of; false for a text that is no such hash.
[[nodiscard]] bool isSecret(std::string_view hash, std::string_view secret);

/// `count` characters of `alphabet`, which is not empty, each as likely as the other, from
/// libsodium's random source.
[[nodiscard]] std::string randomText(std::string_view alphabet, std::size_t count);

}  // namespace platform
