#include "platform/os/headset.h"

#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/mock_mixer.h"

TEST_CASE("a headset that is plugged in or taken out is told of") {
  const tests::MockMixer mixer(32, true);
  tests::Bell bell;
  const platform::Headset headset("test", [&] { bell.ring(); });
  CHECK_FALSE(headset.plugged());
  mixer.plug(true);
  CHECK(bell.waitUntil([&] { return headset.plugged(); }));
  mixer.plug(false);
  CHECK(bell.waitUntil([&] { return !headset.plugged(); }));
}

TEST_CASE("a headset that was there before is told of at once") {
  const tests::MockMixer mixer(32, true);
  mixer.plug(true);
  tests::Bell bell;
  const platform::Headset headset("test", [&] { bell.ring(); });
  CHECK(bell.waitFor(1));
  CHECK(headset.plugged());
}

TEST_CASE("a machine without a sound card has no headset, and waits for none") {
  const tests::MockMixer mixer(32, true);
  tests::Bell bell;
  {
    const platform::Headset headset("hw:CARD=nothing", [&] { bell.ring(); });
  }
  CHECK(bell.count() == 0);
}
