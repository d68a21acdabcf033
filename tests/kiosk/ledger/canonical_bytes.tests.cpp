#include "kiosk/ledger/canonical_bytes.h"

#include "tests/support/catch.h"

using hallpass::CanonicalBytes;

TEST_CASE("a piece stands behind its length, most significant byte first", "[ledger][canonical]") {
  const std::string bytes = CanonicalBytes().add(std::string(258, 'x')).bytes();
  CHECK(bytes == std::string("\0\0\0\0\0\0\1\2", 8) + std::string(258, 'x'));
}

TEST_CASE("a number is its decimal text", "[ledger][canonical]") {
  CHECK(CanonicalBytes().add(std::int64_t{-12}).bytes() ==
        CanonicalBytes().add(std::string_view("-12")).bytes());
}

TEST_CASE("what is parted otherwise gives other bytes", "[ledger][canonical]") {
  const auto joined = [](std::string_view a, std::string_view b) {
    return CanonicalBytes().add(a).add(b).bytes();
  };
  CHECK(joined("ab", "c") != joined("a", "bc"));
  CHECK(joined("", "abc") != joined("abc", ""));
}
