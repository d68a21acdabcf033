#include "platform/os/volume.h"

#include "tests/support/catch.h"
#include "tests/support/mock_mixer.h"

using platform::MachineRefusal;

TEST_CASE("the volume is read in per cent, and is nothing while the sound is switched off") {
  const tests::MockMixer mixer(32, true);
  CHECK(platform::volume("test").value() == 50);
  mixer.set(64, true);
  CHECK(platform::volume("test").value() == 100);
  mixer.set(64, false);
  CHECK(platform::volume("test").value() == 0);
}

TEST_CASE("a volume that is set switches the sound on, and none switches it off") {
  const tests::MockMixer mixer(0, false);
  REQUIRE(platform::setVolume("test", 25).ok());
  CHECK(mixer.value() == 16);
  CHECK(mixer.on());
  REQUIRE(platform::setVolume("test", 0).ok());
  CHECK_FALSE(mixer.on());
  REQUIRE(platform::setVolume("test", 300).ok());
  CHECK(mixer.value() == 64);
}

TEST_CASE("a machine without that card has no volume to set") {
  const tests::MockMixer mixer(32, true);
  const auto read = platform::volume("hw:CARD=nothing");
  REQUIRE_FALSE(read.ok());
  CHECK(read.error() == MachineRefusal::Absent);
  CHECK(platform::setVolume("hw:CARD=nothing", 50).error() == MachineRefusal::Absent);
  CHECK(mixer.value() == 32);
}
