#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// How large the parts of a desk's screen are, in units: they shrink together where it is full.
struct Spacing {
  bool dense = false;
  float gap = 5.0F;
  float tile = 28.0F;
  float button = 15.0F;
  float action = 20.0F;
  float menu = 20.0F;  ///< A button of a screen that leads to others.
};
inline constexpr Spacing kRoomy{};
inline constexpr Spacing kDense{true, 2.6F, 15.0F, kTarget, 14.0F, kTarget};

/// A part of the screen: how high it is in pixels, and how it is drawn.
struct Part {
  float height = 0;
  std::function<std::optional<Intent>(const Rect&)> draw;
  bool grows = false;  ///< Takes what the others leave: a list.
};

/// A screen's body: its parts from top to bottom in a given spacing, and the actions below them.
struct DeskBody {
  std::function<std::vector<Part>(const Spacing&)> parts;
  const std::optional<DeskButton>& other;  ///< Act::Other
  const std::optional<DeskButton>& main;   ///< Act::Main
};

/// Draws `body` in `area`: roomy where all of it fits so, dense otherwise, with what room is left
/// between its parts. Where even that is not
/// enough, as many whole parts as fit stand there, a list first, and the button "more" turns to the
/// others.
[[nodiscard]] std::optional<Intent> drawBody(Page& page, const Rect& area, const DeskBody& body);

}  // namespace hallpass
