#include "kiosk/ui/fonts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "kiosk/domain/language.h"
#include "kiosk/domain/person_name.h"
#include "kiosk/ui/key_layout.h"
#include "platform/base/locale_text.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"
#include "platform/display/font_files.h"
#include "platform/display/renderer.h"

namespace hallpass {
namespace {

/// All that the program's own texts in Latin letters and an unaccented keyboard can put on the
/// screen.
std::u32string ownCharacters() {
  std::u32string all;
  for (char32_t point = 0x20; point <= 0xFF; ++point) {
    if (point < 0x7F || point >= 0xA0) all.push_back(point);
  }
  // The last three are what some languages set between figures, and before them.
  return all + keyCharacters(false) + U"–—‘’“”„•…→←€œŒ\u2009\u202F\u2212";
}

/// Each language is offered by its own name, whatever language is set.
std::u32string languageNames() {
  std::string names;
  for (const Language& each : kLanguages) names += each.ownName;
  return platform::toCodePoints(names);
}

/// What the days, months and figures of the language that is set are written with: they come from
/// ICU, not from a catalogue.
std::u32string dateCharacters() {
  constexpr std::int64_t kDay = 86'400'000;
  std::string all = platform::countText(-1'234'567'890);
  // Days so far apart that each month and each day of the week is among them.
  for (std::int64_t month = 0; month < 12; ++month) {
    all += platform::timeText({month * 30 * kDay + 14 * kDay}, "EEEE EEE LLLL LLL MMMM MMM d a");
  }
  return platform::toCodePoints(all);
}

std::u32string charactersIn(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  return platform::toCodePoints(text);
}

/// Wide enough that no side of the atlas grows past what small graphics chips take.
int atlasWidth(std::size_t characters, const Metrics& metrics) {
  constexpr float kHighest = 4096;
  float area = 0;
  for (std::size_t size = 0; size < kTextSizes; ++size) {
    const float px = metrics.textPx(static_cast<TextSize>(size));
    area += (size < static_cast<std::size_t>(TextSize::Heading) ? 2.0F : 1.0F) * px * px;
  }
  int width = 2048;
  while (width < 8192 &&
         area * static_cast<float>(characters) > kHighest * static_cast<float>(width)) {
    width *= 2;
  }
  return width;
}

/// ImGui's characters have 16 bits; what lies beyond cannot be drawn, and shows as a box.
constexpr char32_t kLastDrawable = 0xFFFE;

ImVector<ImWchar> rangesOf(const std::u32string& characters) {
  ImFontGlyphRangesBuilder builder;
  for (const char32_t point : characters) builder.AddChar(static_cast<ImWchar>(point));
  ImVector<ImWchar> ranges;
  builder.BuildRanges(&ranges);
  return ranges;
}

/// A face with what other fonts must lend it; alive until the atlas is built.
struct Faces {
  struct Part {
    int index;
    platform::FontBytes bytes;
    ImVector<ImWchar> ranges;
  };
  std::vector<Part> parts;
};

Faces facesFor(const char* family, platform::FontWeight weight, const std::u32string& wanted) {
  Faces faces;
  for (const auto& file : platform::findFonts(family, weight, wanted)) {
    platform::FontBytes bytes(file.path);
    if (bytes.data() == nullptr) continue;
    faces.parts.push_back({file.face, std::move(bytes), rangesOf(file.characters)});
  }
  return faces;
}

ImFont* addAt(const Faces& faces, float px) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFont* font = nullptr;
  for (const Faces::Part& part : faces.parts) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = true;  // Or it copies the file for each size; takeBack() ends it.
    config.FontNo = part.index;
    config.MergeMode = font != nullptr;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.PixelSnapH = true;
    font = atlas.AddFontFromMemoryTTF(part.bytes.data(), static_cast<int>(part.bytes.size()), px,
                                      &config, part.ranges.Data);
  }
  return font != nullptr ? font : atlas.AddFontDefault();
}

/// The files of `faces` are theirs, not the atlas's to free.
void takeBack(const Faces& faces) {
  for (ImFontConfig& config : ImGui::GetIO().Fonts->ConfigData) {
    for (const Faces::Part& part : faces.parts) {
      if (config.FontData == part.bytes.data()) config.FontDataOwnedByAtlas = false;
    }
  }
}

/// Arabic letters are drawn in forms that names do not hold, and kana have keys: all of them, where
/// there is any.
std::u32string withTheirKin(const std::u32string& names) {
  std::u32string all = names;
  if (hasKana(platform::toUtf8(names))) all += keyCharacters(true);
  const auto isArabic = [](char32_t point) { return point >= 0x600 && point <= 0x6FF; };
  if (std::none_of(names.begin(), names.end(), isArabic)) return all;
  for (char32_t form = 0xFE70; form <= 0xFEFC; ++form) all.push_back(form);
  return all;
}

std::array<float, kTextSizes> sizesOf(const Metrics& metrics) {
  std::array<float, kTextSizes> sizes{};
  for (std::size_t i = 0; i < kTextSizes; ++i) sizes[i] = metrics.textPx(static_cast<TextSize>(i));
  return sizes;
}

}  // namespace

void Fonts::require(const Metrics& metrics, const std::u32string& names) {
  bool stale = builtFor_ != sizesOf(metrics);
  if (characters_.empty()) stale = add(ownCharacters() + languageNames());
  if (addLanguage(platform::language())) stale = true;
  if (names != asked_) {
    asked_ = names;
    if (add(withTheirKin(names))) stale = true;
  }
  if (stale) build(metrics);
}

/// Answers whether any character of `more` was new.
bool Fonts::add(const std::u32string& more) {
  known_.resize(kLastDrawable + 1);
  const std::size_t before = characters_.size();
  for (const char32_t point : more) {
    if (point < U' ' || point > kLastDrawable || known_[point]) continue;
    known_[point] = true;
    characters_.push_back(point);
  }
  return characters_.size() != before;
}

bool Fonts::addLanguage(std::string_view language) {
  if (language_ == language) return false;
  language_ = language;
  auto known = languages_.find(language);
  if (known == languages_.end()) {
    std::u32string its = dateCharacters() + keyCharacters(language == "ja") +
                         charactersIn(locale_ / language_ / "characters.txt");
    known = languages_.emplace(language_, std::move(its)).first;
  }
  return add(known->second);
}

/// What the atlas is built for: names that nobody asks for any more are none of it.
void Fonts::collect() {
  known_.clear();
  characters_.clear();
  add(ownCharacters() + languageNames());
  for (const auto& [language, its] : languages_) add(its);
  add(withTheirKin(asked_));
}

void Fonts::build(const Metrics& metrics) {
  collect();
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.TexDesiredWidth = atlasWidth(characters_.size(), metrics);
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  const Faces regular = facesFor("Inter", platform::FontWeight::Regular, characters_);
  const Faces semiBold = facesFor("Inter", platform::FontWeight::SemiBold, characters_);
  const Faces code = facesFor("JetBrains Mono", platform::FontWeight::SemiBold, ownCharacters());
  for (std::size_t size = 0; size < kTextSizes; ++size) {
    const auto textSize = static_cast<TextSize>(size);
    const float px = metrics.textPx(textSize);
    fonts_[0][size] = textSize < TextSize::Heading ? addAt(regular, px) : nullptr;
    fonts_[1][size] = addAt(semiBold, px);
    fonts_[2][size] =
        textSize == TextSize::Heading || textSize == TextSize::Body ? addAt(code, px) : nullptr;
  }
  atlas.Build();
  for (const Faces* faces : {&regular, &semiBold, &code}) takeBack(*faces);
  atlas.ClearInputData();
  if (auto* renderer = platform::Renderer::current()) renderer->reloadLetters();
  builtFor_ = sizesOf(metrics);
}

ImFont* Fonts::get(Face face, TextSize size) const {
  ImFont* font = fonts_[static_cast<std::size_t>(face)][static_cast<std::size_t>(size)];
  return font != nullptr ? font : fonts_[1][static_cast<std::size_t>(size)];
}

}  // namespace hallpass
