#pragma once

#include <string_view>

namespace hallpass {

/// What a column of a roster holds.
enum class RosterField : unsigned char {
  None,  ///< Something that a roster does not need.
  WholeName,
  Name,  ///< The whole name, or the half of it that has no column of its own.
  First,
  Last,
  Email,
  Number,
  WeakNumber,  ///< A number of something: the student's, or only the line's.
};

/// What the heading `cell` of a roster means, in English, Finnish, Swedish, German, French,
/// Spanish, Portuguese or Japanese.
[[nodiscard]] RosterField rosterFieldOf(std::string_view cell);

/// Whether the heading `cell` of a family name is of a language that says it first.
[[nodiscard]] bool isFamilyNameFirst(std::string_view cell);

}  // namespace hallpass
