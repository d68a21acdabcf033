#include "platform/base/secret_hash.h"

#include <sodium.h>

#include <cstdint>
#include <new>

#include "platform/base/sodium.h"

namespace platform {
namespace {

constexpr unsigned long long kRounds = 3;
constexpr std::size_t kMemoryBytes = std::size_t{64} << 20U;

}  // namespace

std::string hashSecret(std::string_view secret) {
  startSodium();
  std::string text(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_alg(text.data(), secret.data(), secret.size(), kRounds, kMemoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  text.resize(text.find('\0'));
  return text;
}

bool isSecret(std::string_view hash, std::string_view secret) {
  startSodium();
  const std::string text(hash);
  return text.size() < crypto_pwhash_STRBYTES &&
         crypto_pwhash_str_verify(text.c_str(), secret.data(), secret.size()) == 0;
}

std::string randomText(std::string_view alphabet, std::size_t count) {
  startSodium();
  std::string text;
  while (text.size() < count) {
    text += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
  }
  return text;
}

}  // namespace platform
