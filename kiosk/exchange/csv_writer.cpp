#include "kiosk/exchange/csv_writer.h"

#include <algorithm>

#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool beginsFormula(std::string_view visible) {
  // U+FF1D, U+FF0B, U+FF0D, U+FF20 are the wide forms, U+FE66, U+FE62, U+FE63, U+FE6B the small.
  constexpr std::u32string_view kSigns =
      U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";
  constexpr std::size_t kLongestPoint = 4;
  const std::u32string points = platform::toCodePoints(visible.substr(0, kLongestPoint));
  return !points.empty() && kSigns.find(points.front()) != std::u32string_view::npos;
}

/// Whether `cell`, without the apostrophes before it, could be taken for a formula.
bool needsGuard(std::string_view cell) {
  cell.remove_prefix(std::min(cell.find_first_not_of('\''), cell.size()));
  if (cell.empty()) return false;
  constexpr std::string_view kEnds = "\t\r\n";
  return kEnds.find(cell.front()) != std::string_view::npos || beginsFormula(platform::trim(cell));
}

void appendCell(std::string& bytes, std::string_view cell) {
  bytes += '"';
  for (const char c : guarded(platform::toUtf8(platform::toCodePoints(cell)))) {
    bytes += c;
    if (c == '"') bytes += c;
  }
  bytes += '"';
}

}  // namespace

std::string guarded(std::string_view cell) {
  return (needsGuard(cell) ? "'" : "") + std::string(cell);
}

std::string_view unguarded(std::string_view cell) {
  const bool guard = !cell.empty() && cell.front() == '\'' && needsGuard(cell);
  return guard ? cell.substr(1) : cell;
}

std::string writeCsv(std::span<const std::vector<std::string>> rows) {
  std::string bytes(kByteOrderMark);
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column > 0) bytes += ',';
      appendCell(bytes, row[column]);
    }
    bytes += "\r\n";
  }
  return bytes;
}

}  // namespace hallpass
