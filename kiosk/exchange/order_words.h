#pragma once

#include <cstddef>
#include <string_view>

namespace hallpass {

/// What a column of a list of orders holds.
enum class OrderField : unsigned char {
  Number,
  Date,
  Course,
  Title,
  Licences,
  Quantity,
  SupportsPass,
  None,  ///< Something that is not needed.
};
inline constexpr std::size_t kOrderFields = 7;

/// What the heading `cell` of a list of orders means, in English, German, French, Spanish,
/// Portuguese, Finnish, Swedish or Japanese.
[[nodiscard]] OrderField orderFieldOf(std::string_view cell);

/// The heading that the marketplace itself gives `field`: "Order Number".
[[nodiscard]] std::string_view usualHeading(OrderField field);

/// What a cell says to a question of yes or no.
enum class YesNo : unsigned char { Yes, No, Unclear };

/// "Yes", "no", "1", "ja", "non" ...: Unclear for anything else, and for nothing at all.
[[nodiscard]] YesNo yesOrNo(std::string_view cell);

}  // namespace hallpass
