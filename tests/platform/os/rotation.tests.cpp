#include "platform/os/rotation.h"

#include "tests/support/catch.h"
#include "tests/support/display.h"

using platform::MachineRefusal;

TEST_CASE("a server that cannot turn its picture says so, and the picture stays") {
  const tests::Display display({640, 480});
  const auto setting = platform::rotation(display.name());
  REQUIRE(setting.ok());
  CHECK(setting->degrees == 0);
  CHECK(setting->possible == std::vector<int>{0});
  CHECK(platform::setRotation(display.name(), 0).ok());
  for (const int degrees : {90, 180, 270, 45}) {
    const auto turned = platform::setRotation(display.name(), degrees);
    REQUIRE_FALSE(turned.ok());
    CHECK(turned.error() == MachineRefusal::Absent);
  }
  CHECK(platform::rotation(display.name()).value().degrees == 0);
}

TEST_CASE("without a display nothing can be turned") {
  CHECK(platform::rotation(":4711").error() == MachineRefusal::Absent);
  CHECK(platform::setRotation(":4711", 90).error() == MachineRefusal::Absent);
}
