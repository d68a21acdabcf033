#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "platform/base/hash.h"

namespace platform {

using PublicKey = std::array<unsigned char, 32>;
using Signature = std::array<unsigned char, 64>;

/// A pair of Ed25519 keys (RFC 8032): what it signs, everybody who has its public half can check.
class SigningKey {
 public:
  /// The pair that `seed` stands for; it is the secret that is kept.
  explicit SigningKey(const Key& seed);

  /// A fresh pair, from libsodium's random source.
  [[nodiscard]] static SigningKey fresh() { return SigningKey(randomKey()); }

  [[nodiscard]] const Key& seed() const { return seed_; }
  [[nodiscard]] const PublicKey& publicKey() const { return public_; }
  [[nodiscard]] Signature sign(std::string_view bytes) const;

 private:
  Key seed_;
  PublicKey public_{};
};

/// Whether `signature` was made over exactly `bytes` with the other half of `key`.
[[nodiscard]] bool isSignature(const Signature& signature, std::string_view bytes,
                               const PublicKey& key);

/// A public key as people copy it: 43 characters (toBase64).
[[nodiscard]] std::string toText(const PublicKey& key);
/// nullopt for anything else.
[[nodiscard]] std::optional<PublicKey> publicKeyFromText(std::string_view text);

/// The same for a signature: 86 characters.
[[nodiscard]] std::string toText(const Signature& signature);
[[nodiscard]] std::optional<Signature> signatureFromText(std::string_view text);

}  // namespace platform
