#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace platform {

/// One face on disk, and which of the wanted characters it draws.
struct FontFile {
  std::string path;
  int face = 0;  ///< Of a collection; 0 in a file of one.
  std::u32string characters;
};

/// The bytes of a font file, mapped for as long as this lives: only what is read of it takes
/// memory, which for a face with all of Chinese, Japanese and Korean matters.
class FontBytes {
 public:
  /// Empty where the file cannot be read.
  explicit FontBytes(const std::string& path);
  ~FontBytes();
  FontBytes(FontBytes&& other) noexcept;
  FontBytes(const FontBytes&) = delete;
  FontBytes& operator=(const FontBytes&) = delete;

  [[nodiscard]] void* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

enum class FontWeight : std::uint8_t { Regular, SemiBold };

/// The faces that draw `wanted`, best first: `family` in `weight`, then whatever installed fonts
/// have for what is left, Noto first. Each character stands in one face only; those that no font
/// has are left out. Ideographs take their Japanese forms. Asks fontconfig. Faces that the font
/// loader cannot use are passed over.
[[nodiscard]] std::vector<FontFile> findFonts(const std::string& family, FontWeight weight,
                                              const std::u32string& wanted);

}  // namespace platform
