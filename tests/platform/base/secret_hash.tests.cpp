#include "platform/base/secret_hash.h"

#include <array>
#include <map>
#include <set>

#include "tests/support/catch.h"

using platform::hashSecret;
using platform::isSecret;
using platform::randomText;

TEST_CASE("a secret is known by its hash, and no other one is", "[hash]") {
  const std::string hash = hashSecret("480273");
  CHECK(isSecret(hash, "480273"));
  for (const std::string_view other : {"480274", "48027", "4802733", "", "480273 "}) {
    CHECK_FALSE(isSecret(hash, other));
  }
}

TEST_CASE("the hash is Argon2id with 64 MiB and three rounds, and holds no secret", "[hash]") {
  const std::string hash = hashSecret("480273");
  CHECK(hash.find("$argon2id$v=19$m=65536,t=3,p=1$") == 0);
  CHECK(hash.find("480273") == std::string::npos);
  CHECK(hash.find('\0') == std::string::npos);
}

TEST_CASE("two hashes of one secret differ by their salt", "[hash]") {
  CHECK(hashSecret("480273") != hashSecret("480273"));
}

TEST_CASE("a text that is no hash opens nothing", "[hash]") {
  for (const std::string& text :
       {std::string(), std::string("480273"), std::string("$argon2id$"), std::string(5'000, 'x'),
        std::string("$argon2id$v=19$m=65536,t=3,p=1$"), std::string(20, '\0')}) {
    CHECK_FALSE(isSecret(text, ""));
    CHECK_FALSE(isSecret(text, "480273"));
  }
}

TEST_CASE("a hash that was cut short or changed opens nothing", "[hash]") {
  const std::string hash = hashSecret("480273");
  CHECK_FALSE(isSecret(hash.substr(0, hash.size() - 1), "480273"));
  std::string changed = hash;
  changed[hash.size() / 2 + 20] ^= 1;
  CHECK_FALSE(isSecret(changed, "480273"));
}

TEST_CASE("a random text has its length, and its alphabet alone", "[random]") {
  CHECK(randomText("ab", 0).empty());
  CHECK(randomText("a", 5) == "aaaaa");
  const std::string text = randomText("xyz", 1'000);
  CHECK(text.size() == 1'000);
  CHECK(text.find_first_not_of("xyz") == std::string::npos);
}

TEST_CASE("every character of the alphabet is as likely as the other", "[random]") {
  // Of 200 characters 256 values are no multiple: taking a byte by its remainder would give the
  // first 56 twice as often as the rest.
  std::string alphabet;
  for (int i = 0; i < 200; ++i) alphabet += static_cast<char>(i);
  std::array<int, 200> counts{};
  for (const char c : randomText(alphabet, 200'000)) ++counts.at(static_cast<unsigned char>(c));
  // 1000 of each are expected, with a deviation of 32; eight of those are never seen.
  for (const int count : counts) CHECK((count > 740 && count < 1'260));
}

TEST_CASE("two random texts are never the same", "[random]") {
  std::set<std::string> texts;
  for (int i = 0; i < 1'000; ++i) texts.insert(randomText("0123456789abcdef", 16));
  CHECK(texts.size() == 1'000);
}
