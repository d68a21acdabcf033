#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/domain/stock.h"
#include "kiosk/exchange/table.h"
#include "platform/base/clock.h"
#include "platform/base/text.h"
#include "tests/fuzz/fuzz.h"

namespace tests {

/// 2026-11-21, the day on which these lists are read.
inline constexpr platform::UtcTime kListsRead{1'795'219'200'000};

/// The lines of the table that a list says something about.
class ToldLines {
 public:
  explicit ToldLines(const hallpass::Table& table) {
    for (const hallpass::Row& row : table.rows) lines_.insert(row.line);
  }

  void tell(int line) {
    must(lines_.count(line) == 1, "what is told is told of a line of the file");
    told_.insert(line);
  }
  void tell(const std::vector<hallpass::LineNote>& notes) {
    for (const hallpass::LineNote& note : notes) {
      must(!note.what.empty(), "a note says something");
      tell(note.line);
    }
  }
  /// How many lines nothing was said of, and nothing taken.
  [[nodiscard]] std::size_t silent() const { return lines_.size() - told_.size(); }
  [[nodiscard]] std::size_t told() const { return told_.size(); }
  [[nodiscard]] std::size_t all() const { return lines_.size(); }

 private:
  std::set<int> lines_;
  std::set<int> told_;
};

/// A table as table.h promises it.
inline void checkTable(const hallpass::Table& table) {
  must(!table.rows.empty(), "a table has rows");
  int before = 0;
  for (const hallpass::Row& row : table.rows) {
    must(row.line > before, "rows stand in the order of their lines");
    before = row.line;
    bool blank = true;
    for (const std::string& cell : row.cells) {
      must(platform::isUtf8(cell), "cells are UTF-8");
      blank = blank && platform::trim(cell).empty();
    }
    must(!blank, "blank rows are left out");
  }
}

/// A refusal that helps.
inline void checkProblem(const hallpass::ListProblem& problem) {
  must(problem.sentence.size() > 10, "a refusal is a sentence");
  must(!hallpass::name(problem.why).empty(), "a refusal has its word");
}

/// What every list keeps of its table, whatever it is a list of.
inline void checkText(std::string_view text, std::size_t mostCharacters) {
  must(platform::isUtf8(text), "what is taken is UTF-8");
  must(!platform::hasControls(text), "what is taken holds no control characters");
  must(platform::toCodePoints(text).size() <= mostCharacters, "what is taken is not too long");
}

}  // namespace tests
