#include "platform/display/drawing.h"

#include <array>
#include <cstdlib>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using platform::Drawing;
using platform::Pixels;
using platform::PixelSize;

namespace {

/// The left half is filled, the right half is clear; twice as wide as high.
constexpr const char* kHalf = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">)"
                              R"(<style>.card{fill:#00ff00}</style>)"
                              R"(<rect class="card" width="10" height="10"/></svg>)";

std::array<int, 4> pixel(const Pixels& pixels, int x, int y) {
  const std::size_t at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.size.width) +
       static_cast<std::size_t>(x)) *
      4;
  return {pixels.bytes.at(at), pixels.bytes.at(at + 1), pixels.bytes.at(at + 2),
          pixels.bytes.at(at + 3)};
}

std::filesystem::path written(const tests::TemporaryFolder& folder, const std::string& text) {
  const auto file = folder.path() / "drawing.svg";
  std::ofstream(file) << text;
  return file;
}

}  // namespace

TEST_CASE("a drawing is as large as its room allows and keeps its proportions") {
  const tests::TemporaryFolder folder;
  const auto drawing = Drawing::load(written(folder, kHalf), "");
  REQUIRE(drawing);
  CHECK(drawing->sizeIn({100, 100}) == PixelSize{100, 50});
  CHECK(drawing->sizeIn({100, 10}) == PixelSize{20, 10});
  CHECK(drawing->sizeIn({1, 1}) == PixelSize{1, 1});
}

TEST_CASE("the stylesheet gives a drawing its colours, over its own") {
  const tests::TemporaryFolder folder;
  const auto file = written(folder, kHalf);
  const auto own = Drawing::load(file, "");
  const auto themed = Drawing::load(file, ".card{fill:#ff8000 !important}");
  REQUIRE((own && themed));
  const auto plain = own->at({20, 10});
  const auto coloured = themed->at({20, 10});
  REQUIRE((plain && coloured));
  CHECK(pixel(*plain, 3, 5) == std::array{0, 255, 0, 255});
  CHECK(pixel(*coloured, 3, 5) == std::array{255, 128, 0, 255});
  CHECK(pixel(*coloured, 15, 5) == std::array{0, 0, 0, 0});
}

TEST_CASE("what is half clear keeps its colour") {
  const tests::TemporaryFolder folder;
  const auto drawing = Drawing::load(
      written(folder, R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">)"
                      R"(<rect fill="#ff0000" opacity="0.5" width="8" height="8"/></svg>)"),
      "");
  REQUIRE(drawing);
  const auto pixels = drawing->at({8, 8});
  REQUIRE(pixels);
  const auto middle = pixel(*pixels, 4, 4);
  CHECK(middle[0] >= 253);
  CHECK(middle[1] == 0);
  CHECK(std::abs(middle[3] - 128) <= 1);
}

TEST_CASE("a file that is missing or holds no drawing is none") {
  const tests::TemporaryFolder folder;
  CHECK_FALSE(Drawing::load(folder.path() / "missing.svg", ""));
  CHECK_FALSE(Drawing::load(folder.path(), ""));
  for (const char* text : {"", "no drawing", "<svg", "<html></html>"}) {
    INFO(text);
    CHECK_FALSE(Drawing::load(written(folder, text), ""));
  }
}
