#include "platform/display/canvas.h"

#include <optional>

#include "tests/support/catch.h"

using platform::Canvas;
using platform::Pixels;

namespace {

constexpr ImU32 kPaper = IM_COL32(250, 240, 230, 255);
constexpr ImU32 kInk = IM_COL32(10, 60, 110, 255);

/// A context of 40 x 30 pixels, where nothing else is said, with a canvas that renders it.
class Sheet {
 public:
  explicit Sheet(Canvas::Order order = Canvas::Order::RedFirst, ImVec2 size = {40, 30}) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = size;
    ImGui::GetIO().Fonts->Build();
    canvas_.emplace(order);
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
    canvas_->draw(*ImGui::GetDrawData(), kPaper);
    return canvas_->picture();
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
  CHECK(platform::Renderer::current() == &sheet.canvas());
  ImGuiContext* its = ImGui::GetCurrentContext();
  ImGuiContext* other = ImGui::CreateContext();
  ImGui::SetCurrentContext(other);
  CHECK(platform::Renderer::current() == nullptr);
  ImGui::DestroyContext(other);
  ImGui::SetCurrentContext(its);
}

TEST_CASE("only what is another than in the frame before is drawn again") {
  Sheet sheet;
  float right = 15;
  const auto draw = [&](ImDrawList& list) { list.AddRectFilled({5, 6}, {right, 26}, kInk); };
  (void)sheet.paint(draw);
  CHECK(sheet.canvas().changed().size() == 1);
  (void)sheet.paint(draw);
  CHECK(sheet.canvas().changed().empty());
  right = 16;
  CHECK(count(sheet.paint(draw), kInk) == 11 * 20);
  CHECK(sheet.canvas().changed().size() == 1);
  right = 15;
  CHECK(count(sheet.paint(draw), kInk) == 10 * 20);
  sheet.canvas().reloadLetters();
  (void)sheet.paint(draw);
  CHECK(sheet.canvas().changed().size() == 1);
}

TEST_CASE("a picture of another size is drawn whole") {
  Sheet sheet;
  const auto nothing = [](ImDrawList&) {};
  (void)sheet.paint(nothing);
  ImGui::GetIO().DisplaySize = {50, 20};
  const Pixels& picture = sheet.paint(nothing);
  CHECK(picture.size == platform::PixelSize{50, 20});
  CHECK(count(picture, kPaper) == 50 * 20);
}

TEST_CASE("memory of somebody else is drawn on in its own order, and all of it") {
  Sheet sheet(Canvas::Order::BlueFirst);
  constexpr int kRow = 44 * 4;  // Longer than what is seen of it.
  std::vector<std::uint8_t> memory(std::size_t{kRow} * 30);
  sheet.canvas().drawOn({memory.data(), {40, 30}, kRow});
  const auto draw = [](ImDrawList& list) { list.AddRectFilled({0, 0}, {40, 1}, kInk); };
  const Pixels& picture = sheet.paint(draw);
  CHECK(count(picture, kInk) == 40);
  CHECK(count(picture, kPaper) == 40 * 29);
  CHECK(memory[0] == 110);  // The blue of the ink.
  CHECK(memory[2] == 10);
  CHECK(memory[40 * 4] == 0);
  CHECK(memory[kRow] == 230);
}

TEST_CASE("the edge of a round shape lets the ground through, and its inside does not") {
  Sheet sheet;
  const Pixels& picture = sheet.paint([](ImDrawList& list) {
    list.AddCircleFilled({20, 15}, 10, kInk, 40);
  });
  const int inside = count(picture, kInk);
  const int outside = count(picture, kPaper);
  CHECK(inside > 240);
  CHECK(outside > 40 * 30 - 390);
  CHECK(40 * 30 - inside - outside > 40);
}

TEST_CASE("a picture that is drawn larger goes evenly from pixel to pixel") {
  Sheet sheet;
  const unsigned name = sheet.canvas().keep({{2, 1}, {0, 0, 0, 255, 200, 200, 200, 255}});
  const Pixels& picture = sheet.paint([&](ImDrawList& list) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui keeps the names of textures as pointers.
    list.AddImage(reinterpret_cast<ImTextureID>(std::uintptr_t{name}), {0, 0}, {40, 10});
  });
  CHECK(at(picture, 5, 5) == IM_COL32(0, 0, 0, 255));
  CHECK(at(picture, 35, 5) == IM_COL32(200, 200, 200, 255));
  for (int x = 1; x < 40; ++x)
    CHECK((at(picture, x, 5) & 0xFFU) >= (at(picture, x - 1, 5) & 0xFFU));
  CHECK((at(picture, 20, 5) & 0xFFU) > 95);
  CHECK((at(picture, 19, 5) & 0xFFU) < 105);
}

TEST_CASE("a large picture, which two threads draw, has each stripe where it belongs",
          "[threads]") {
  constexpr int kSide = 700;
  Sheet sheet(Canvas::Order::RedFirst, {kSide, kSide});
  const auto colourOf = [](int y) { return IM_COL32(y % 251, y % 13, y / 3, 255); };
  for (int shift = 0; shift < 5; ++shift) {
    const Pixels& picture = sheet.paint([&](ImDrawList& list) {
      for (int y = 0; y < kSide; ++y) {
        const auto top = static_cast<float>(y);
        list.AddRectFilled({0, top}, {kSide, top + 1}, colourOf(y + shift));
      }
    });
    int wrong = 0;
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; x += 3) wrong += at(picture, x, y) != colourOf(y + shift) ? 1 : 0;
    }
    CHECK(wrong == 0);
  }
}
