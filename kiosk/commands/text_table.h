#pragma once

#include <string>
#include <vector>

namespace hallpass {

/// A table for a terminal: columns as wide as their widest cell, two spaces apart. A column whose
/// cells are all numbers stands to the right. Cells are made harmless, each on one line.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> titles);

  /// As many cells as there are titles.
  void add(std::vector<std::string> cells);

  /// Lines that end with "\n", the titles first.
  [[nodiscard]] std::string text() const;

 private:
  [[nodiscard]] bool isNumeric(std::size_t column) const;
  [[nodiscard]] std::size_t width(std::size_t column) const;

  std::vector<std::vector<std::string>> rows_;
};

}  // namespace hallpass
