#include "platform/display/canvas.h"

#include <optional>

#include "tests/support/catch.h"

using platform::Canvas;
using platform::Pixels;

namespace {

constexpr ImU32 kPaper = IM_COL32(250, 240, 230, 255);
constexpr ImU32 kInk = IM_COL32(10, 60, 110, 255);

/// A context of 40 x 30 pixels, with a canvas that renders it.
class Sheet {
 public:
  Sheet() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {40, 30};
    ImGui::GetIO().Fonts->Build();
    canvas_.emplace();
  }
  ~Sheet() {
    canvas_.reset();
    ImGui::DestroyContext();
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  template <class Draw>
  const Pixels& paint(Draw draw) {
    ImGui::NewFrame();
    draw(*ImGui::GetBackgroundDrawList());
    ImGui::Render();
    return canvas_->draw(*ImGui::GetDrawData(), kPaper);
  }
  Canvas& canvas() { return *canvas_; }

 private:
  std::optional<Canvas> canvas_;
};

ImU32 at(const Pixels& picture, int x, int y) {
  const auto* pixel = &picture.bytes[static_cast<std::size_t>(y * picture.size.width + x) * 4];
  return IM_COL32(pixel[0], pixel[1], pixel[2], pixel[3]);
}

int count(const Pixels& picture, ImU32 colour) {
  int found = 0;
  for (int y = 0; y < picture.size.height; ++y) {
    for (int x = 0; x < picture.size.width; ++x) found += at(picture, x, y) == colour ? 1 : 0;
  }
  return found;
}

}  // namespace

TEST_CASE("a rectangle fills its pixels once, and no other") {
  Sheet sheet;
  const Pixels& picture = sheet.paint([](ImDrawList& list) {
    list.AddRectFilled({5, 6}, {15, 26}, kInk);
  });
  CHECK(count(picture, kInk) == 10 * 20);
  CHECK(count(picture, kPaper) == 40 * 30 - 10 * 20);
  CHECK(at(picture, 5, 6) == kInk);
  CHECK(at(picture, 14, 25) == kInk);
  CHECK(at(picture, 15, 25) == kPaper);
}

TEST_CASE("what lets the ground through is laid over it once, where two triangles meet too") {
  Sheet sheet;
  const Pixels& picture = sheet.paint([](ImDrawList& list) {
    list.AddRectFilled({0, 0}, {40, 30}, IM_COL32(0, 0, 0, 128));
  });
  CHECK(count(picture, at(picture, 0, 0)) == 40 * 30);
  CHECK(at(picture, 0, 0) == IM_COL32(125, 120, 115, 255));
}

TEST_CASE("what is clipped stays clipped") {
  Sheet sheet;
  const Pixels& picture = sheet.paint([](ImDrawList& list) {
    list.PushClipRect({10, 10}, {12, 13});
    list.AddRectFilled({-5, -5}, {90, 90}, kInk);
    list.PopClipRect();
  });
  CHECK(count(picture, kInk) == 6);
}

TEST_CASE("a picture is shown pixel by pixel, and gone when it is dropped") {
  Sheet sheet;
  Pixels red{{2, 1}, {255, 0, 0, 255, 0, 0, 255, 255}};
  const unsigned name = sheet.canvas().keep(red);
  REQUIRE(name != 0);
  const auto show = [&](ImDrawList& list) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui keeps the names of textures as pointers.
    list.AddImage(reinterpret_cast<ImTextureID>(std::uintptr_t{name}), {20, 10}, {22, 11});
  };
  const Pixels picture = sheet.paint(show);
  CHECK(at(picture, 20, 10) == IM_COL32(255, 0, 0, 255));
  CHECK(at(picture, 21, 10) == IM_COL32(0, 0, 255, 255));
  CHECK(count(picture, kPaper) == 40 * 30 - 2);
  sheet.canvas().drop(name);
  CHECK(at(sheet.paint(show), 20, 10) != IM_COL32(255, 0, 0, 255));
}

TEST_CASE("a canvas is the renderer of its context for as long as it lives") {
  Sheet sheet;
  CHECK(Canvas::current() == &sheet.canvas());
  ImGuiContext* its = ImGui::GetCurrentContext();
  ImGuiContext* other = ImGui::CreateContext();
  ImGui::SetCurrentContext(other);
  CHECK(Canvas::current() == nullptr);
  ImGui::DestroyContext(other);
  ImGui::SetCurrentContext(its);
}
