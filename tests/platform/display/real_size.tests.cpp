#include "platform/display/real_size.h"

#include <cmath>

#include "tests/support/catch.h"

using platform::PixelSize;
using platform::pixelsPerMmOf;
using platform::SizeSource;

namespace {

constexpr double kAt96Dpi = 96.0 / 25.4;
constexpr PixelSize kFullHd{1920, 1080};

bool isAbout(double one, double other) { return std::abs(one - other) < 0.01; }

double told(PixelSize pixels, PixelSize mm) {
  return pixelsPerMmOf(pixels, mm, SizeSource::Display);
}

}  // namespace

TEST_CASE("a screen is as large as it says, whichever side is up") {
  CHECK(isAbout(told(kFullHd, {480, 270}), 4.0));
  CHECK(isAbout(told({1080, 1920}, {480, 270}), 4.0));
  CHECK(isAbout(told({1280, 800}, {217, 136}), 1280.0 / 217));
}

TEST_CASE("a size that no screen has counts as 96 dots per inch") {
  for (const PixelSize mm :
       {PixelSize{0, 0}, PixelSize{480, 0}, PixelSize{-1, 270}, PixelSize{16, 9}, PixelSize{60, 34},
        PixelSize{1920, 1080}, PixelSize{160, 90}, PixelSize{160, 100}, PixelSize{90, 160},
        PixelSize{480, 480}, PixelSize{320, 90}}) {
    INFO(mm.width << " x " << mm.height);
    CHECK(isAbout(told(kFullHd, mm), kAt96Dpi));
  }
  CHECK(isAbout(told({0, 0}, {480, 270}), kAt96Dpi));
}

TEST_CASE("a size that somebody measured is believed, but for what no screen has") {
  CHECK(isAbout(pixelsPerMmOf(kFullHd, {160, 90}, SizeSource::Settings), 12.0));
  CHECK(isAbout(pixelsPerMmOf(kFullHd, {480, 200}, SizeSource::Settings), 4.0));
  CHECK(isAbout(pixelsPerMmOf(kFullHd, {16, 9}, SizeSource::Settings), kAt96Dpi));
}
