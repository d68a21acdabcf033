#include "kiosk/exchange/code_columns.h"

#include <algorithm>
#include <span>

#include "kiosk/exchange/cells.h"
#include "kiosk/exchange/code_cell.h"
#include "kiosk/exchange/code_words.h"
#include "kiosk/exchange/header_words.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

/// What the cells of one column look like.
struct Looks {
  double shaped = 0;    ///< Share of the cells, blank ones left out, that have the type's shape.
  double codeLike = 0;  ///< Share of those that could be some code.
  std::size_t cells = 0;
  std::size_t anyShaped = 0;
};

Looks looksOf(std::span<const Row> rows, std::size_t column, const PassType& type) {
  Looks looks;
  std::size_t codeLike = 0;
  for (const Row& row : rows) {
    const std::string_view cell = codeIn(cellAt(row, column), type);
    if (cell.empty()) continue;
    ++looks.cells;
    const bool shaped = isShaped(cell, type);
    if (shaped) ++looks.anyShaped;
    if (shaped || isCodeLike(cell)) ++codeLike;
  }
  if (looks.cells == 0) return looks;
  looks.shaped = static_cast<double>(looks.anyShaped) / static_cast<double>(looks.cells);
  looks.codeLike = static_cast<double>(codeLike) / static_cast<double>(looks.cells);
  return looks;
}

std::optional<std::size_t> columnUnder(const std::vector<std::string>& keys,
                                       const HeaderWords& words) {
  for (const std::string& word : words.keys()) {
    if (word.empty()) continue;
    const auto found = std::find(keys.begin(), keys.end(), word);
    if (found != keys.end()) return static_cast<std::size_t>(found - keys.begin());
  }
  return std::nullopt;
}

/// The cells of row `index` as headings; "" for one that is a value of its column.
std::vector<std::string> keysOf(const Table& table, std::size_t index) {
  const Row& row = table.rows[index];
  std::vector<std::string> keys;
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const bool value = isUsual(sampleFrom(table, 0), index, column);
    keys.push_back(value ? "" : headerKey(row.cells[column]));
  }
  return keys;
}

bool anyShaped(const Row& row, const PassType& type) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const std::string& cell) {
    return isShaped(codeIn(platform::trim(cell), type), type);
  });
}

bool hasDigit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// Whether a cell of `row` is no word of a heading: letters with digits among them.
bool holdsCodeLike(const Row& row, const PassType& type) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const std::string& cell) {
    return hasDigit(cell) && isCodeLike(codeIn(platform::trim(cell), type));
  });
}

/// The column under a general heading: where several have one ("Code" of a course beside
/// "Voucher"), the one whose cells have the shape.
std::optional<std::size_t> generalColumn(const std::vector<std::string>& keys,
                                         std::span<const Row> rows, const PassType& type) {
  for (std::size_t column = 0; column < keys.size(); ++column) {
    if (codeWords().has(keys[column]) && looksOf(rows, column, type).shaped >= 0.5) return column;
  }
  return columnUnder(keys, codeWords());
}

/// The columns by the heading in row `index`, or nullopt where it is none.
std::optional<CodeColumns> byHeading(const Table& table, std::size_t index, const PassType& type) {
  const std::vector<std::string> keys = keysOf(table, index);
  CodeColumns columns;
  columns.firstRow = index + 1;
  auto code = columnUnder(keys, HeaderWords(type.codeHeaders));
  if (!code) code = generalColumn(keys, sampleFrom(table, columns.firstRow), type);
  if (code) columns.codes = {*code};
  columns.redeemBy = columnUnder(keys, redeemByWords());
  columns.status = columnUnder(keys, statusWords());
  if (!code && !columns.redeemBy && !columns.status) return std::nullopt;
  return columns;
}

/// Whether a cell is a word for codes. Asked before the shape: a shape as wide as that of coupons
/// ("SUMMER-1") takes the word "Code" as well, and a heading must never be handed out.
bool namesCodes(const std::vector<std::string>& keys, const PassType& type) {
  return columnUnder(keys, HeaderWords(type.codeHeaders)) || columnUnder(keys, codeWords());
}

/// Looks for a heading in the first rows, above which no code may stand.
std::optional<CodeColumns> findHeading(const Table& table, const PassType& type) {
  std::optional<CodeColumns> partial;
  for (std::size_t i = 0; i < std::min(kHeadingRows, table.rows.size()); ++i) {
    if (!namesCodes(keysOf(table, i), type)) {
      if (anyShaped(table.rows[i], type)) break;
      if (holdsCodeLike(table.rows[i], type)) continue;
    }
    auto columns = byHeading(table, i, type);
    if (columns && !columns->codes.empty()) return columns;
    if (columns && !partial) partial = columns;
  }
  return partial;
}

/// Every column whose cells have the shape, when none of them is under a heading: a list that goes
/// on across its lines.
std::vector<std::size_t> shapedColumns(std::span<const Row> rows, const PassType& type) {
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < widthOf(rows); ++column) {
    const Looks looks = looksOf(rows, column, type);
    if (looks.shaped >= 0.5 && distinctShare(rows, column) >= 0.5) columns.push_back(column);
  }
  return columns;
}

/// The one column that looks most like codes of a kind that is not known.
std::vector<std::size_t> codeLikeColumn(std::span<const Row> rows, const PassType& type) {
  std::size_t best = 0;
  double bestShare = 0.499;
  for (std::size_t column = 0; column < widthOf(rows); ++column) {
    if (isRunningNumber(rows, column) || distinctShare(rows, column) < 0.5) continue;
    const double share = looksOf(rows, column, type).codeLike;
    if (share > bestShare) {
      best = column;
      bestShare = share;
    }
  }
  if (bestShare < 0.5) return {};
  return {best};
}

/// All cells of a single line, where most of them look like codes.
std::vector<std::size_t> acrossOneLine(const Row& row, const PassType& type) {
  const auto fits = [&](const std::string& cell) {
    const std::string_view code = codeIn(platform::trim(cell), type);
    return isShaped(code, type) || isCodeLike(code);
  };
  const auto good = std::count_if(row.cells.begin(), row.cells.end(), fits);
  if (static_cast<std::size_t>(good) * 2 < row.cells.size()) return {};
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < row.cells.size(); ++i) columns.push_back(i);
  return columns;
}

std::vector<std::size_t> byLooks(const Table& table, std::size_t firstRow, const PassType& type) {
  const std::span<const Row> rows = sampleFrom(table, firstRow);
  if (rows.empty()) return {};
  if (table.rows.size() == 1) return acrossOneLine(rows.front(), type);
  if (auto shaped = shapedColumns(rows, type); !shaped.empty()) return shaped;
  if (widthOf(rows) == 1 && looksOf(rows, 0, type).anyShaped > 0) return {0};
  // Beside other columns, "code-like" is an order number as easily as a code: only a heading tells.
  if (widthOf(rows) > 1 && !type.shapes.empty()) return {};
  return codeLikeColumn(rows, type);
}

/// Whether the first row is a heading in words that are not known: words where nearly all other
/// rows have codes.
bool looksLikeHeading(const Table& table, std::size_t column, const PassType& type) {
  if (table.rows.size() < 2) return false;
  const std::string_view first = codeIn(cellAt(table.rows.front(), column), type);
  if (isShaped(first, type) || hasDigit(first)) return false;
  const auto rest = sampleFrom(table, 1);
  const Looks looks = looksOf(rest, column, type);
  const auto digits = std::count_if(rest.begin(), rest.end(),
                                    [&](const Row& row) { return hasDigit(cellAt(row, column)); });
  return looks.codeLike >= 0.5 && static_cast<std::size_t>(digits) * 10 >= rest.size() * 9;
}

}  // namespace

std::optional<CodeColumns> findCodeColumns(const Table& table, const PassType& type) {
  CodeColumns columns = findHeading(table, type).value_or(CodeColumns{});
  if (!columns.codes.empty()) return columns;
  columns.codes = byLooks(table, columns.firstRow, type);
  if (columns.codes.empty()) return std::nullopt;
  if (columns.firstRow > 0) {
    columns.codes.resize(1);  // Under a heading one column holds the codes.
  } else if (looksLikeHeading(table, columns.codes.front(), type)) {
    columns.codes.resize(1);
    columns.firstRow = 1;
    columns.guessedHeading = true;
  }
  return columns;
}

}  // namespace hallpass
