#include "platform/os/input_watch.h"

#include <array>
#include <memory>

#include "tests/support/bell.h"
#include "tests/support/catch.h"
#include "tests/support/display.h"

// clang-format off: after Catch2, whose words they are macros of.
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
// clang-format on

namespace {

struct Closer {
  void operator()(Display* display) const { XCloseDisplay(display); }
};

/// Gives the server another pointer and another keyboard, as plugging a device in does.
void addDevice(const std::string& name) {
  const std::unique_ptr<Display, Closer> server(XOpenDisplay(name.c_str()));
  REQUIRE(server);
  int major = 2;
  int minor = 0;
  REQUIRE(XIQueryVersion(server.get(), &major, &minor) == Success);
  std::array<char, 6> device{"panel"};
  XIAnyHierarchyChangeInfo change{};
  change.add.type = XIAddMaster;
  change.add.name = device.data();
  change.add.enable = 1;
  REQUIRE(XIChangeHierarchy(server.get(), &change, 1) == Success);
  XSync(server.get(), False);
}

}  // namespace

TEST_CASE("an input device that comes is told, and nothing before it") {
  const tests::Display display({640, 480});
  tests::Bell bell;
  const platform::InputWatch watch(display.name(), [&] { bell.ring(); });
  CHECK(bell.count() == 0);
  addDevice(display.name());
  CHECK(bell.waitFor(1));
}

TEST_CASE("where there is no display, nothing is ever told, and the watch ends") {
  tests::Bell bell;
  {
    const platform::InputWatch watch(":4711", [&] { bell.ring(); });
  }
  CHECK(bell.count() == 0);
}
