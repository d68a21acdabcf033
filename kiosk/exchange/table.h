#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/exchange/list_problem.h"
#include "platform/base/hash.h"
#include "platform/base/result.h"

namespace hallpass {

/// One row of a file that is not blank.
struct Row {
  int line = 0;                    ///< Where it begins in the file, from 1; a sheet's row number.
  std::vector<std::string> cells;  ///< UTF-8, quotes resolved; white space at the ends may stay. A
                                   ///< byte that is no text in the file's encoding is U+FFFD.
};

/// What a file holds, whatever it was written with.
struct Table {
  std::vector<Row> rows;      ///< In the order of the file; never empty.
  platform::Hash fileHash{};  ///< SHA-256 of the file's bytes.
};

/// Reads the content of a file: an .xlsx workbook (its first sheet), or text in UTF-8, UTF-16 or
/// Windows-1252 with the cells parted by comma, semicolon, tab or bar. Which of them it is comes
/// from the content, never from a file name. Refuses with Empty, TooLarge, NotAList, OldWorkbook,
/// NoWorkbook or Damaged.
[[nodiscard]] platform::Result<Table, ListProblem> readTable(std::string_view bytes);

}  // namespace hallpass
