#include "platform/base/base64.h"

#include <sodium.h>

namespace platform {
namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

}  // namespace

std::string toBase64(std::span<const unsigned char> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
  text.pop_back();  // What libsodium ends it with.
  return text;
}

std::optional<std::vector<unsigned char>> fromBase64(std::string_view text) {
  if (text.empty()) return std::vector<unsigned char>{};
  std::vector<unsigned char> bytes(text.size());
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(),
                                       nullptr, &length, &end, kVariant);
  if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
  bytes.resize(length);
  if (toBase64(bytes) != text) return std::nullopt;  // libsodium takes some bytes for letters.
  return bytes;
}

}  // namespace platform
