#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/ui/intent.h"
#include "kiosk/ui/key_layout.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// What a keyboard is wanted for.
struct Typing {
  Keyboard keyboard = Keyboard::Search;
  std::string_view typed = {};  ///< So far: the first letter of a name is a capital.
  bool kana = false;            ///< What is looked for is written in kana: they come first.
};

/// Draws the keyboard of the language that is set at the bottom of `rest`, and cuts it off with the
/// gap above it. Answers Act::Type or Erase, and Move where a key changed the keyboard alone. A key
/// under a finger shows what it types above the finger, never over what stands above `rest`; erase
/// goes on while it is held. Which page of keys stands, and whether capitals do, the page keeps as
/// long as the screen does.
[[nodiscard]] std::optional<Intent> drawKeyboard(Page& page, Rect& rest, const Typing& typing = {});

/// The same with digits and what dates and times need, in the whole of `area`.
[[nodiscard]] std::optional<Intent> drawNumberKeys(Page& page, const Rect& area);

/// The height in pixels that drawNumberKeys() needs; its keys are larger where there is room.
[[nodiscard]] float numberKeysHeight(const Page& page);

/// Where what `key` types is shown while a finger is on it: above the key, or beside it where it
/// would leave `bounds` at the top.
[[nodiscard]] Rect previewPlace(const Page& page, const Rect& key, const Rect& bounds);

/// What Window::takeTyped() gave, in the order in which it was typed.
[[nodiscard]] std::vector<Intent> typedIntents(std::u32string_view typed);

}  // namespace hallpass
