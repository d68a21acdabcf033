#include "platform/display/qr_reader.h"

#include "tests/support/catch.h"

TEST_CASE("a picture without a QR code holds no text") {
  CHECK(platform::readQrCodes({40, 40, std::vector<std::uint8_t>(1600, 255)}).empty());
  CHECK(platform::readQrCodes({}).empty());
}
