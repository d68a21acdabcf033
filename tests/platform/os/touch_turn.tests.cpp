#include "platform/os/touch_turn.h"

#include <utility>

#include "tests/support/catch.h"
#include "tests/support/display.h"

namespace {

using Place = std::pair<float, float>;

/// Where on the picture a touch of `panel` falls.
Place seen(int degrees, Place panel) {
  const auto m = platform::touchMatrix(degrees);
  return {m[0] * panel.first + m[1] * panel.second + m[2],
          m[3] * panel.first + m[4] * panel.second + m[5]};
}

constexpr Place kUpperLeft{0, 0};
constexpr Place kUpperRight{1, 0};
constexpr Place kLowerLeft{0, 1};
constexpr Place kLowerRight{1, 1};

}  // namespace

TEST_CASE("a picture that is not turned is touched where it is") {
  CHECK(seen(0, {0.25F, 0.75F}) == Place{0.25F, 0.75F});
}

TEST_CASE("a picture turned clockwise has its upper left where the panel has its upper right") {
  CHECK(seen(90, kUpperRight) == kUpperLeft);
  CHECK(seen(90, kLowerRight) == kUpperRight);
  CHECK(seen(90, kUpperLeft) == kLowerLeft);
}

TEST_CASE(
    "a picture turned against the clock has its upper left where the panel has its lower left") {
  CHECK(seen(270, kLowerLeft) == kUpperLeft);
  CHECK(seen(270, kUpperLeft) == kUpperRight);
  CHECK(seen(270, kLowerRight) == kLowerLeft);
}

TEST_CASE("upside down, every corner is the one across") {
  CHECK(seen(180, kUpperLeft) == kLowerRight);
  CHECK(seen(180, kUpperRight) == kLowerLeft);
}

TEST_CASE("where there is no panel, and where there is no display, nothing happens") {
  platform::turnTouch(":4711", 90);
  const tests::Display display({640, 480});
  platform::turnTouch(display.name(), 90);
  SUCCEED();
}
