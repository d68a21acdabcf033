#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace hallpass {

/// From which day a workbook counts its dates.
enum class DateSystem : unsigned char { From1900, From1904 };

/// How one style of a workbook shows numbers, as far as a list needs it.
struct NumberStyle {
  bool isDate = false;
  std::size_t fewestDigits = 1;  ///< 5 for the format "00000".
};

/// The styles of the parsed part styles.xml, by the index that a cell names.
[[nodiscard]] std::vector<NumberStyle> readStyles(pugi::xml_node document);

/// Whether a number format such as "dd/mm/yyyy" or [$-409]d-mmm-yy shows dates.
[[nodiscard]] bool isDateFormat(std::string_view format);

/// A number of a cell as its list means it: dates as "2027-01-28" or "2027-01-28 17:30", whole
/// numbers without point or exponent as far as they are exact (15 digits), others as they stand.
[[nodiscard]] std::string numberText(std::string_view stored, const NumberStyle& style,
                                     DateSystem system);

}  // namespace hallpass
