#include "platform/base/hash.h"

#include <sodium.h>

#include "platform/base/sodium.h"

namespace platform {
namespace {

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Hash sha256(std::string_view bytes) {
  Hash hash;
  crypto_hash_sha256(hash.data(), bytesOf(bytes), bytes.size());
  return hash;
}

Hash keyedHash(const Key& key, std::string_view bytes) {
  Hash hash;
  crypto_auth_hmacsha256(hash.data(), bytesOf(bytes), bytes.size(), key.data());
  return hash;
}

Key randomKey() {
  startSodium();
  Key key;
  randombytes_buf(key.data(), key.size());
  return key;
}

std::string toHex(std::span<const unsigned char> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

std::optional<Hash> hashFromHex(std::string_view text) {
  Hash hash;
  std::size_t length = 0;
  if (text.size() != hash.size() * 2 ||
      sodium_hex2bin(hash.data(), hash.size(), text.data(), text.size(), nullptr, &length,
                     nullptr) != 0 ||
      length != hash.size()) {
    return std::nullopt;
  }
  return hash;
}

}  // namespace platform
