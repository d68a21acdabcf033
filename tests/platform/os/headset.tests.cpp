#include "platform/os/headset.h"

#include <filesystem>
#include <fstream>

#include "platform/os/file_watch.h"
#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/mock_mixer.h"
#include "tests/support/temporary_folder.h"

TEST_CASE("a headset that is plugged in or taken out is told of") {
  const tests::MockMixer mixer(32, true);
  tests::Bell bell;
  const platform::Headset headset("test", [&] { bell.ring(); });
  CHECK(bell.waitUntil([&] { return headset.plugged() == false; }));
  mixer.plug(true);
  CHECK(bell.waitUntil([&] { return headset.plugged() == true; }));
  mixer.plug(false);
  CHECK(bell.waitUntil([&] { return headset.plugged() == false; }));
}

TEST_CASE("a headset that was there before is told of at once") {
  const tests::MockMixer mixer(32, true);
  mixer.plug(true);
  tests::Bell bell;
  const platform::Headset headset("test", [&] { bell.ring(); });
  CHECK(bell.waitFor(1));
  CHECK(headset.plugged() == true);
}

TEST_CASE("a machine without a sound card has no headset, and waits for none") {
  const tests::MockMixer mixer(32, true);
  tests::Bell bell;
  {
    const platform::Headset headset("hw:CARD=nothing", [&] { bell.ring(); });
  }
  CHECK(bell.count() == 0);
}

TEST_CASE("a sound card that comes after the start is listened to, and so is one that comes back") {
  const tests::MockMixer mixer(32, true);
  mixer.takeOut();
  mixer.plug(true);
  const tests::TemporaryFolder folder;
  const auto devices = folder.path() / "snd";
  tests::Bell bell;
  tests::Bell refusals;
  const platform::FileWatch watch(mixer.folder(), [&] { refusals.ring(); });
  const platform::Headset headset(
      "test", [&] { bell.ring(); }, devices);
  REQUIRE(refusals.waitUntil([&] { return mixer.wasRefused(); }));
  CHECK(bell.count() == 0);
  CHECK_FALSE(headset.plugged().has_value());

  mixer.set(32, true);
  std::filesystem::create_directory(devices);
  CHECK(bell.waitUntil([&] { return headset.plugged() == true; }));

  mixer.takeOut();
  mixer.plug(true);
  REQUIRE(bell.waitUntil([&] { return !headset.plugged().has_value(); }));
  mixer.set(32, true);
  std::ofstream(devices / "controlC0") << '\n';
  CHECK(bell.waitUntil([&] { return headset.plugged() == true; }));
}
