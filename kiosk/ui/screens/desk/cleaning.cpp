// The two screens that show next to nothing: while it is wiped, and while the venue sleeps.
#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "platform/base/translation.h"

namespace hallpass {

using platform::tr;
using platform::trn;

std::optional<Intent> draw(Page& page, const CleaningView& view) {
  Rect rest = page.content();
  const Theme& theme = page.theme();
  const Rect bar = rest.cutBottom(page.px(9), page.px(9));
  page.draw().AddRectFilled(bar.min(), bar.max(), theme.panel, bar.h / 2);
  const float share = std::clamp(
      static_cast<float>(view.secondsLeft) / static_cast<float>(view.seconds), 0.0F, 1.0F);
  if (share > 0) {
    const Rect left{bar.x, bar.y, std::max(bar.h, bar.w * share), bar.h};
    page.draw().AddRectFilled(left.min(), left.max(), theme.primary, bar.h / 2);
  }
  const std::string headline = tr("You can wipe the screen now");
  const std::string detail =
      trn("Nothing on it can be touched for {n} more second.",
          "Nothing on it can be touched for {n} more seconds.", view.secondsLeft);
  drawMessage(page, rest, {Icon::Tick, headline, detail});
  return std::nullopt;
}

std::optional<Intent> draw(Page& page, const SleepView&) {
  const Rect all = page.sheet();
  page.draw().AddRectFilled(all.min(), all.max(), IM_COL32_BLACK);
  bool pressed = false;
  if (!page.touch(all, {"wake", tr("Touch the screen to wake it"), "button", all, true, false},
                  pressed)) {
    return std::nullopt;
  }
  return Intent{Intent::Act::Wake, {}};
}

}  // namespace hallpass
