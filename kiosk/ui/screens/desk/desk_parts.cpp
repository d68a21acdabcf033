#include "kiosk/ui/screens/desk/desk_parts.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/flow.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

float heightOf(const std::vector<Part>& parts, float gap) {
  float height = 0;
  for (const Part& part : parts) height += (height > 0 ? gap : 0) + part.height;
  return height;
}

/// What of the parts is shown at once: parts [first, end), the `number`-th such group of `of`.
struct Group {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t number = 1;
  std::size_t of = 1;
};

Group groupOf(const std::vector<Part>& parts, float room, float gap, std::size_t wanted) {
  std::vector<Group> groups(1);
  float taken = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (taken > 0 && taken + gap + parts[i].height > room + 1) {
      groups.push_back({i, i});
      taken = 0;
    }
    taken += (taken > 0 ? gap : 0) + parts[i].height;
    groups.back().end = i + 1;
  }
  const std::size_t at = wanted % groups.size();
  return {groups[at].first, groups[at].end, at + 1, groups.size()};
}

struct FootButton {
  Button button;
  Intent::Act act;
  bool right;
};

/// From the right: the main action, and "more"; at the left the other one.
std::vector<FootButton> footOf(const DeskBody& body, const Group& group) {
  std::vector<FootButton> foot;
  if (body.main) {
    foot.push_back({{body.main->id, body.main->label, ButtonKind::Primary, body.main->enabled},
                    Intent::Act::Main,
                    true});
  }
  if (group.of > 1) {
    const std::string label =
        filled(tr("More ({number} of {all})"),
               {{"number", std::to_string(group.number)}, {"all", std::to_string(group.of)}});
    foot.push_back({{"more", label, ButtonKind::Secondary, true}, {}, true});
  }
  if (body.other) {
    foot.push_back({{body.other->id, body.other->label, ButtonKind::Secondary, body.other->enabled},
                    Intent::Act::Other,
                    false});
  }
  return foot;
}

/// As wide as their words, and no narrower than a good target.
std::vector<float> footWidths(const Page& page, float room, const std::vector<FootButton>& foot) {
  std::vector<float> widths;
  for (const FootButton& entry : foot) {
    const float words = page.textWidth(entry.button.label, {TextSize::Button, Face::SemiBold});
    widths.push_back(std::max(page.px(foot.size() > 2 ? 44 : 76), words + page.px(12)));
  }
  const float gaps = page.px(kGap) * static_cast<float>(foot.empty() ? 0 : foot.size() - 1);
  return fairWidths(widths, room - gaps);
}

/// Higher where a label needs two lines.
float footHeight(const Page& page, float room, const std::vector<FootButton>& foot,
                 const Spacing& spacing) {
  if (foot.empty()) return 0;
  const std::vector<float> widths = footWidths(page, room, foot);
  for (std::size_t i = 0; i < foot.size(); ++i) {
    const float words = page.textWidth(foot[i].button.label, {TextSize::Button, Face::SemiBold});
    if (words * 0.85F > widths[i] - page.px(8)) return page.px(kRoomy.action);
  }
  return page.px(spacing.action);
}

std::optional<Intent> drawFoot(Page& page, Rect area, const std::vector<FootButton>& foot) {
  std::optional<Intent> intent;
  const std::vector<float> widths = footWidths(page, area.w, foot);
  for (std::size_t i = 0; i < foot.size(); ++i) {
    const Rect place = foot[i].right ? area.cutRight(widths[i], page.px(kGap))
                                     : area.cutLeft(widths[i], page.px(kGap));
    if (!page.button(place, foot[i].button)) continue;
    if (foot[i].button.id == "more") {
      ++page.kept("group");
    } else {
      intent = Intent{foot[i].act, {}};
    }
  }
  return intent;
}

/// The parts that are to be drawn, with the foot that goes with them.
struct Layout {
  Spacing spacing;
  std::vector<Part> parts;
  Group group;
  std::vector<FootButton> foot;
};

/// The gap, in units, that parts keep which stand dense but leave so many pixels.
float widerGap(const Page& page, const Layout& layout, float left) {
  const float more = left / static_cast<float>(layout.parts.size() + 1);
  return std::clamp(layout.spacing.gap + more / page.px(1), layout.spacing.gap, kRoomy.gap);
}

Layout layOut(Page& page, const Rect& area, const DeskBody& body) {
  Layout layout;
  for (const Spacing& spacing : {kRoomy, kDense}) {
    layout.spacing = spacing;
    layout.parts = body.parts(spacing);
    layout.group = {0, layout.parts.size()};
    layout.foot = footOf(body, layout.group);
    const float foot = footHeight(page, area.w, layout.foot, spacing);
    const float gap = page.px(spacing.gap);
    const float left = area.h - heightOf(layout.parts, gap) - foot - (foot > 0 ? gap : 0);
    if (left < -1) continue;
    const bool grows = !layout.parts.empty() && layout.parts.back().grows;
    if (spacing.dense && !grows) layout.spacing.gap = widerGap(page, layout, left);
    return layout;
  }
  if (layout.parts.back().grows) {
    std::rotate(layout.parts.begin(), layout.parts.end() - 1, layout.parts.end());
  }
  const float gap = page.px(layout.spacing.gap);
  const float room = area.h - page.px(kRoomy.action) - gap;
  layout.group = groupOf(layout.parts, room, gap, static_cast<std::size_t>(page.kept("group")));
  layout.foot = footOf(body, layout.group);
  return layout;
}

}  // namespace

std::optional<Intent> drawBody(Page& page, const Rect& area, const DeskBody& body) {
  Rect rest = area;
  const Layout layout = layOut(page, area, body);
  const float gap = page.px(layout.spacing.gap);
  std::optional<Intent> intent;
  if (const float height = footHeight(page, area.w, layout.foot, layout.spacing); height > 0) {
    intent = drawFoot(page, rest.cutBottom(height, gap), layout.foot);
  }
  for (std::size_t i = layout.group.first; i < layout.group.end; ++i) {
    const Part& part = layout.parts[i];
    const bool last = i + 1 == layout.group.end;
    if (auto touched = part.draw(part.grows && last ? rest : rest.cutTop(part.height, gap))) {
      intent = touched;
    }
  }
  return intent;
}

}  // namespace hallpass
