#include "kiosk/ui/fonts.h"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>

#include "kiosk/domain/language.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using hallpass::Face;
using hallpass::Fonts;
using hallpass::TextSize;

namespace {

const hallpass::Metrics kDesktop(1280, 800, 3.78);

/// ImGui without a window, and a language that goes with it.
struct Context {
  Context() { ImGui::CreateContext(); }
  ~Context() {
    ImGui::DestroyContext();
    platform::useCatalogues({}, {});
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
};

bool draws(const Fonts& fonts, const std::u32string& characters) {
  for (const Face face : {Face::Regular, Face::SemiBold}) {
    for (std::size_t size = 0; size < hallpass::kTextSizes; ++size) {
      const ImFont* font = fonts.get(face, static_cast<TextSize>(size));
      for (const char32_t point : characters) {
        if (font->FindGlyphNoFallback(static_cast<ImWchar>(point)) == nullptr) return false;
      }
    }
  }
  return true;
}

/// The largest piece of memory that ImGui asks for while this lives.
class LargestPiece {
 public:
  LargestPiece() {
    ImGui::GetAllocatorFunctions(&allocate_, &free_, &data_);
    ImGui::SetAllocatorFunctions(&LargestPiece::allocate, &LargestPiece::release, this);
  }
  ~LargestPiece() { ImGui::SetAllocatorFunctions(allocate_, free_, data_); }
  LargestPiece(const LargestPiece&) = delete;
  LargestPiece& operator=(const LargestPiece&) = delete;

  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  static void* allocate(std::size_t size, void* self) {
    auto& largest = *static_cast<LargestPiece*>(self);
    largest.bytes_ = std::max(largest.bytes_, size);
    return largest.allocate_(size, largest.data_);
  }
  static void release(void* piece, void* self) {
    auto& largest = *static_cast<LargestPiece*>(self);
    largest.free_(piece, largest.data_);
  }

  ImGuiMemAllocFunc allocate_ = nullptr;
  ImGuiMemFreeFunc free_ = nullptr;
  void* data_ = nullptr;
  std::size_t bytes_ = 0;
};

}  // namespace

TEST_CASE("every language's own name is drawn, whatever language is set") {
  const Context context;
  Fonts fonts;
  fonts.require(kDesktop, U"");
  for (const auto& language : hallpass::kLanguages) {
    INFO(language.ownName);
    CHECK(draws(fonts, platform::toCodePoints(language.ownName)));
  }
  CHECK(draws(fonts, U"\u00A0\u202Fßåœ"));
  CHECK_FALSE(draws(fonts, U"確"));
}

TEST_CASE("a language brings the characters of its texts and dates, once") {
  const Context context;
  const tests::TemporaryFolder locale;
  std::filesystem::create_directory(locale.path() / "ja");
  std::ofstream(locale.path() / "ja" / "characters.txt") << "確認\n「」";
  platform::useCatalogues(locale.path(), {"hallpass"});
  Fonts fonts(locale.path());
  fonts.require(kDesktop, U"");
  platform::setLanguage("ja");
  fonts.require(kDesktop, U"");
  CHECK(draws(fonts, U"確認「」月火水木金土"));
  const int glyphs = fonts.get(Face::Regular, TextSize::Body)->Glyphs.Size;
  platform::setLanguage("en");
  fonts.require(kDesktop, U"");
  CHECK(fonts.get(Face::Regular, TextSize::Body)->Glyphs.Size == glyphs);
}

TEST_CASE("names that nobody asks for any more do not stay for good") {
  const Context context;
  Fonts fonts;
  fonts.require(kDesktop, U"確認");
  CHECK(draws(fonts, U"確認"));
  fonts.require(kDesktop, U"確");  // Nothing is missing, so nothing is built.
  CHECK(draws(fonts, U"確認"));
  fonts.require(kDesktop, U"確月");
  CHECK(draws(fonts, U"確月"));
  CHECK_FALSE(draws(fonts, U"認"));
}

TEST_CASE("no file of a font is copied, whose Chinese and Japanese letters take 20 MB") {
  const LargestPiece largest;
  const Context context;
  Fonts fonts;
  fonts.require(kDesktop, U"確認");
  CHECK(draws(fonts, U"確認"));
  CHECK(largest.bytes() > 0);
  CHECK(largest.bytes() < std::size_t{8} * 1024 * 1024);
}

TEST_CASE("the atlas of a whole language stays within what small graphics chips take") {
  const Context context;
  std::u32string many;
  for (char32_t point = 0x4E00; many.size() < 900; point += 11) many.push_back(point);
  Fonts fonts;
  fonts.require(hallpass::Metrics(3840, 2160, 3.78), many);
  CHECK(ImGui::GetIO().Fonts->TexWidth <= 8192);
  CHECK(ImGui::GetIO().Fonts->TexHeight <= 8192);
}
