#include "platform/base/signature.h"

#include "platform/base/base64.h"
#include "tests/support/catch.h"

using platform::SigningKey;

namespace {

std::vector<unsigned char> fromHex(std::string_view text) {
  std::vector<unsigned char> bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    bytes.push_back(
        static_cast<unsigned char>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

}  // namespace

TEST_CASE("signing gives the keys and the signature of RFC 8032") {
  // Section 7.1, test 2: a message of one byte.
  const auto seed = fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  platform::Key key{};
  std::copy(seed.begin(), seed.end(), key.begin());
  const SigningKey pair(key);
  CHECK(platform::toHex(pair.publicKey()) ==
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  CHECK(platform::toHex(pair.sign("\x72")) ==
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST_CASE("a signature holds for its bytes and its key alone") {
  const SigningKey pair = SigningKey::fresh();
  const SigningKey other = SigningKey::fresh();
  const auto signature = pair.sign("24 codes");
  CHECK(platform::isSignature(signature, "24 codes", pair.publicKey()));
  CHECK_FALSE(platform::isSignature(signature, "25 codes", pair.publicKey()));
  CHECK_FALSE(platform::isSignature(signature, "24 codes", other.publicKey()));
  auto bent = signature;
  bent[40] ^= 1U;
  CHECK_FALSE(platform::isSignature(bent, "24 codes", pair.publicKey()));
}

TEST_CASE("keys and signatures come back from their texts, and from nothing else") {
  const SigningKey pair = SigningKey::fresh();
  const std::string key = platform::toText(pair.publicKey());
  CHECK(key.size() == 43);
  CHECK(platform::publicKeyFromText(key) == pair.publicKey());
  const auto signature = pair.sign("x");
  CHECK(platform::signatureFromText(platform::toText(signature)) == signature);
  CHECK_FALSE(platform::publicKeyFromText(key + "A"));
  CHECK_FALSE(platform::publicKeyFromText(key.substr(1)));
  CHECK_FALSE(platform::publicKeyFromText(""));
  CHECK_FALSE(platform::fromBase64("a+/="));
  CHECK(platform::toBase64(std::vector<unsigned char>{}).empty());
}

TEST_CASE("a text with a byte that is no letter of base64 is none") {
  const std::string text = "QUJDREVG";
  REQUIRE(platform::fromBase64(text).has_value());
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::string changed = text;
      changed[at] = static_cast<char>(byte);
      const auto bytes = platform::fromBase64(changed);
      INFO(byte << " at " << at);
      CHECK((!bytes || platform::toBase64(*bytes) == changed));
    }
  }
}
