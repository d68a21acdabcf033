#include "platform/display/window.h"

#include <stdlib.h>

#include "tests/support/catch.h"
#include "tests/support/display.h"

namespace {

constexpr unsigned long kF10 = 0xFFC7;  ///< X's keysym.
constexpr std::chrono::seconds kPatience{60};

struct Enough {};

/// What is typed until so many characters came, or patience ended. `act` is called when the screen
/// first stands still.
std::u32string typedInto(platform::Window& window, std::size_t count,
                         const std::function<void()>& act) {
  const platform::SystemClock clock;
  const platform::BootTime end = clock.sinceBoot() + kPatience;
  std::u32string typed;
  bool acted = false;
  platform::FrameHandlers handlers;
  handlers.prepare = [] {};
  handlers.draw = [&] {
    typed += window.takeTyped();
    return false;
  };
  handlers.settled = [&] {
    if (!acted) act();
    acted = true;
    // The loop has no other end than that of its window.
    if (typed.size() >= count || clock.sinceBoot() >= end) throw Enough();
  };
  handlers.deadline = [&] { return end; };
  CHECK_THROWS_AS(window.run(handlers, clock), Enough);
  return typed;
}

}  // namespace

TEST_CASE("F10, return and erase arrive among what is typed, in its order") {
  tests::Display display({640, 480});
  ::setenv("DISPLAY", display.name().c_str(), 1);
  const auto window = platform::Window::open({"typed", std::nullopt, std::nullopt});
  REQUIRE(window.ok());
  const std::u32string typed = typedInto(**window, 5, [&] {
    display.type("a");
    display.pressKey(kF10);
    display.type("b\n");
    display.pressKey(0xFF08);  // X's keysym of backspace.
  });
  CHECK(typed ==
        std::u32string{U'a', platform::kMenuKey, U'b', platform::kEnterKey, platform::kEraseKey});
}
