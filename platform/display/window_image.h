#pragma once

#include <memory>
#include <optional>

#include "platform/display/canvas.h"
#include "platform/display/surface.h"

struct _XDisplay;

namespace platform {

/// A picture in memory that the X server reads itself, or gets by its connection where it cannot
/// (it runs on another machine, or may not). Main thread only.
class WindowImage {
 public:
  /// The order of the channels in a window's pixels; nullopt where they are not four bytes each, or
  /// where there is no X display (Wayland).
  [[nodiscard]] static std::optional<Canvas::Order> orderOf(_XDisplay* display,
                                                            unsigned long window);

  /// Of a window that orderOf() knows and that outlives this. Without size at first.
  WindowImage(_XDisplay* display, unsigned long window);
  ~WindowImage();
  WindowImage(const WindowImage&) = delete;
  WindowImage& operator=(const WindowImage&) = delete;

  [[nodiscard]] PixelSize size() const { return size_; }

  /// Another size: all that was drawn is gone. Throws where there is no memory for it.
  Surface resize(PixelSize size);

  /// Has the window show a part. The picture may not change until finishReading().
  void put(const Area& area);

  /// Begins what was put.
  void send();

  /// Waits until the server has read all that was put, if anything was.
  void finishReading();

  /// Waits until the server has answered, whatever was put.
  void wait();

  /// Whether the server reads the memory itself.
  [[nodiscard]] bool isShared() const;

 private:
  struct Store;

  _XDisplay* display_;
  unsigned long window_;
  PixelSize size_;
  std::unique_ptr<Store> store_;
  bool unread_ = false;
};

}  // namespace platform
