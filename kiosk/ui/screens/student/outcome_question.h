#pragma once

#include <optional>
#include <string_view>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Cuts a line off the foot of `rest` that asks whether the code worked: Act::ItWorked or ItDidNot.
[[nodiscard]] std::optional<Intent> drawOutcomeQuestion(Page& page, Rect& rest,
                                                        std::string_view question);

}  // namespace hallpass
