#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "platform/display/pixels.h"
#include "platform/display/window.h"

namespace platform {

/// A drawing of an SVG file.
class Drawing {
 public:
  /// nullopt where there is no such file, or it holds no drawing. `style` is a stylesheet that wins
  /// over the file's own where it says "!important".
  [[nodiscard]] static std::optional<Drawing> load(const std::filesystem::path& file,
                                                   const std::string& style);

  ~Drawing();
  Drawing(Drawing&& other) noexcept;
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;

  /// The largest size in `room` that keeps the drawing's own proportions, at least one pixel.
  [[nodiscard]] PixelSize sizeIn(PixelSize room) const;

  /// Drawn by librsvg over nothing, so that it is clear where no shape is; nullopt where it fails.
  [[nodiscard]] std::optional<Pixels> at(PixelSize size) const;

 private:
  Drawing(void* handle, double proportion) : handle_(handle), proportion_(proportion) {}

  void* handle_;
  double proportion_;  ///< Width by height.
};

}  // namespace platform
