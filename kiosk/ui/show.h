#pragma once

#include <optional>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/view.h"

namespace hallpass {

/// Draws the screen of `view`, and the countdown's question over it where one runs. Answers what
/// was touched.
[[nodiscard]] std::optional<Intent> show(Page& page, const View& view);

/// What the description calls the screen: "attract", "find", ...
[[nodiscard]] std::string_view screenName(const ScreenView& screen);

}  // namespace hallpass
