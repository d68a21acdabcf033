#include "kiosk/exchange/roster_file.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "kiosk/exchange/cells.h"
#include "kiosk/exchange/csv_writer.h"
#include "kiosk/exchange/roster_columns.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr std::size_t kLongestStudentNumber = 64;
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
  if (name.empty()) return tr("There is no name in this line.");
  if (platform::hasControls(name)) return tr("The name holds a line break or control characters.");
  if (lengthOf(name) > kLongestName) return tr("The name is longer than 200 characters.");
  return {};
}

bool isEmail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos && !hasSpaces(text) &&
         !platform::hasControls(text) && !isDamaged(text) && text.size() <= kLongestEmail;
}

bool isNumber(std::string_view text) {
  return !platform::hasControls(text) && !isDamaged(text) &&
         lengthOf(text) <= kLongestStudentNumber && !isRoundedNumber(text) && !isFormulaError(text);
}

/// What two lines have in common.
enum class Shared : std::uint8_t { Number, Email };

/// Goes through the rows of a table once and gathers their students.
class RosterReader {
 public:
  RosterReader(const Table& table, RosterColumns columns)
      : table_(table), columns_(std::move(columns)) {}

  RosterList run() {
    if (columns_.guessedHeading) {
      note(table_.rows.front().line, tr("Passed over: this line looks like a heading."));
    }
    for (std::size_t i = 0; i + 1 < columns_.firstRow; ++i) {
      note(table_.rows[i].line, tr("Passed over: this line stands above the heading."));
    }
    for (std::size_t i = columns_.firstRow; i < table_.rows.size(); ++i) readRow(table_.rows[i]);
    return std::move(list_);
  }

 private:
  void readRow(const Row& row) {
    RosterEntry entry;
    entry.name = nameOf(row);
    if (columns_.firstRow > 0 && entry.name == nameOf(table_.rows[columns_.firstRow - 1])) {
      return note(row.line, tr("Passed over: this line repeats the heading."));
    }
    const std::string_view reason = rejectedFor(entry.name);
    if (!reason.empty()) {
      ++list_.rejected;
      return note(row.line, std::string(reason));
    }
    entry.email = emailOf(row);
    entry.number = numberOf(row);
    noteLetters(row.line, entry.name);
    keep(row.line, std::move(entry));
  }

  /// Takes `entry` as a new student, or as the one of an earlier line, or not at all.
  void keep(int line, RosterEntry entry) {
    if (const auto same = sameNumber(entry)) return join(line, *same, entry, Shared::Number);
    for (const std::size_t index : sharingEmail(entry)) {
      if (!entry.number.empty() && !list_.entries[index].number.empty()) continue;
      return join(line, index, entry, Shared::Email);
    }
    if (const auto same = sameBareName(entry)) {
      return note(line,
                  filled(tr("The same name stands in line {line} already, and neither line has "
                            "a number or an e-mail: both count as one student. If they are "
                            "two people, give them numbers or e-mails."),
                         {{"line", std::to_string(lines_[*same])}}));
    }
    index(list_.entries.size(), entry);
    list_.entries.push_back(std::move(entry));
    lines_.push_back(line);
  }

  /// `entry` has `what` of an earlier line: under one name it is the same student, of whom both
  /// lines together tell; under two names only a person can say which of them is wrong.
  void join(int line, std::size_t earlier, const RosterEntry& entry, Shared what) {
    RosterEntry& known = list_.entries[earlier];
    const bool number = what == Shared::Number;
    const std::string where = std::to_string(lines_[earlier]);
    if (nameKey(known.name) != nameKey(entry.name)) {
      ++list_.rejected;
      return note(line, filled(number ? tr("The student number stands in line {line} already, with "
                                           "another name. Correct one of them.")
                                      : tr("The e-mail stands in line {line} already, with another "
                                           "name. Correct one of them."),
                               {{"line", where}}));
    }
    if (known.email.empty()) known.email = entry.email;
    if (known.number.empty()) known.number = entry.number;
    index(earlier, known);
    note(line,
         filled(number ? tr("The student number stands in line {line} already, with the same "
                            "name; it counts once.")
                       : tr("The e-mail stands in line {line} already, with the same name; it "
                            "counts once."),
                {{"line", where}}));
  }

  void index(std::size_t at, const RosterEntry& entry) {
    if (!entry.number.empty()) byNumber_.try_emplace(platform::foldForSearch(entry.number), at);
    if (!entry.email.empty()) byEmail_[platform::foldForSearch(entry.email)].insert(at);
    if (isBare(entry)) byBareName_.try_emplace(nameKey(entry.name), at);
  }

  static bool isBare(const RosterEntry& entry) {
    return entry.number.empty() && entry.email.empty();
  }

  [[nodiscard]] std::optional<std::size_t> sameNumber(const RosterEntry& entry) const {
    return entry.number.empty() ? std::nullopt
                                : at(byNumber_, platform::foldForSearch(entry.number));
  }
  [[nodiscard]] std::optional<std::size_t> sameBareName(const RosterEntry& entry) const {
    return isBare(entry) ? at(byBareName_, nameKey(entry.name)) : std::nullopt;
  }
  /// Those of an e-mail, the one of the same name first.
  [[nodiscard]] std::vector<std::size_t> sharingEmail(const RosterEntry& entry) const {
    const auto found = byEmail_.find(platform::foldForSearch(entry.email));
    if (found == byEmail_.end()) return {};
    std::vector<std::size_t> sharing(found->second.begin(), found->second.end());
    std::stable_partition(sharing.begin(), sharing.end(), [&](std::size_t index) {
      return nameKey(list_.entries[index].name) == nameKey(entry.name);
    });
    return sharing;
  }
  using Index = std::map<std::string, std::size_t>;
  static std::optional<std::size_t> at(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] std::string nameOf(const Row& row) const {
    std::string name;
    for (const std::size_t column : columns_.names) {
      const std::string_view part = unguarded(cellAt(row, column));
      if (!name.empty() && !part.empty()) name += ' ';
      name += part;
    }
    return name;
  }

  std::string emailOf(const Row& row) {
    const std::string_view cell = columns_.email ? cellAt(row, *columns_.email) : "";
    if (cell.empty() || isEmail(cell)) return std::string(cell);
    note(row.line, tr("Taken without its e-mail, which is not an address."));
    return {};
  }

  std::string numberOf(const Row& row) {
    const std::string_view cell =
        columns_.number ? unguarded(cellAt(row, *columns_.number)) : std::string_view{};
    if (cell.empty() || isNumber(cell)) return std::string(cell);
    note(row.line, tr("Taken without its student number, which cannot be read."));
    return {};
  }

  void noteLetters(int line, std::string_view name) {
    if (isDamaged(name)) {
      note(line, tr("Letters of the name could not be read. Save the list as UTF-8 or .xlsx and "
                    "import it again."));
    } else if (isTwiceEncoded(name)) {
      note(line,
           tr("Letters of the name look wrong: the list was saved in the wrong encoding before "
              "it came here. Export it again as UTF-8 or .xlsx."));
    }
  }

  void note(int line, std::string what) { list_.notes.push_back({line, std::move(what)}); }

  const Table& table_;
  RosterColumns columns_;
  RosterList list_;
  std::vector<int> lines_;  ///< The line of each entry.
  Index byNumber_;
  Index byBareName_;
  std::map<std::string, std::set<std::size_t>> byEmail_;
};

ListProblem noNameBelow(int line) {
  return {ListRefusal::NoStudents,
          filled(tr("The heading of the names was found in line {line}, but there is no name below "
                    "it. Check that it is the right file, or export the list again with its "
                    "students."),
                 {{"line", std::to_string(line)}})};
}

}  // namespace

platform::Result<RosterList, ListProblem> readRoster(const Table& table) {
  auto columns = findRosterColumns(table);
  if (!columns) return problem(ListRefusal::NoStudents);
  if (columns->firstRow == table.rows.size()) return noNameBelow(table.rows.back().line);
  RosterList list = RosterReader(table, std::move(*columns)).run();
  if (list.entries.empty() && list.rejected == 0) return problem(ListRefusal::NoStudents);
  return list;
}

}  // namespace hallpass
