#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/hash.h"

namespace platform {

using BoxPublicKey = std::array<unsigned char, 32>;

/// A pair of X25519 keys: everybody who has the public half can seal a text for it, and only the
/// secret half opens it (libsodium's sealed boxes).
class BoxKey {
 public:
  /// The pair that `seed` stands for; it is the secret that is kept.
  explicit BoxKey(const Key& seed);

  [[nodiscard]] const BoxPublicKey& publicKey() const { return public_; }

  /// The text in a box that was sealed for this key; nullopt where it was not, or was changed.
  [[nodiscard]] std::optional<std::string> open(std::string_view box) const;

 private:
  Key secret_{};
  BoxPublicKey public_{};
};

/// `text` in a box that only the other half of `key` opens; another one at each call.
[[nodiscard]] std::string sealedFor(const BoxPublicKey& key, std::string_view text);

}  // namespace platform
