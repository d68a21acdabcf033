#include "platform/display/pointer_changes.h"

#include <cmath>

namespace platform {

void PointerChanges::moved(float x, float y) {
  newest_.x = x;
  newest_.y = y;
}

bool PointerChanges::bounces(std::chrono::milliseconds now, float spotPx) const {
  if (!released_ || now - released_->notBefore >= kBounce) return false;
  return std::hypot(newest_.x - released_->place.x, newest_.y - released_->place.y) <= spotPx;
}

void PointerChanges::changed(bool down, std::chrono::milliseconds now, float spotPx) {
  if (down) dropping_ = bounces(now, spotPx);
  if (!dropping_) {
    newest_.down = down;
    changes_.push_back(newest_);
  }
  if (down) return;
  dropping_ = false;
  released_ = Release{newest_, looked_};
}

PointerState PointerChanges::next() {
  if (changes_.empty()) return newest_;
  const PointerState first = changes_.front();
  changes_.pop_front();
  return first;
}

}  // namespace platform
