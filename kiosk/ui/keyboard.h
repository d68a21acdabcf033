#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Our own keyboard, with capitals as on real key caps: ten digits, the letters A-Z, space, hyphen
/// and erase. Case and accents do not matter where it types. In the order of common keyboards; in
/// the order of the alphabet on a screen too narrow for ten keys in a row.
[[nodiscard]] std::optional<Intent> drawKeyboard(Page& page, const Rect& area);

/// The height in pixels that it needs; its keys are larger where there is room.
[[nodiscard]] float keyboardHeight(const Page& page);

/// What Window::takeTyped() gave, in the order in which it was typed.
[[nodiscard]] std::vector<Intent> typedIntents(std::u32string_view typed);

}  // namespace hallpass
