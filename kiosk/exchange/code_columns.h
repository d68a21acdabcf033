#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "kiosk/domain/pass_type.h"
#include "kiosk/exchange/table.h"

namespace hallpass {

/// Where a code list keeps what.
struct CodeColumns {
  std::vector<std::size_t> codes;       ///< One, or all that a list without header is read across.
  std::optional<std::size_t> redeemBy;  ///< Only under a heading.
  std::optional<std::size_t> status;    ///< Only under a heading.
  std::size_t firstRow = 0;             ///< Of table.rows: the first one after the heading.
  bool guessedHeading = false;          ///< Row firstRow - 1 was passed over for its looks alone.
};

/// Finds the columns of `table` for codes of `type`; see code_list.h for the order of the means.
/// nullopt where no column holds codes.
[[nodiscard]] std::optional<CodeColumns> findCodeColumns(const Table& table, const PassType& type);

}  // namespace hallpass
