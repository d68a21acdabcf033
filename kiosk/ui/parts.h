#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Height of the buttons that a screen ends with, in units.
inline constexpr float kActionHeight = 20.0F;

/// Height of a screen's head, and of what stands in its corner.
inline constexpr float kHeadHeight = 16.0F;

/// Cuts the head off `rest`: a way back at its left where `back` says so, and the screen's one
/// question.
[[nodiscard]] std::optional<Intent> drawHead(Page& page, Rect& rest, std::string_view title,
                                             bool back);

/// The same without a question: what there is room for beside the way back goes into `beside`.
[[nodiscard]] std::optional<Intent> drawWayBack(Page& page, Rect& rest, Rect& beside);

/// Cuts the foot off `rest`: the main action at the right, the other at the left, each in its place
/// on every screen; the other way round for a left hand. Upright they share the width.
struct Action {
  Button button;
  Intent::Act act;
  Icon icon = Icon::None;
};
[[nodiscard]] std::optional<Intent> drawActions(Page& page, Rect& rest,
                                                const std::optional<Action>& other,
                                                const std::optional<Action>& main);

/// The same for any number of them, the main one last; upright it has a row of its own below three.
[[nodiscard]] std::optional<Intent> drawFoot(Page& page, Rect& rest,
                                             const std::vector<Action>& actions);

/// The ground of what belongs together and cannot be touched: a card, or a panel in a theme whose
/// cards are as bright as the ground. Never an edge, which is for what can be touched.
void drawCard(Page& page, const Rect& area);

/// A sign in a circle, a large sentence and a smaller one, centred in `area`.
struct Message {
  Icon icon = Icon::None;
  std::string_view headline;
  std::string_view detail;
  /// 0-1: how much of a time is left, as a ring around the sign; the sentence says it too.
  std::optional<float> left = std::nullopt;
};
void drawMessage(Page& page, const Rect& area, const Message& message);

/// The program's mark and name, at the left of `area`.
void drawWordmark(Page& page, const Rect& area);

/// A pass on its lanyard: what one comes here for.
void drawPassIllustration(Page& page, const Rect& area);

}  // namespace hallpass
