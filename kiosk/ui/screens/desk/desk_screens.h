#pragma once

#include <optional>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/view.h"

namespace hallpass {

// The screens of the desk and its door. Each draws what its view says and answers what was touched;
// it can change nothing.

[[nodiscard]] std::optional<Intent> draw(Page& page, const PinView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const FrontView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const DeskView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const NoticeView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const WorkingView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const EditView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const TouchView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const CleaningView& view);
[[nodiscard]] std::optional<Intent> draw(Page& page, const SleepView& view);

}  // namespace hallpass
