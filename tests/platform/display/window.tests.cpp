#include "platform/display/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <stdlib.h>

// After ImGui's header, which must not see it.
#include <GL/gl.h>

#include "platform/display/renderer.h"
#include "tests/support/catch.h"
#include "tests/support/display.h"
#include "tests/support/foreign_leaks.h"
#include "tests/support/keysyms.h"

namespace {

using namespace tests::keysym;
using platform::RendererChoice;

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

/// Whoever asks is run once with each of them.
RendererChoice eachRenderer() { return GENERATE(RendererChoice::Gl, RendererChoice::Cpu); }

/// A window over the whole of a display of its own.
struct FullWindow {
  tests::Display display{{640, 480}};
  std::unique_ptr<platform::Window> window;

  FullWindow(const std::string& title, RendererChoice renderer) {
    ::setenv("DISPLAY", display.name().c_str(), 1);
    auto opened = platform::Window::open({title, std::nullopt, std::nullopt, renderer});
    REQUIRE(opened.ok());
    window = *std::move(opened);
  }
};

/// How many textures the graphics card keeps for the window.
int texturesKept() {
  constexpr GLuint kFar = 64;
  int kept = 0;
  const auto isTexture =
      reinterpret_cast<decltype(&::glIsTexture)>(glfwGetProcAddress("glIsTexture"));
  for (GLuint name = 1; name < kFar; ++name) kept += isTexture(name) == GL_TRUE ? 1 : 0;
  return kept;
}

}  // namespace

TEST_CASE("Fonts that are built anew leave no texture behind") {
  FullWindow full("fonts", RendererChoice::Gl);
  const auto build = [] {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.AddFontDefault();
    atlas.Build();
    platform::Renderer::current()->reloadLetters();
  };
  build();
  const int kept = texturesKept();
  CHECK(kept >= 1);
  for (int i = 0; i < 5; ++i) build();
  CHECK(texturesKept() == kept);
}

TEST_CASE("F10, return and erase arrive among what is typed, in its order") {
  FullWindow full("typed", eachRenderer());
  const std::u32string typed = typedInto(*full.window, 5, [&] {
    full.display.type("a");
    full.display.pressKey(kF10);
    full.display.type("b\n");
    full.display.pressKey(kBackspace);
  });
  CHECK(typed ==
        std::u32string{U'a', platform::kMenuKey, U'b', platform::kEnterKey, platform::kEraseKey});
}

TEST_CASE("the keys that move the ring arrive among what is typed, in its order") {
  FullWindow full("keys", eachRenderer());
  const std::u32string typed = typedInto(*full.window, 7, [&] {
    // No key twice: GLFW takes two presses of one within a millisecond for one.
    for (const unsigned long key : {kLeft, kUp, kRight, kDown, kEscape}) full.display.pressKey(key);
    full.display.holdKey(kShift);
    full.display.pressKey(kTab);
    full.display.releaseKey(kShift);
    full.display.type(" ");
  });
  CHECK(typed == std::u32string{platform::kLeftKey, platform::kUpKey, platform::kRightKey,
                                platform::kDownKey, platform::kEscapeKey, platform::kBackTabKey,
                                U' '});
}

TEST_CASE("a space bar that is held types one space, and the next press another one") {
  FullWindow full("space", eachRenderer());
  GLFWwindow* own = full.window->handle();
  const GLFWkeyfun key = glfwSetKeyCallback(own, nullptr);
  const GLFWcharfun character = glfwSetCharCallback(own, nullptr);
  const auto space = [&](int action, bool types) {
    key(own, GLFW_KEY_SPACE, 0, action, 0);
    if (types) character(own, U' ');
  };
  space(GLFW_PRESS, true);
  for (int again = 0; again < 3; ++again) space(GLFW_REPEAT, true);
  CHECK(full.window->takeTyped() == U" ");
  // With Ctrl it types nothing, however long it is held.
  for (int again = 0; again < 3; ++again) space(GLFW_REPEAT, false);
  key(own, GLFW_KEY_SPACE, 0, GLFW_RELEASE, 0);
  space(GLFW_PRESS, true);
  CHECK(full.window->takeTyped() == U" ");
}

TEST_CASE("A request to close ends a window of its own, and not one over the whole screen") {
  const RendererChoice renderer = eachRenderer();
  tests::Display display({640, 480});
  ::setenv("DISPLAY", display.name().c_str(), 1);
  {
    const auto full = platform::Window::open({"full", std::nullopt, std::nullopt, renderer});
    REQUIRE(full.ok());
    const std::u32string typed = typedInto(**full, 1, [&] {
      display.askToClose("full");
      display.type("x");
    });
    CHECK(typed == U"x");
  }
  const auto small =
      platform::Window::open({"small", platform::PixelSize{320, 240}, std::nullopt, renderer});
  REQUIRE(small.ok());
  platform::FrameHandlers handlers{.prepare = [] {},
                                   .draw = [] { return false; },
                                   .settled = [&] { display.askToClose("small"); },
                                   .deadline = [] { return std::nullopt; }};
  CHECK_NOTHROW((*small)->run(handlers, platform::SystemClock()));
}

TEST_CASE("A loop that is told to close ends, whoever tells it and whenever") {
  FullWindow full("closed", eachRenderer());
  int presented = 0;
  const platform::FrameHandlers handlers{.prepare = [] {},
                                         .draw = [] { return false; },
                                         .presented = [&] { ++presented; },
                                         .settled = [&] { full.window->close(); },
                                         .deadline = [] { return std::nullopt; }};
  full.window->run(handlers, platform::SystemClock());
  CHECK(presented >= 3);
  CHECK_FALSE(full.display.showsPointer());
}

namespace {

constexpr ImU32 kWindowGround = IM_COL32(250, 240, 230, 255);

/// Draws a square at `left`, 40 pixels of red, until the screen stands still.
void showSquare(platform::Window& window, float left) {
  ImGui::GetStyle().Colors[ImGuiCol_WindowBg] = ImGui::ColorConvertU32ToFloat4(kWindowGround);
  const auto draw = [&] {
    ImGui::GetBackgroundDrawList()->AddRectFilled({left, 100}, {left + 40, 140},
                                                  IM_COL32(255, 0, 0, 255));
    return false;
  };
  const platform::FrameHandlers handlers{.prepare = [] {},
                                         .draw = draw,
                                         .presented = [] {},
                                         .settled = [] { throw Enough(); },
                                         .deadline = [] { return std::nullopt; }};
  CHECK_THROWS_AS(window.run(handlers, platform::SystemClock()), Enough);
}

tests::Colour pixelAt(tests::Display& display, tests::Point at) {
  return display.screenshot({at.x, at.y, 1, 1}).at({0, 0});
}

}  // namespace

TEST_CASE("what a window draws is on the screen, and what moved is not where it was") {
  const tests::ForeignLeaks mesas;
  FullWindow full("square", eachRenderer());
  showSquare(*full.window, 50);
  constexpr tests::Colour square{255, 0, 0};
  constexpr tests::Colour ground{250, 240, 230};
  CHECK(pixelAt(full.display, {60, 110}) == square);
  CHECK(pixelAt(full.display, {260, 110}) == ground);
  CHECK(pixelAt(full.display, {639, 479}) == ground);
  showSquare(*full.window, 250);
  CHECK(pixelAt(full.display, {260, 110}) == square);
  CHECK(pixelAt(full.display, {60, 110}) == ground);
}
