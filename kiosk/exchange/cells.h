#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "kiosk/exchange/table.h"

namespace hallpass {

/// What stands in `column` of `row` without the white space and invisible characters around it; ""
/// where the row is shorter.
[[nodiscard]] std::string_view cellAt(const Row& row, std::size_t column);

/// How many of the first rows may be titles above a heading, and the heading itself.
inline constexpr std::size_t kHeadingRows = 10;

/// The rows from `firstRow` on by which the columns are judged: 300, or as many as there are.
[[nodiscard]] std::span<const Row> sampleFrom(const Table& table, std::size_t firstRow);

/// The cells of the longest row.
[[nodiscard]] std::size_t widthOf(std::span<const Row> rows);

/// The characters (code points) of UTF-8 `text`.
[[nodiscard]] std::size_t lengthOf(std::string_view text);

/// Whether white space stands inside `text`.
[[nodiscard]] bool hasSpaces(std::string_view text);

/// Whether `text` holds U+FFFD: a byte of the file that was no text in its encoding.
[[nodiscard]] bool isDamaged(std::string_view text);

/// Whether a spreadsheet has rounded a long number to `text`: "1.23E+17". Its digits are lost.
[[nodiscard]] bool isRoundedNumber(std::string_view text);

/// Whether `text` is the error of a formula: "#N/A", "#REF!".
[[nodiscard]] bool isFormulaError(std::string_view text);

/// Whether the cells of `column` count 1, 2, 3 (or 0, 1, 2) down the rows: a line number, which is
/// nobody's own. False for fewer than two rows.
[[nodiscard]] bool isRunningNumber(std::span<const Row> rows, std::size_t column);

/// Whether more than a quarter of the other rows have in `column` what row `index` has there: then
/// it is a value, and no heading of the column.
[[nodiscard]] bool isUsual(std::span<const Row> rows, std::size_t index, std::size_t column);

/// The share of the cells of `column`, blank ones left out, that are different from one another: 1
/// where no two are the same.
[[nodiscard]] double distinctShare(std::span<const Row> rows, std::size_t column);

}  // namespace hallpass
