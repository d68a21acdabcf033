#include "kiosk/commands/text_table.h"

#include <algorithm>

#include "kiosk/commands/printing.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

std::size_t lengthOf(const std::string& cell) { return platform::toCodePoints(cell).size(); }

bool isNumber(const std::string& cell) { return cell.find_first_not_of("0123456789") == cell.npos; }

}  // namespace

TextTable::TextTable(std::vector<std::string> titles) { rows_.push_back(std::move(titles)); }

void TextTable::add(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = harmlessLine(cell);
  rows_.push_back(std::move(cells));
}

bool TextTable::isNumeric(std::size_t column) const {
  return std::all_of(rows_.begin() + 1, rows_.end(),
                     [&](const auto& row) { return isNumber(row[column]); });
}

std::size_t TextTable::width(std::size_t column) const {
  std::size_t widest = 0;
  for (const auto& row : rows_) widest = std::max(widest, lengthOf(row[column]));
  return widest;
}

std::string TextTable::text() const {
  std::vector<std::string> lines(rows_.size());
  for (std::size_t column = 0; column < rows_.front().size(); ++column) {
    const bool toRight = isNumeric(column);
    const std::size_t widest = width(column);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::string& cell = rows_[row][column];
      const std::string space(widest - lengthOf(cell), ' ');
      lines[row] += (column == 0 ? "" : "  ") + (toRight ? space + cell : cell + space);
    }
  }
  std::string text;
  for (std::string& line : lines) {
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace hallpass
