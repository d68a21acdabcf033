#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "platform/display/drawing.h"

namespace platform {

/// Drawings as the renderer has them: each is drawn once at the size at which it is shown and
/// kept. With the context of a window or a studio alone, on the main thread; destroyed before it.
class Pictures {
 public:
  /// What is kept at most. Beyond it everything goes that this frame has not shown; 24 MiB are some
  /// six pictures that fill a third of a 4K screen, and more than a screen of any size shows.
  static constexpr std::size_t kMost = std::size_t{24} * 1024 * 1024;

  struct Picture {
    unsigned texture = 0;  ///< The renderer's name; 0 where nothing draws.
    PixelSize size;
  };

  Pictures() = default;
  ~Pictures() { clear(); }
  Pictures(const Pictures&) = delete;
  Pictures& operator=(const Pictures&) = delete;

  /// The drawing of `file` in the colours of `style`, as large as `room` allows; nullopt where it
  /// cannot be read. What this gives is good for the frame that is being built.
  [[nodiscard]] std::optional<Picture> get(const std::filesystem::path& file, PixelSize room,
                                           const std::string& style);

  /// Lets all go: the window has another size. Between two frames only.
  void clear();

  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  struct Kept {
    std::optional<Picture> picture;
    int frame = 0;  ///< Of ImGui's, when it was last asked for.
  };

  [[nodiscard]] std::optional<Picture> make(const std::filesystem::path& file, PixelSize room,
                                            const std::string& style);
  void makeRoom(int frame);

  std::map<std::string, Kept> kept_;  ///< By file, size and style.
  std::size_t bytes_ = 0;
};

}  // namespace platform
