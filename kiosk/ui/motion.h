#pragma once

#include <imgui.h>

#include <chrono>

#include "platform/base/clock.h"

namespace hallpass {

/// How a screen comes in: it slides the last bit of its way and becomes solid, over what stands on
/// every screen. It is there, and can be read, from the first picture on.
struct Arrival {
  float share = 1;  ///< 0-1: of the way, quick at first; 1 = it stands.
  float way = 1;    ///< 1 from the right, -1 from the left.
};

/// Times the arrival of screens. It lies within the rest of a new screen, so that it delays nothing
/// that is touched.
class Motion {
 public:
  static constexpr std::chrono::milliseconds kLength{200};

  /// Off: what comes stands at once.
  void setOn(bool on) { on_ = on; }
  [[nodiscard]] bool on() const { return on_; }

  /// A screen comes that somebody asked for. `back` = it stood before the one that goes.
  void start(platform::BootTime now, bool back);

  [[nodiscard]] Arrival at(platform::BootTime now) const;

 private:
  bool on_ = true;
  bool started_ = false;
  bool back_ = false;
  platform::BootTime since_;
};

/// Moves what `draw` holds from its `from`-th corner on, and leaves it so much of its alpha (0-1).
void moveDrawn(ImDrawList& draw, int from, ImVec2 by, float solid);

}  // namespace hallpass
