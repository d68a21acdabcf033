#include "kiosk/ui/motion.h"

#include <cmath>

#include "kiosk/ui/page.h"

namespace hallpass {
namespace {

constexpr float kWay = 12.0F;        ///< In units.
constexpr float kFirstSolid = 0.3F;  ///< Of a screen that begins to come.

/// `colour` with so much of its alpha.
ImU32 fainter(ImU32 colour, float share) {
  const auto alpha = static_cast<float>(colour >> IM_COL32_A_SHIFT & 0xFFU);
  const auto less = static_cast<ImU32>(std::lround(alpha * share));
  return (colour & ~IM_COL32_A_MASK) | (less << IM_COL32_A_SHIFT);
}

}  // namespace

void Motion::start(platform::BootTime now, bool back) {
  started_ = on_;
  back_ = back;
  since_ = now;
}

Arrival Motion::at(platform::BootTime now) const {
  const auto gone = now - since_;
  if (!started_ || gone >= kLength) return {};
  const float left = 1 - static_cast<float>(gone.count()) / static_cast<float>(kLength.count());
  return {1 - left * left * left, back_ ? -1.0F : 1.0F};
}

void moveDrawn(ImDrawList& draw, int from, ImVec2 by, float solid) {
  for (int at = from; at < draw.VtxBuffer.Size; ++at) {
    ImDrawVert& corner = draw.VtxBuffer[at];
    corner.pos.x += by.x;
    corner.pos.y += by.y;
    corner.col = fainter(corner.col, solid);
  }
}

void Page::beginArrival() { arrivesFrom_ = draw_->VtxBuffer.Size; }

void Page::endArrival() {
  if (arrival_.share >= 1) return;
  moves_ = true;
  const float across = std::round(px(kWay) * (1 - arrival_.share) * arrival_.way);
  moveDrawn(*draw_, arrivesFrom_, {across, 0}, kFirstSolid + (1 - kFirstSolid) * arrival_.share);
}

}  // namespace hallpass
