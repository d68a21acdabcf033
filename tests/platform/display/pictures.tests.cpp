#include "platform/display/pictures.h"

#include <imgui.h>
#include <stdlib.h>

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/display.h"
#include "tests/support/temporary_folder.h"

using platform::Pictures;
using platform::PixelSize;

namespace {

/// A window on a display of its own, in the middle of a frame.
class Frame {
 public:
  Frame() {
    const auto renderer = GENERATE(platform::RendererChoice::Gl, platform::RendererChoice::Cpu);
    ::setenv("DISPLAY", display_.name().c_str(), 1);
    auto window = platform::Window::open({"pictures", std::nullopt, std::nullopt, renderer});
    REQUIRE(window.ok());
    window_ = *std::move(window);
    std::ofstream(file()) << R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>)";
    ImGui::GetIO().DisplaySize = {640, 480};
    ImGui::GetIO().Fonts->Build();
    next();
  }
  ~Frame() { ImGui::EndFrame(); }
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  void next() {
    if (ImGui::GetFrameCount() > 0) ImGui::EndFrame();
    ImGui::NewFrame();
  }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "one.svg"; }

 private:
  tests::TemporaryFolder folder_;
  tests::Display display_{{640, 480}};
  std::unique_ptr<platform::Window> window_;
};

}  // namespace

TEST_CASE("a picture is drawn once for each size and each style") {
  Frame frame;
  Pictures pictures;
  const auto first = pictures.get(frame.file(), {200, 200}, "");
  REQUIRE(first);
  CHECK(first->size == PixelSize{200, 150});
  CHECK(first->texture != 0);
  CHECK(pictures.get(frame.file(), {200, 200}, "")->texture == first->texture);
  CHECK(pictures.get(frame.file(), {100, 100}, "")->texture != first->texture);
  CHECK(pictures.get(frame.file(), {200, 200}, ".a{fill:red}")->texture != first->texture);
  CHECK(pictures.bytes() == 4U * (2 * 200 * 150 + 100 * 75));
  pictures.clear();
  CHECK(pictures.bytes() == 0);
  CHECK_FALSE(pictures.get(frame.file().string() + "x", {9, 9}, ""));
}

TEST_CASE("pictures that no frame shows any more make room for others") {
  Frame frame;
  Pictures pictures;
  int side = 2000;
  while (pictures.bytes() < Pictures::kMost) {
    REQUIRE(pictures.get(frame.file(), {side, side}, ""));
    ++side;
  }
  const std::size_t full = pictures.bytes();
  CHECK(full < 2 * Pictures::kMost);
  REQUIRE(pictures.get(frame.file(), {40, 40}, ""));
  CHECK(pictures.bytes() == full + 4800);
  frame.next();
  REQUIRE(pictures.get(frame.file(), {80, 80}, ""));
  CHECK(pictures.bytes() == 19200);
}
