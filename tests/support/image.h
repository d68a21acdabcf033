#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "tests/support/geometry.h"

namespace tests {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

inline constexpr Colour kBlack{0, 0, 0};
inline constexpr Colour kWhite{255, 255, 255};

/// A picture of red, green, blue bytes, row by row from the top.
class Image {
 public:
  explicit Image(Size size);

  [[nodiscard]] Size size() const { return size_; }
  [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return bytes_; }
  [[nodiscard]] std::vector<std::uint8_t>& bytes() { return bytes_; }

  [[nodiscard]] Colour at(Point point) const;
  void set(Point point, Colour colour);

  /// Paints `area` over; what lies outside the picture is left out.
  void fill(const Rect& area, Colour colour);

  /// The part of the picture that `area` covers; throws where it reaches outside.
  [[nodiscard]] Image part(const Rect& area) const;

  /// How many pixels of `area` differ from `colour`.
  [[nodiscard]] std::size_t countOther(const Rect& area, Colour colour) const;

  /// One byte of brightness a pixel (ITU-R BT.601 weights).
  [[nodiscard]] std::vector<std::uint8_t> greys() const;

 private:
  [[nodiscard]] std::size_t offset(Point point) const;

  Size size_;
  std::vector<std::uint8_t> bytes_;
};

/// Writes `image` as a PNG; throws where the file cannot be written.
void writePng(const Image& image, const std::filesystem::path& file);

}  // namespace tests
