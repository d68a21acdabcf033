#include "kiosk/ui/qr.h"

#include "tests/support/catch.h"

using hallpass::encodeQr;

namespace {

int versionOf(const std::string& payload) { return (encodeQr(payload)->side - 17) / 4; }

}  // namespace

TEST_CASE("a short code never takes version 1, which has no alignment pattern") {
  CHECK(versionOf("TST001") == 2);
  CHECK(versionOf("WK0SKTEST00000001A") == 2);
}

TEST_CASE("a code takes the smallest version that holds it at level M") {
  CHECK(versionOf("AAAAA-BBBBB-CCCCC-DDDDD-00001") == 2);
  CHECK(versionOf("https://www.microsoftazurepass.com/") == 3);
}

TEST_CASE("the squares are the pattern that readers look for") {
  const auto code = encodeQr("WK0SKTEST00000001A");
  REQUIRE(code);
  for (int i = 0; i < 7; ++i) {
    CHECK(code->at(i, 0));
    CHECK(code->at(0, i));
    CHECK(code->at(code->side - 1 - i, 0));
    CHECK(code->at(0, code->side - 1 - i));
  }
  CHECK_FALSE(code->at(1, 1));
  CHECK(code->at(3, 3));
  CHECK_FALSE(code->at(7, 7));
}

TEST_CASE("nothing, and more than any version holds, is no code") {
  CHECK_FALSE(encodeQr(""));
  CHECK_FALSE(encodeQr(std::string(5000, 'x')));
}
