#include "platform/display/font_files.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace platform {
namespace {

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
using FontSet = std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)>;

const FcChar8* fc(const char* text) { return reinterpret_cast<const FcChar8*>(text); }

int fcWeight(FontWeight weight) {
  return weight == FontWeight::SemiBold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR;
}

/// The loader reads plain outlines only: no bitmaps, no colour layers, no variable axes.
bool isUsable(const FcPattern* font) {
  FcBool flag = FcFalse;
  if (FcPatternGetBool(font, FC_SCALABLE, 0, &flag) != FcResultMatch || flag == FcFalse) {
    return false;
  }
  if (FcPatternGetBool(font, FC_COLOR, 0, &flag) == FcResultMatch && flag != FcFalse) return false;
  if (FcPatternGetBool(font, FC_VARIABLE, 0, &flag) == FcResultMatch && flag != FcFalse) {
    return false;
  }
  FcChar8* format = nullptr;
  if (FcPatternGetString(font, FC_FONTFORMAT, 0, &format) != FcResultMatch) return false;
  const std::string_view name = reinterpret_cast<const char*>(format);
  return name == "TrueType" || name == "CFF";
}

/// Kana, ideographs and their punctuation. Chinese and Japanese share many code points and draw
/// them in forms of their own: ours are the Japanese.
bool isCjk(char32_t point) {
  return (point >= 0x3000 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF) ||
         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0xFF00 && point <= 0xFFEF);
}

/// Moves the characters that `font` has from `wanted` to what it gives.
std::u32string takeCovered(const FcPattern* font, std::u32string& wanted) {
  FcCharSet* coverage = nullptr;
  if (FcPatternGetCharSet(font, FC_CHARSET, 0, &coverage) != FcResultMatch) return {};
  const auto missing = std::stable_partition(wanted.begin(), wanted.end(), [&](char32_t point) {
    return FcCharSetHasChar(coverage, point) != FcFalse;
  });
  std::u32string covered(wanted.begin(), missing);
  wanted.erase(wanted.begin(), missing);
  return covered;
}

void addFrom(const FcPattern* font, std::u32string& wanted, std::vector<FontFile>& files) {
  FcChar8* path = nullptr;
  int face = 0;
  if (!isUsable(font) || FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch) return;
  FcPatternGetInteger(font, FC_INDEX, 0, &face);
  std::u32string covered = takeCovered(font, wanted);
  if (covered.empty()) return;
  files.push_back({reinterpret_cast<const char*>(path), face & 0xFFFF, std::move(covered)});
}

}  // namespace

FontBytes::FontBytes(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  struct stat facts {};
  if (::fstat(file, &facts) == 0 && facts.st_size > 0) {
    const auto size = static_cast<std::size_t>(facts.st_size);
    // Private and writable, because the font loader takes a pointer that it could write to.
    void* mapped = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
    if (mapped != MAP_FAILED) {
      data_ = mapped;
      size_ = size;
    }
  }
  ::close(file);
}

FontBytes::~FontBytes() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

FontBytes::FontBytes(FontBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

std::vector<FontFile> findFonts(const std::string& family, FontWeight weight,
                                const std::u32string& wanted) {
  const Pattern pattern(FcPatternCreate(), &FcPatternDestroy);
  for (const char* name : {family.c_str(), "Noto Sans", "Noto Sans CJK JP", "DejaVu Sans"}) {
    FcPatternAddString(pattern.get(), FC_FAMILY, fc(name));
  }
  if (std::any_of(wanted.begin(), wanted.end(), isCjk)) {
    FcPatternAddString(pattern.get(), FC_LANG, fc("ja"));
  }
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, fcWeight(weight));
  FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult result = FcResultNoMatch;
  const FontSet sorted(FcFontSort(nullptr, pattern.get(), FcFalse, nullptr, &result),
                       &FcFontSetDestroy);
  std::vector<FontFile> files;
  std::u32string missing = wanted;
  for (int i = 0; sorted && i < sorted->nfont && !missing.empty(); ++i) {
    addFrom(sorted->fonts[i], missing, files);
  }
  return files;
}

}  // namespace platform
