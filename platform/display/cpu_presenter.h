#pragma once

#include "platform/display/canvas.h"
#include "platform/display/presenter.h"
#include "platform/display/window_image.h"

namespace platform {

/// Draws by the processor, and gives the window what changed.
class CpuPresenter : public Presenter {
 public:
  /// `display` is Xlib's, `window` its number there; `order` is WindowImage::orderOf() of them.
  CpuPresenter(_XDisplay* display, unsigned long window, Canvas::Order order)
      : image_(display, window), canvas_(order) {}

  void show(const ImDrawData& data, ImU32 ground) override;
  void finish() override { image_.wait(); }
  void uncovered() override { all_ = true; }

 private:
  WindowImage image_;
  Canvas canvas_;
  bool all_ = true;  ///< The screen has nothing of the window.
};

}  // namespace platform
