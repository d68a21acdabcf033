#include "platform/display/png_file.h"

#include <cairo.h>

#include <cstddef>
#include <cstring>
#include <memory>

namespace platform {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

/// Cairo keeps a pixel without alpha as one number: 0x00RRGGBB.
void fill(cairo_surface_t* surface, const Pixels& picture) {
  cairo_surface_flush(surface);
  unsigned char* row = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const std::uint8_t* from = picture.bytes.data();
  for (int y = 0; y < picture.size.height; ++y, row += stride) {
    for (int x = 0; x < picture.size.width; ++x, from += 4) {
      const std::uint32_t pixel =
          (std::uint32_t{from[0]} << 16U) | (std::uint32_t{from[1]} << 8U) | std::uint32_t{from[2]};
      std::memcpy(row + static_cast<std::ptrdiff_t>(x) * 4, &pixel, sizeof pixel);
    }
  }
  cairo_surface_mark_dirty(surface);
}

}  // namespace

bool writePng(const Pixels& picture, const std::filesystem::path& file) {
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.size.width, picture.size.height),
      &cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return false;
  fill(surface.get(), picture);
  return cairo_surface_write_to_png(surface.get(), file.c_str()) == CAIRO_STATUS_SUCCESS;
}

}  // namespace platform
