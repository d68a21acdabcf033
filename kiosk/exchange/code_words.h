#pragma once

#include <string_view>

#include "kiosk/exchange/header_words.h"

namespace hallpass {

/// Headings of a column that holds codes, of whatever type.
[[nodiscard]] const HeaderWords& codeWords();

/// Headings of a column that holds the last day to redeem a code.
[[nodiscard]] const HeaderWords& redeemByWords();

/// Headings of a column that says what became of a code.
[[nodiscard]] const HeaderWords& statusWords();

/// The sentence why a code of that status cannot be handed out, or "" where it can.
[[nodiscard]] std::string_view goneBy(std::string_view status);

}  // namespace hallpass
