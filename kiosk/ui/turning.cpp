#include "kiosk/ui/turning.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/motion.h"

namespace hallpass {
namespace {

// What the page keeps: the milliseconds that are left, one more where the next picture begins; and
// whether the rows come from above.
constexpr std::string_view kLeft = "turning";
constexpr std::string_view kAbove = "turning-back";

constexpr int kTurnMs = static_cast<int>(Motion::kLength.count());
constexpr int kLongestTurnStepMs = 40;  ///< However long no picture was drawn.
constexpr float kTurnWay = 10.0F;       ///< In units.
constexpr float kFaintest = 0.3F;

}  // namespace

void startTurning(Page& page, bool forward, bool later) {
  if (!page.motion()) return;
  page.kept(kLeft) = later ? kTurnMs + 1 : kTurnMs;
  page.kept(kAbove) = forward ? 0 : 1;
}

void moveRows(Page& page, int from) {
  int& left = page.kept(kLeft);
  if (left <= 0) return;
  page.keepMoving();
  if (left > kTurnMs) {
    left = kTurnMs;
    return;
  }
  const float share = std::pow(static_cast<float>(left) / static_cast<float>(kTurnMs), 3.0F);
  const float way = std::round(page.px(kTurnWay) * share) * (page.kept(kAbove) != 0 ? -1.0F : 1.0F);
  moveDrawn(page.draw(), from, {0, way}, 1 - (1 - kFaintest) * share);
  const auto step = static_cast<int>(std::lround(ImGui::GetIO().DeltaTime * 1000.0F));
  page.kept(kLeft) -= std::clamp(step, 1, kLongestTurnStepMs);
}

}  // namespace hallpass
