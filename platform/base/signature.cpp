#include "platform/base/signature.h"

#include <sodium.h>

#include <algorithm>

#include "platform/base/base64.h"
#include "platform/base/sodium.h"

namespace platform {
namespace {

using SecretHalf = std::array<unsigned char, crypto_sign_SECRETKEYBYTES>;

const unsigned char* textBytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

template <class Array>
std::optional<Array> arrayFromText(std::string_view text) {
  const auto bytes = fromBase64(text);
  Array array{};
  if (!bytes || bytes->size() != array.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), array.begin());
  return array;
}

}  // namespace

SigningKey::SigningKey(const Key& seed) : seed_(seed) {
  startSodium();
  SecretHalf secret{};
  crypto_sign_seed_keypair(public_.data(), secret.data(), seed_.data());
  sodium_memzero(secret.data(), secret.size());
}

Signature SigningKey::sign(std::string_view bytes) const {
  SecretHalf secret{};
  PublicKey unused{};
  crypto_sign_seed_keypair(unused.data(), secret.data(), seed_.data());
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, textBytes(bytes), bytes.size(), secret.data());
  sodium_memzero(secret.data(), secret.size());
  return signature;
}

bool isSignature(const Signature& signature, std::string_view bytes, const PublicKey& key) {
  startSodium();
  return crypto_sign_verify_detached(signature.data(), textBytes(bytes), bytes.size(),
                                     key.data()) == 0;
}

std::string toText(const PublicKey& key) { return toBase64(key); }

std::optional<PublicKey> publicKeyFromText(std::string_view text) {
  return arrayFromText<PublicKey>(text);
}

std::string toText(const Signature& signature) { return toBase64(signature); }

std::optional<Signature> signatureFromText(std::string_view text) {
  return arrayFromText<Signature>(text);
}

}  // namespace platform
