#include "platform/base/hash.h"

#include <rapidcheck.h>

#include "tests/support/catch.h"

namespace platform {

TEST_CASE("SHA-256 gives the values of FIPS 180-2") {
  CHECK(toHex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(toHex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("the keyed hash gives the value of RFC 4231, test case 2, with its key filled by zeros") {
  Key key{};
  key[0] = 'J';
  key[1] = 'e';
  key[2] = 'f';
  key[3] = 'e';
  CHECK(toHex(keyedHash(key, "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("the keyed hash differs with the key and with the text") {
  const Key one = randomKey();
  const Key other = randomKey();
  CHECK(one != other);
  CHECK(keyedHash(one, "a") == keyedHash(one, "a"));
  CHECK(keyedHash(one, "a") != keyedHash(other, "a"));
  CHECK(keyedHash(one, "a") != keyedHash(one, "b"));
}

TEST_CASE("a hash survives the way to text and back") {
  REQUIRE(rc::check("round trip", [](const std::string& bytes) {
    const Hash hash = sha256(bytes);
    const auto read = hashFromHex(toHex(hash));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == hash);
  }));
}

TEST_CASE("only 64 hexadecimal characters are a hash") {
  const std::string good(64, 'a');
  CHECK(hashFromHex(good));
  CHECK(hashFromHex(std::string(64, 'A')));
  CHECK_FALSE(hashFromHex(""));
  CHECK_FALSE(hashFromHex(good.substr(1)));
  CHECK_FALSE(hashFromHex(good + "a"));
  CHECK_FALSE(hashFromHex(good.substr(1) + "g"));
  CHECK_FALSE(hashFromHex(good.substr(1) + " "));
}

}  // namespace platform
