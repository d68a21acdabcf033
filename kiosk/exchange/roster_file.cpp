#include "kiosk/exchange/roster_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "kiosk/exchange/cells.h"
#include "kiosk/exchange/limits.h"
#include "kiosk/exchange/roster_columns.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kLongestNumber = 64;
constexpr std::size_t kLongestEmail = 254;  // RFC 5321, 4.5.3.1.3

/// Whether `text` shows UTF-8 that somebody read as Windows-1252 and saved so: "Ã©" for "é". Such a
/// pair of a capital with a mark and a sign stands in no name.
bool isTwiceEncoded(std::string_view text) {
  constexpr std::u32string_view kLeads = U"\u00C2\u00C3\u00C4\u00C5\u00D0\u00D1";
  constexpr std::u32string_view kSigns =
      U"\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D\u2122\u0161"
      U"\u203A\u0153\u017E\u0178";
  const std::u32string points = platform::toCodePoints(text);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const char32_t next = points[i + 1];
    const bool sign = (next >= 0x80 && next <= 0xBF && next != 0xB7 && next != 0xA0) ||
                      kSigns.find(next) != std::u32string_view::npos;
    if (sign && kLeads.find(points[i]) != std::u32string_view::npos) return true;
  }
  return false;
}

/// Why `name` cannot be a student's, or "".
std::string_view rejectedFor(std::string_view name) {
  if (name.empty()) return "There is no name in this line.";
  if (platform::hasControls(name)) return "The name holds a line break or control characters.";
  if (lengthOf(name) > kLongestName) return "The name is longer than 200 characters.";
  return {};
}

bool isEmail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos && !hasSpaces(text) &&
         !platform::hasControls(text) && !isDamaged(text) && text.size() <= kLongestEmail;
}

bool isNumber(std::string_view text) {
  return !platform::hasControls(text) && !isDamaged(text) && lengthOf(text) <= kLongestNumber &&
         !isRoundedNumber(text) && !isFormulaError(text);
}

/// Goes through the rows of a table once and gathers their students.
class Reader {
 public:
  Reader(const Table& table, RosterColumns columns) : table_(table), columns_(std::move(columns)) {
    list_.fileHash = table.fileHash;
  }

  RosterList run() {
    if (columns_.guessedHeading) {
      note(table_.rows.front().line, "Passed over: this line looks like a heading.");
    }
    for (std::size_t i = 0; i + 1 < columns_.firstRow; ++i) {
      note(table_.rows[i].line, "Passed over: this line stands above the heading.");
    }
    for (std::size_t i = columns_.firstRow; i < table_.rows.size(); ++i) readRow(table_.rows[i]);
    return std::move(list_);
  }

 private:
  void readRow(const Row& row) {
    RosterEntry entry;
    entry.name = nameOf(row);
    if (columns_.firstRow > 0 && entry.name == nameOf(table_.rows[columns_.firstRow - 1])) {
      return note(row.line, "Passed over: this line repeats the heading.");
    }
    const std::string_view reason = rejectedFor(entry.name);
    if (!reason.empty()) {
      ++list_.rejected;
      return note(row.line, std::string(reason));
    }
    entry.email = emailOf(row);
    entry.number = numberOf(row);
    noteLetters(row.line, entry.name);
    noteRepeats(row.line, entry);
    list_.entries.push_back(std::move(entry));
    list_.lines.push_back(row.line);
  }

  [[nodiscard]] std::string nameOf(const Row& row) const {
    std::string name;
    for (const std::size_t column : columns_.names) {
      const std::string_view part = cellAt(row, column);
      if (!name.empty() && !part.empty()) name += ' ';
      name += part;
    }
    return name;
  }

  std::string emailOf(const Row& row) {
    const std::string_view cell = columns_.email ? cellAt(row, *columns_.email) : "";
    if (cell.empty() || isEmail(cell)) return std::string(cell);
    note(row.line, "Taken without its e-mail, which is not an address.");
    return {};
  }

  std::string numberOf(const Row& row) {
    const std::string_view cell = columns_.number ? cellAt(row, *columns_.number) : "";
    if (cell.empty() || isNumber(cell)) return std::string(cell);
    note(row.line, "Taken without its student number, which cannot be read.");
    return {};
  }

  void noteLetters(int line, std::string_view name) {
    if (isDamaged(name)) {
      note(line,
           "Letters of the name could not be read. Save the list as UTF-8 or .xlsx and "
           "import it again.");
    } else if (isTwiceEncoded(name)) {
      note(line,
           "Letters of the name look wrong: the list was saved in the wrong encoding before "
           "it came here. Export it again as UTF-8 or .xlsx.");
    }
  }

  void noteRepeats(int line, const RosterEntry& entry) {
    if (!entry.number.empty())
      noteRepeat(line, "The same student number", "number " + entry.number);
    if (!entry.email.empty()) noteRepeat(line, "The same e-mail", "email " + entry.email);
    if (entry.number.empty() && entry.email.empty()) {
      noteRepeat(line, "The same name, without number or e-mail,", "name " + entry.name);
    }
  }

  void noteRepeat(int line, const std::string& what, const std::string& key) {
    const auto [known, isNew] = lineOf_.try_emplace(platform::foldForSearch(key), line);
    if (isNew) return;
    note(line, what + " stands in line " + std::to_string(known->second) +
                   " already: both count as one student.");
  }

  void note(int line, std::string what) { list_.notes.push_back({line, std::move(what)}); }

  const Table& table_;
  RosterColumns columns_;
  RosterList list_;
  std::map<std::string, int> lineOf_;
};

}  // namespace

platform::Result<RosterList, ListProblem> readRoster(const Table& table) {
  auto columns = findRosterColumns(table);
  if (!columns) return problem(ListRefusal::NoStudents);
  RosterList list = Reader(table, std::move(*columns)).run();
  if (list.entries.empty() && list.rejected == 0) return problem(ListRefusal::NoStudents);
  return list;
}

}  // namespace hallpass
