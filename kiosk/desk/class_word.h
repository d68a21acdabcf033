#pragma once

#include <string>

namespace hallpass {

/// The most characters of a class word.
inline constexpr std::size_t kLongestClassWord = 24;

/// A word for the board: one English word of four to six lower-case letters that everybody can
/// spell, picked at random, and never `before`.
[[nodiscard]] std::string newClassWord(const std::string& before);

/// Why `typed` can be no class word, in a sentence; "" = it can. None at all is one.
[[nodiscard]] std::string classWordMistake(const std::string& typed);

}  // namespace hallpass
