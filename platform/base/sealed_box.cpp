#include "platform/base/sealed_box.h"

#include <sodium.h>

#include "platform/base/sodium.h"

namespace platform {
namespace {

const unsigned char* contentOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* roomOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

BoxKey::BoxKey(const Key& seed) {
  startSodium();
  crypto_box_seed_keypair(public_.data(), secret_.data(), seed.data());
}

std::optional<std::string> BoxKey::open(std::string_view box) const {
  if (box.size() < crypto_box_SEALBYTES) return std::nullopt;
  std::string text(box.size() - crypto_box_SEALBYTES, '\0');
  if (crypto_box_seal_open(roomOf(text), contentOf(box), box.size(), public_.data(),
                           secret_.data()) != 0) {
    return std::nullopt;
  }
  return text;
}

std::string sealedFor(const BoxPublicKey& key, std::string_view text) {
  startSodium();
  std::string box(text.size() + crypto_box_SEALBYTES, '\0');
  // Fails only for a key that is none; then nobody opens the box, which is as it should be.
  if (crypto_box_seal(roomOf(box), contentOf(text), text.size(), key.data()) != 0) box.clear();
  return box;
}

}  // namespace platform
