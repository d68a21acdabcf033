#include "platform/display/drawing.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <memory>
#include <utility>

namespace platform {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Pen = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

RsvgHandle* rsvg(void* handle) { return static_cast<RsvgHandle*>(handle); }

/// Of the view box; a file without one says its width and height.
double proportionOf(RsvgHandle* handle) {
  gboolean known = FALSE;
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(handle, nullptr, nullptr, nullptr, nullptr, &known, &box);
  if (known == FALSE &&
      rsvg_handle_get_intrinsic_size_in_pixels(handle, &box.width, &box.height) == FALSE) {
    return 0;
  }
  return box.width > 0 && box.height > 0 ? box.width / box.height : 0;
}

/// Cairo keeps colours multiplied by alpha, and as one number a pixel: 0xAARRGGBB.
void takePixel(const unsigned char* from, std::uint8_t* to) {
  std::uint32_t pixel = 0;
  std::memcpy(&pixel, from, sizeof pixel);
  const std::uint32_t alpha = pixel >> 24U;
  const auto plain = [alpha](std::uint32_t channel) {
    return static_cast<std::uint8_t>(alpha == 0 ? 0 : (channel * 255U + alpha / 2) / alpha);
  };
  to[0] = plain((pixel >> 16U) & 0xFFU);
  to[1] = plain((pixel >> 8U) & 0xFFU);
  to[2] = plain(pixel & 0xFFU);
  to[3] = static_cast<std::uint8_t>(alpha);
}

Pixels pixelsOf(cairo_surface_t* surface, PixelSize size) {
  cairo_surface_flush(surface);
  const unsigned char* row = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  Pixels pixels{size, {}};
  pixels.bytes.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) *
                      4);
  std::uint8_t* to = pixels.bytes.data();
  for (int y = 0; y < size.height; ++y, row += stride) {
    for (int x = 0; x < size.width; ++x, to += 4) {
      takePixel(row + static_cast<std::ptrdiff_t>(x) * 4, to);
    }
  }
  return pixels;
}

}  // namespace

std::optional<Drawing> Drawing::load(const std::filesystem::path& file, const std::string& style) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
  RsvgHandle* handle = rsvg_handle_new_from_file(file.c_str(), nullptr);
  if (handle == nullptr) return std::nullopt;
  Drawing drawing(handle, proportionOf(handle));
  const auto* css = reinterpret_cast<const guint8*>(style.data());
  const bool styled = rsvg_handle_set_stylesheet(handle, css, style.size(), nullptr) != FALSE;
  if (!styled || drawing.proportion_ <= 0) return std::nullopt;
  return drawing;
}

Drawing::~Drawing() {
  if (handle_ != nullptr) g_object_unref(handle_);
}

Drawing::Drawing(Drawing&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), proportion_(other.proportion_) {}

PixelSize Drawing::sizeIn(PixelSize room) const {
  const double height = std::min<double>(room.height, room.width / proportion_);
  return {std::max(1, static_cast<int>(std::floor(height * proportion_ + 1e-6))),
          std::max(1, static_cast<int>(std::floor(height + 1e-6)))};
}

std::optional<Pixels> Drawing::at(PixelSize size) const {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, size.width, size.height),
                        &cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
  const Pen pen(cairo_create(surface.get()), &cairo_destroy);
  const RsvgRectangle whole{0, 0, static_cast<double>(size.width),
                            static_cast<double>(size.height)};
  if (rsvg_handle_render_document(rsvg(handle_), pen.get(), &whole, nullptr) == FALSE) {
    return std::nullopt;
  }
  return pixelsOf(surface.get(), size);
}

}  // namespace platform
