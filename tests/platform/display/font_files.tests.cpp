#include "platform/display/font_files.h"

#include "tests/support/catch.h"

using platform::FontFile;
using platform::FontWeight;

namespace {

std::vector<FontFile> found(const std::u32string& wanted) {
  return platform::findFonts("Inter", FontWeight::Regular, wanted);
}

}  // namespace

TEST_CASE("each character stands in one face only, the family's own first") {
  const auto files = found(U"Aß月あ");
  REQUIRE(files.size() == 2);
  CHECK(files[0].path.find("Inter") != std::string::npos);
  CHECK(files[0].characters == U"Aß");
  CHECK(files[1].characters == U"月あ");
}

TEST_CASE("ideographs take the forms of Japanese") {
  // Both are drawn otherwise in China: the collection's first face is the Japanese.
  const auto files = found(U"直骨");
  REQUIRE(files.size() == 1);
  CHECK(files[0].path.find("NotoSansCJK") != std::string::npos);
  CHECK(files[0].face == 0);
}

TEST_CASE("a character that no font has is left out") {
  for (const FontFile& file : found(U"A\U0010FFFD")) CHECK(file.characters == U"A");
}
