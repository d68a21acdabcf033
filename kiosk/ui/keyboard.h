#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// Our own keyboards. Keys are called "key-a", "key-7", "key--", "key-space", "key-backspace",
/// "key-shift", and by name where a key is a mark: "key-dot", "key-at", "key-apostrophe",
/// "key-underscore", "key-colon", "key-slash", "key-ampersand", "key-comma".
enum class Keyboard : std::uint8_t {
  /// With capitals as on real key caps: ten digits, the letters A-Z, space, hyphen and erase. Case
  /// and accents do not matter where it types.
  Search,
  SmallLetters,  ///< For any text: letters, digits, marks, and a key that turns to the capitals.
  Capitals,      ///< The same, the other way round.
  Numbers,       ///< Large digits, and what dates and times need: hyphen, colon, space.
};

/// In the order of common keyboards; in the order of the alphabet on a screen too narrow for ten
/// keys in a row. Answers Act::Type, Erase or Shift.
[[nodiscard]] std::optional<Intent> drawKeyboard(Page& page, const Rect& area,
                                                 Keyboard keyboard = Keyboard::Search);

/// The height in pixels that it needs; its keys are larger where there is room.
[[nodiscard]] float keyboardHeight(const Page& page, Keyboard keyboard = Keyboard::Search);

/// What Window::takeTyped() gave, in the order in which it was typed.
[[nodiscard]] std::vector<Intent> typedIntents(std::u32string_view typed);

}  // namespace hallpass
