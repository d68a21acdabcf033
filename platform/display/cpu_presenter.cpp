#include "platform/display/cpu_presenter.h"

#include <utility>

namespace platform {

void CpuPresenter::show(const ImDrawData& data, ImU32 ground) {
  const PixelSize size{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y)};
  if (size.width < 1 || size.height < 1) return;
  image_.finishReading();
  if (!(size == image_.size())) {
    canvas_.drawOn(image_.resize(size));
    all_ = true;
  }
  canvas_.draw(data, ground);
  if (std::exchange(all_, false)) {
    image_.put({0, 0, size.width, size.height});
  } else {
    for (const Area& area : canvas_.changed()) image_.put(area);
  }
  image_.send();
}

}  // namespace platform
