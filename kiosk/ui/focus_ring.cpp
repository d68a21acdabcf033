// The ring around what the keys point at.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/page.h"

namespace hallpass {
namespace {

constexpr float kRingWidth = 1.1F;  ///< In units: at least two pixels on every panel.
constexpr float kRingGap = 0.7F;    ///< Of the ground, between the ring and what it surrounds.

}  // namespace

/// Outside of the target, in the colour of text, with a rim of the ground's on both sides, so that
/// it stands out from whatever lies there. A target that fills the screen has it inside.
void Page::drawRing() {
  if (focus_ == nullptr || covered_) return;
  if (!deaf_ && ImGui::IsMouseDown(ImGuiMouseButton_Left)) focus_->hide();
  focus_->settle(description_.screen(), description_.targets(),
                 over_ ? Focus::Lies::Over : Focus::Lies::Alone);
  const Description::Target* target = focus_->ring();
  if (target == nullptr) return;
  description_.setFocus(target->id);
  const float width = std::max(2.0F, std::round(px(kRingWidth)));
  const float gap = std::max(1.0F, std::round(px(kRingGap)));
  const float reach = gap + width / 2;
  const float edge = width / 2 + 1;
  const ImVec2 from{std::max(edge, target->rect.x - reach), std::max(edge, target->rect.y - reach)};
  const ImVec2 to{std::min(metrics_.width() - edge, target->rect.max().x + reach),
                  std::min(metrics_.height() - edge, target->rect.max().y + reach)};
  const float corner = px(kCorner) + reach;
  draw_->AddRect(from, to, theme_.ground, corner, 0, width + 2 * gap);
  draw_->AddRect(from, to, theme_.text, corner, 0, width);
}

}  // namespace hallpass
