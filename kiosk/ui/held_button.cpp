// The button that must be held: for what cannot be undone.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/page.h"

namespace hallpass {
namespace {

/// A picture that took longer, because the machine had other work, counts no more than this: a
/// button never acts by itself because time passed while nothing was drawn.
constexpr float kLongestStepMs = 100.0F;

/// What `held` reads when the button has acted, until it is let go.
constexpr int kActed = -1;

/// Takes one more picture of a button that is held or not into `held`, the milliseconds so far;
/// whether it acts now.
bool holdOn(int& held, bool holds) {
  if (!holds) {
    held = 0;
    return false;
  }
  if (held == kActed) return false;
  // The first picture counts nothing: how long it stood before the press is not known.
  const float step = std::min(ImGui::GetIO().DeltaTime * 1000.0F, kLongestStepMs);
  held = held == 0 ? 1 : held + std::max(1, static_cast<int>(std::lround(step)));
  if (held < Page::kHold.count()) return false;
  held = kActed;
  return true;
}

}  // namespace

bool Page::heldButton(const Rect& area, const Button& button) {
  bool pressed = false;
  (void)touch(area, {button.id, button.label, "held", area, true, false}, pressed);
  const bool keyHolds = focus_ != nullptr && focus_->holds(button.id);
  int& held = kept("held " + button.id);
  const bool acts = holdOn(held, !covered_ && ((pressed && !deaf_) || keyHolds));
  moves_ = moves_ || held > 0;

  const float share =
      held == kActed ? 1.0F
                     : std::min(1.0F, static_cast<float>(held) / static_cast<float>(kHold.count()));
  const TextStyle words{TextSize::Button, Face::SemiBold, theme_.bad, Across::Centre, Down::Middle};
  TextStyle onFill = words;
  onFill.colour = theme_.onBad;
  box(area, theme_.card, theme_.bad);
  label(area.inset(px(4), px(1)), button.label, words);
  if (share <= 0) return acts;
  draw_->PushClipRect(area.min(), {area.x + area.w * share, area.y + area.h}, true);
  box(area, theme_.bad);
  label(area.inset(px(4), px(1)), button.label, onFill);
  draw_->PopClipRect();
  return acts;
}

}  // namespace hallpass
