#include "kiosk/exchange/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kSampleRows = 300;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int wholeNumber(std::string_view text) {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? number : -1;
}

}  // namespace

std::string_view cellAt(const Row& row, std::size_t column) {
  return column < row.cells.size() ? platform::trim(row.cells[column]) : std::string_view{};
}

std::span<const Row> sampleFrom(const Table& table, std::size_t firstRow) {
  const std::span<const Row> rows(table.rows);
  return rows.subspan(firstRow, std::min(kSampleRows, rows.size() - firstRow));
}

std::size_t widthOf(std::span<const Row> rows) {
  std::size_t width = 0;
  for (const Row& row : rows) width = std::max(width, row.cells.size());
  return width;
}

std::size_t lengthOf(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

bool hasSpaces(std::string_view text) {
  return text.find_first_of(" \t\r\n") != std::string_view::npos ||
         text.find("\xC2\xA0") != std::string_view::npos;  // no-break space
}

bool isDamaged(std::string_view text) {
  return text.find("\xEF\xBF\xBD") != std::string_view::npos;
}

bool isRoundedNumber(std::string_view text) {
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent == std::string_view::npos || exponent + 2 >= text.size()) return false;
  const std::string_view mantissa = text.substr(0, exponent);
  const std::string_view power = text.substr(exponent + 2);
  const char sign = text[exponent + 1];
  const bool oneDigit = isDigit(mantissa.empty() ? 'x' : mantissa[0]) &&
                        (mantissa.size() == 1 || mantissa[1] == '.' || mantissa[1] == ',');
  return oneDigit && (sign == '+' || sign == '-') &&
         std::all_of(mantissa.begin() + 1, mantissa.end(),
                     [](char c) { return isDigit(c) || c == '.' || c == ','; }) &&
         std::all_of(power.begin(), power.end(), isDigit);
}

bool isFormulaError(std::string_view text) {
  constexpr std::array<std::string_view, 8> kErrors{"#N/A",  "#REF!",  "#VALUE!", "#NAME?",
                                                    "#NUM!", "#NULL!", "#DIV/0!", "#SPILL!"};
  return std::find(kErrors.begin(), kErrors.end(), text) != kErrors.end();
}

bool isRunningNumber(std::span<const Row> rows, std::size_t column) {
  if (rows.size() < 2) return false;
  int expected = wholeNumber(cellAt(rows.front(), column));
  if (expected != 0 && expected != 1) return false;
  return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
    return wholeNumber(cellAt(row, column)) == expected++;
  });
}

bool isUsual(std::span<const Row> rows, std::size_t index, std::size_t column) {
  const std::string_view cell = cellAt(rows[index], column);
  const auto count = std::count_if(rows.begin(), rows.end(),
                                   [&](const Row& row) { return cellAt(row, column) == cell; });
  return static_cast<std::size_t>(count - 1) * 4 > rows.size() - 1;
}

double distinctShare(std::span<const Row> rows, std::size_t column) {
  std::set<std::string_view> different;
  std::size_t count = 0;
  for (const Row& row : rows) {
    const std::string_view cell = cellAt(row, column);
    if (cell.empty()) continue;
    ++count;
    different.insert(cell);
  }
  return count == 0 ? 0 : static_cast<double>(different.size()) / static_cast<double>(count);
}

}  // namespace hallpass
