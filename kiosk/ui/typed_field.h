#pragma once

#include <string_view>

#include "kiosk/ui/page.h"

namespace hallpass {

/// The line that shows what was typed, with a caret; `placeholder` says what to type.
void drawTypedField(Page& page, const Rect& area, std::string_view typed,
                    std::string_view placeholder);

}  // namespace hallpass
