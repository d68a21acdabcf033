#include "tests/support/image.h"

#include <png.h>

#include <algorithm>
#include <stdexcept>

namespace tests {

Image::Image(Size size)
    : size_(size),
      bytes_(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 3) {}

std::size_t Image::offset(Point point) const {
  return (static_cast<std::size_t>(point.y) * static_cast<std::size_t>(size_.width) +
          static_cast<std::size_t>(point.x)) *
         3;
}

Colour Image::at(Point point) const {
  const std::uint8_t* pixel = &bytes_.at(offset(point));
  return {pixel[0], pixel[1], pixel[2]};
}

void Image::set(Point point, Colour colour) {
  std::uint8_t* pixel = &bytes_.at(offset(point));
  pixel[0] = colour.red;
  pixel[1] = colour.green;
  pixel[2] = colour.blue;
}

void Image::fill(const Rect& area, Colour colour) {
  for (int y = std::max(0, area.y); y < std::min(size_.height, area.bottom()); ++y) {
    for (int x = std::max(0, area.x); x < std::min(size_.width, area.right()); ++x) {
      set({x, y}, colour);
    }
  }
}

Image Image::part(const Rect& area) const {
  if (!area.inside(size_)) throw std::runtime_error("a part of a picture that lies outside it");
  Image part({area.width, area.height});
  for (int y = 0; y < area.height; ++y) {
    const auto row = bytes_.begin() + static_cast<std::ptrdiff_t>(offset({area.x, area.y + y}));
    std::copy_n(row, area.width * 3,
                part.bytes_.begin() + static_cast<std::ptrdiff_t>(part.offset({0, y})));
  }
  return part;
}

std::size_t Image::countOther(const Rect& area, Colour colour) const {
  std::size_t others = 0;
  for (int y = area.y; y < area.bottom(); ++y) {
    for (int x = area.x; x < area.right(); ++x) {
      if (at({x, y}) != colour) ++others;
    }
  }
  return others;
}

std::vector<std::uint8_t> Image::greys() const {
  std::vector<std::uint8_t> greys(bytes_.size() / 3);
  for (std::size_t i = 0; i < greys.size(); ++i) {
    const std::uint8_t* pixel = &bytes_[i * 3];
    greys[i] = static_cast<std::uint8_t>((pixel[0] * 299 + pixel[1] * 587 + pixel[2] * 114) / 1000);
  }
  return greys;
}

void writePng(const Image& image, const std::filesystem::path& file) {
  png_image header{};
  header.version = PNG_IMAGE_VERSION;
  header.width = static_cast<png_uint_32>(image.size().width);
  header.height = static_cast<png_uint_32>(image.size().height);
  header.format = PNG_FORMAT_RGB;
  if (png_image_write_to_file(&header, file.c_str(), 0, image.bytes().data(), 0, nullptr) == 0) {
    throw std::runtime_error("cannot write " + file.string() + ": " + header.message);
  }
}

}  // namespace tests
