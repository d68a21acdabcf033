#pragma once

#include <functional>
#include <string_view>

namespace platform {

/// Letters of dots that are part of the program: for a picture that must come when fonts, textures
/// and files cannot be trusted. Capitals, digits, some punctuation, the kana of one sentence, and a
/// bell (U+1F514). Any other character is a full box.

/// The height of a line in dots; the capitals stand on its lowest row and are 7 dots high.
inline constexpr int kPlainHeight = 9;

/// The dots that `text` (UTF-8) is wide, and high: kPlainHeight, or more with a bell.
[[nodiscard]] int plainWidth(std::string_view text);
[[nodiscard]] int plainHeight(std::string_view text);

/// Whether every character of `text` is one of the letters.
[[nodiscard]] bool isPlain(std::string_view text);

/// Calls `dot` with the column and row of each dot of `text`, from (0, 0) at the top left.
void drawPlain(std::string_view text, const std::function<void(int, int)>& dot);

}  // namespace platform
