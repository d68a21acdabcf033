#include <algorithm>
#include <string>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/screens/desk/desk_screens.h"
#include "platform/base/locale_text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::countText;
using platform::filled;
using platform::tr;

std::string progressText(const WorkingView& view) {
  const std::string done = countText(view.done);
  if (view.total > 0) {
    return filled(tr("{done} of {all}"), {{"done", done}, {"all", countText(view.total)}});
  }
  return view.done > 0 ? filled(tr("{done} so far"), {{"done", done}}) : tr("One moment");
}

void drawBar(Page& page, const Rect& area, const WorkingView& view) {
  page.draw().AddRectFilled(area.min(), area.max(), page.theme().panel, area.h / 2);
  if (view.total <= 0) return;
  const float share =
      std::clamp(static_cast<float>(view.done) / static_cast<float>(view.total), 0.0F, 1.0F);
  const Rect done{area.x, area.y, std::max(area.h, area.w * share), area.h};
  page.draw().AddRectFilled(done.min(), done.max(), page.theme().primary, area.h / 2);
}

}  // namespace

std::optional<Intent> draw(Page& page, const WorkingView& view) {
  Rect rest = page.content();
  std::optional<Action> stop;
  if (view.cancels) {
    stop =
        Action{{"stop", tr("Stop"), ButtonKind::Secondary, true}, Intent::Act::Other, Icon::Cross};
  }
  const auto intent = drawActions(page, rest, stop, std::nullopt);
  rest = page.belowCorners(rest);
  const TextStyle title{TextSize::Heading, Face::SemiBold};
  const float titleHeight = std::min(page.textHeight(rest.w, view.title, title), rest.h * 0.5F);
  const float bar = page.px(9);
  const float count = page.px(12);
  const float gap = page.px(7);
  rest.cutTop(std::max(0.0F, (rest.h - titleHeight - bar - count - 2 * gap) / 2));
  page.text(rest.cutTop(titleHeight, gap), view.title, title);
  drawBar(page, rest.cutTop(bar, gap), view);
  page.text(rest.cutTop(count), progressText(view),
            {TextSize::Button, Face::Regular, page.theme().textSecondary});
  return intent;
}

}  // namespace hallpass
