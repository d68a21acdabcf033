#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace platform {

/// Where a finger or the pointer is, in pixels, and whether it is down.
struct PointerState {
  float x = -1;
  float y = -1;
  bool down = false;
};

/// Presses and releases on their way into the pictures: one a picture, each where it happened and
/// in order, for two fingers are faster than a slow picture. Times are of any one clock that never
/// goes back.
class PointerChanges {
 public:
  /// A worn panel lets go for a moment while the finger rests on it. A press this soon after a
  /// release on the same spot is that, not a second tap: 25 ms, as libinput takes it for buttons,
  /// and the length of a picture, within which nobody knows when something happened. Fingers need
  /// more: the fastest typists lift for about 60 ms.
  static constexpr std::chrono::milliseconds kBounce{40};

  /// All that happened until `now` was told of.
  void looked(std::chrono::milliseconds now) { looked_ = now; }

  void moved(float x, float y);

  /// A press or a release where the pointer is; `now` is when it was told of. `spotPx` is how far
  /// away the same spot reaches.
  void changed(bool down, std::chrono::milliseconds now, float spotPx);

  /// Whether there is a change that no picture has seen yet.
  [[nodiscard]] bool waiting() const { return !changes_.empty(); }

  /// What the picture that comes next sees.
  [[nodiscard]] PointerState next();

  [[nodiscard]] const PointerState& newest() const { return newest_; }

 private:
  struct Release {
    PointerState place;
    std::chrono::milliseconds notBefore;
  };

  [[nodiscard]] bool bounces(std::chrono::milliseconds now, float spotPx) const;

  PointerState newest_;
  std::deque<PointerState> changes_;
  std::chrono::milliseconds looked_{0};
  std::optional<Release> released_;
  bool dropping_ = false;  ///< A bounce is down, which nobody was told of.
};

}  // namespace platform
