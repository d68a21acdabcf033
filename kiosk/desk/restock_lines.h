#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "kiosk/desk/intake.h"
#include "kiosk/desk/lines_page.h"

namespace hallpass {

/// What the lines of a list are sorted into before anything is stored.
enum class IntakePart : std::uint8_t {
  New,        ///< Will be in stock.
  Duplicate,  ///< Stood earlier in the list.
  InStock,    ///< Came in before.
  Odd,        ///< New or not, of an unusual shape.
  Rejected,   ///< Not taken.
  Remark,     ///< Passed over, or worth a look.
};

inline constexpr std::array kIntakeParts{IntakePart::New,      IntakePart::Duplicate,
                                         IntakePart::InStock,  IntakePart::Odd,
                                         IntakePart::Rejected, IntakePart::Remark};

/// "duplicate", "Duplicates": for a button that opens them.
[[nodiscard]] std::string_view id(IntakePart part);
[[nodiscard]] std::string_view label(IntakePart part);

/// "duplicate": what stands beside the number.
[[nodiscard]] std::string_view title(IntakePart part);

[[nodiscard]] std::int64_t countOf(const Intake& intake, IntakePart part);

/// The lines themselves, for the screen "restock-lines". Codes are masked.
[[nodiscard]] Lines linesOf(const Intake& intake, IntakePart part);

}  // namespace hallpass
