#include "platform/display/window.h"

#include <imgui.h>
#include <stdlib.h>

// After ImGui's header, which must not see it.
#include <GL/gl.h>

#include "tests/support/catch.h"
#include "tests/support/display.h"

namespace {

// X's keysyms.
constexpr unsigned long kF10 = 0xFFC7;
constexpr unsigned long kTab = 0xFF09;
constexpr unsigned long kEscape = 0xFF1B;
constexpr unsigned long kLeft = 0xFF51;
constexpr unsigned long kUp = 0xFF52;
constexpr unsigned long kRight = 0xFF53;
constexpr unsigned long kDown = 0xFF54;
constexpr unsigned long kShift = 0xFFE1;
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

/// How many textures the graphics card keeps for the window.
int texturesKept() {
  constexpr GLuint kFar = 64;
  int kept = 0;
  for (GLuint name = 1; name < kFar; ++name) kept += ::glIsTexture(name) == GL_TRUE ? 1 : 0;
  return kept;
}

}  // namespace

TEST_CASE("Fonts that are built anew leave no texture behind") {
  tests::Display display({640, 480});
  ::setenv("DISPLAY", display.name().c_str(), 1);
  const auto window = platform::Window::open({"fonts", std::nullopt, std::nullopt});
  REQUIRE(window.ok());
  const auto build = [] {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.AddFontDefault();
    atlas.Build();
    platform::reloadFontTexture();
  };
  build();
  const int kept = texturesKept();
  CHECK(kept >= 1);
  for (int i = 0; i < 5; ++i) build();
  CHECK(texturesKept() == kept);
}

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

TEST_CASE("the keys that move the ring arrive among what is typed, in its order") {
  tests::Display display({640, 480});
  ::setenv("DISPLAY", display.name().c_str(), 1);
  const auto window = platform::Window::open({"keys", std::nullopt, std::nullopt});
  REQUIRE(window.ok());
  const std::u32string typed = typedInto(**window, 7, [&] {
    // No key twice: GLFW takes two presses of one within a millisecond for one.
    for (const unsigned long key : {kLeft, kUp, kRight, kDown, kEscape}) display.pressKey(key);
    display.holdKey(kShift);
    display.pressKey(kTab);
    display.releaseKey(kShift);
    display.type(" ");
  });
  CHECK(typed == std::u32string{platform::kLeftKey, platform::kUpKey, platform::kRightKey,
                                platform::kDownKey, platform::kEscapeKey, platform::kBackTabKey,
                                U' '});
}

TEST_CASE("A request to close ends a window of its own, and not one over the whole screen") {
  tests::Display display({640, 480});
  ::setenv("DISPLAY", display.name().c_str(), 1);
  {
    const auto full = platform::Window::open({"full", std::nullopt, std::nullopt});
    REQUIRE(full.ok());
    const std::u32string typed = typedInto(**full, 1, [&] {
      display.askToClose("full");
      display.type("x");
    });
    CHECK(typed == U"x");
  }
  const auto small = platform::Window::open({"small", platform::PixelSize{320, 240}, std::nullopt});
  REQUIRE(small.ok());
  platform::FrameHandlers handlers{.prepare = [] {},
                                   .draw = [] { return false; },
                                   .settled = [&] { display.askToClose("small"); },
                                   .deadline = [] { return std::nullopt; }};
  CHECK_NOTHROW((*small)->run(handlers, platform::SystemClock()));
}

TEST_CASE("A loop that is told to close ends, whoever tells it and whenever") {
  tests::Display display({640, 480});
  ::setenv("DISPLAY", display.name().c_str(), 1);
  const auto window = platform::Window::open({"closed", std::nullopt, std::nullopt});
  REQUIRE(window.ok());
  int presented = 0;
  const platform::FrameHandlers handlers{.prepare = [] {},
                                         .draw = [] { return false; },
                                         .presented = [&] { ++presented; },
                                         .settled = [&] { (*window)->close(); },
                                         .deadline = [] { return std::nullopt; }};
  (*window)->run(handlers, platform::SystemClock());
  CHECK(presented >= 3);
  CHECK_FALSE(display.showsPointer());
}
