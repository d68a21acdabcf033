#pragma once

#include <string_view>

#include "kiosk/domain/pass_type.h"

namespace hallpass {

/// The code in `cell`, which has no white space at its ends: without one pair of quotes of any kind
/// around it, or what spreadsheets put before a text: ="CODE", '=CODE' and the apostrophe of 'CODE.
/// A cell that has the type's shape as it stands is left so. Never changes the code itself.
[[nodiscard]] std::string_view codeIn(std::string_view cell, const PassType& type);

/// Whether `code`, as codeIn() gives it, is short enough for a code and has the type's shape.
[[nodiscard]] bool isShaped(std::string_view code, const PassType& type);

/// Whether `cell` could be a code of some kind: one word of letters and digits with few signs, not
/// a date and not an e-mail.
[[nodiscard]] bool isCodeLike(std::string_view cell);

}  // namespace hallpass
