#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "kiosk/exchange/table.h"

namespace hallpass {

/// Where a roster keeps what.
struct RosterColumns {
  std::vector<std::size_t> names;  ///< Joined with a space, in this order: one, or first and last.
  std::optional<std::size_t> email;
  std::optional<std::size_t> number;
  std::size_t firstRow = 0;     ///< Of table.rows: the first one after the heading.
  bool guessedHeading = false;  ///< Row 0 was passed over for its looks alone.
};

/// Finds the columns of `table` by their headings (English, Finnish, Swedish, German, French,
/// Spanish, Portuguese, Japanese), else by what their cells look like. nullopt = no names.
[[nodiscard]] std::optional<RosterColumns> findRosterColumns(const Table& table);

}  // namespace hallpass
