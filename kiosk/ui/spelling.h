#pragma once

#include <string>
#include <string_view>

namespace hallpass {

/// `code` as it is said: each letter by its word of the language's spelling alphabet ("Alfa"), each
/// digit by itself, a pause after each group. Where a code has small letters too, "capital" stands
/// before each that is none.
[[nodiscard]] std::string spelt(std::string_view code);

/// The word for one typed character: a letter or a digit is itself, a mark is named ("at sign").
[[nodiscard]] std::string spokenMark(std::string_view character);

}  // namespace hallpass
