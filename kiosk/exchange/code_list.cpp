#include "kiosk/exchange/code_list.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "kiosk/exchange/cells.h"
#include "kiosk/exchange/code_cell.h"
#include "kiosk/exchange/code_columns.h"
#include "kiosk/exchange/code_words.h"
#include "kiosk/exchange/limits.h"
#include "kiosk/exchange/list_dates.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr std::int64_t kProgressStep = 1000;

/// Whether `cell` is a piece of writing: words of which one has small letters and no digit.
bool isProse(const std::vector<std::string>& cellWords) {
  return cellWords.size() > 1 &&
         std::any_of(cellWords.begin(), cellWords.end(), [](const std::string& word) {
           return word.find_first_of("0123456789") == std::string::npos &&
                  word.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos;
         });
}

/// Why `cell` cannot be a code, or "".
std::string_view rejectedFor(std::string_view cell, bool shaped, const PassType& type) {
  if (cell.empty()) return tr("There is no code in this line.");
  if (isDamaged(cell)) return tr("The code holds bytes that are no text. Save the list as UTF-8.");
  if (platform::hasControls(cell)) return tr("The code holds control characters.");
  if (platform::hasInvisible(cell)) {
    return tr(
        "The code holds an invisible character, which a copy from a page or a mail puts in. "
        "Take the code from the list as it was sent, or type it.");
  }
  if (lengthOf(cell) > kLongestCode) return tr("The code is longer than 256 characters.");
  if (shaped) return {};
  if (isFormulaError(cell)) return tr("The cell holds the error of a formula instead of a code.");
  if (isRoundedNumber(cell)) {
    return tr(
        "A spreadsheet has rounded this code to a number; its digits are lost. Take the code "
        "from the list as it was sent.");
  }
  if (!hasSpaces(cell)) return {};
  const std::vector<std::string> cellWords = platform::words(cell);
  if (std::any_of(cellWords.begin(), cellWords.end(),
                  [&](const std::string& word) { return type.hasShape(word); })) {
    return tr("The line holds more than a code. Leave only the code in it.");
  }
  if (isProse(cellWords)) return tr("The line holds words, not a code.");
  return {};
}

/// The pieces of a line that holds several codes where most lines hold one: "A1, B2".
std::vector<std::string_view> piecesOf(std::string_view cell) {
  std::vector<std::string_view> pieces;
  for (std::string_view rest = cell; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(",;\t|"), rest.size());
    const std::string_view piece = platform::trim(rest.substr(0, end));
    if (hasSpaces(piece)) return {cell};
    if (!piece.empty()) pieces.push_back(piece);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return pieces.empty() ? std::vector{cell} : pieces;
}

/// Goes through the rows of a table once and gathers their codes.
class CodeReader {
 public:
  CodeReader(const Table& table, const PassType& type, CodeColumns columns, platform::UtcTime now)
      : table_(table), type_(type), columns_(std::move(columns)), now_(now) {
    if (columns_.redeemBy) order_ = dateOrderOf(table.rows, *columns_.redeemBy);
    list_.fileHash = table.fileHash;
    oneColumn_ = widthOf(table.rows) == 1;
  }

  /// False where `progress` stopped it.
  bool run(const Progress& progress) {
    noteRowsAbove();
    const auto total =
        static_cast<std::int64_t>((table_.rows.size() - columns_.firstRow) * columns_.codes.size());
    std::int64_t done = 0;
    for (std::size_t i = columns_.firstRow; i < table_.rows.size(); ++i) {
      for (const std::size_t column : columns_.codes) {
        readCell(table_.rows[i], column);
        if (++done % kProgressStep == 0 && progress && !progress(done, total)) return false;
      }
    }
    return done % kProgressStep == 0 || !progress || progress(done, total);
  }

  [[nodiscard]] CodeList take() { return std::move(list_); }

 private:
  void noteRowsAbove() {
    const std::size_t titles = columns_.guessedHeading || columns_.firstRow == 0
                                   ? columns_.firstRow
                                   : columns_.firstRow - 1;
    for (std::size_t i = 0; i < titles; ++i) {
      note(table_.rows[i].line, columns_.guessedHeading
                                    ? tr("Passed over: this line looks like a heading.")
                                    : tr("Passed over: this line stands above the heading."));
    }
  }

  void readCell(const Row& row, std::size_t column) {
    const std::string_view cell = cellAt(row, column);
    if (cell.empty() && columns_.codes.size() > 1) return;  // A row that is shorter than others.
    if (columns_.firstRow > 0 && cell == cellAt(table_.rows[columns_.firstRow - 1], column)) {
      return note(row.line, tr("Passed over: this line repeats the heading."));
    }
    if (!oneColumn_) return readCode(row, cell);
    for (const std::string_view piece : piecesOf(cell)) readCode(row, piece);
  }

  void readCode(const Row& row, std::string_view written) {
    const std::string_view cell = codeIn(written, type_);
    const bool shaped = isShaped(cell, type_);
    std::string_view reason = rejectedFor(cell, shaped, type_);
    if (reason.empty() && columns_.status) reason = goneFor(cellAt(row, *columns_.status));
    if (!reason.empty()) {
      ++list_.rejected;
      return note(row.line, std::string(reason), LineFate::Rejected);
    }
    std::string identity = type_.identity(cell);
    const auto [known, isNew] = lineOf_.try_emplace(identity, row.line);
    if (!isNew) {
      ++list_.duplicate;
      return note(row.line,
                  filled(tr("The same code stands in line {line} already; it counts once."),
                         {{"line", std::to_string(known->second)}}),
                  LineFate::Duplicate);
    }
    if (!shaped) noteOdd(row.line);
    list_.codes.push_back(
        {row.line, Code(std::string(cell)), std::move(identity), redeemByOf(row)});
  }

  /// goneBy(), asked once for each word: a long list has few.
  std::string_view goneFor(std::string_view status) {
    const auto [known, isNew] = reasonOf_.try_emplace(std::string(status));
    if (isNew) known->second = goneBy(status);
    return known->second;
  }

  void noteOdd(int line) {
    ++list_.odd;
    const char* text = type_.shapeHint.empty()
                           ? tr("Taken, but it does not look like a code of this type. Compare it "
                                "with the list as it was sent.")
                           : tr("Taken, but it does not look like a code of this type ({shape}). "
                                "Compare it with the list as it was sent.");
    note(line, filled(text, {{"shape", tr(type_.shapeHint)}}), LineFate::Odd);
  }

  std::optional<platform::UtcTime> redeemByOf(const Row& row) {
    if (!columns_.redeemBy) return std::nullopt;
    const std::string_view cell = cellAt(row, *columns_.redeemBy);
    if (cell.empty()) return std::nullopt;
    const auto date = parseListDate(cell, order_);
    if (!date) {
      note(row.line, parseListDate(cell, DateOrder::DayFirst)
                         ? tr("Its redeem-by date can be read in two ways; the date of the whole "
                              "import counts. Write dates as 2027-01-28.")
                         : tr("Its redeem-by date cannot be read; the date of the whole import "
                              "counts. Write dates as 2027-01-28."));
      return std::nullopt;
    }
    const platform::UtcTime last = platform::endOfDay(*date);
    if (last < now_) {
      note(row.line, filled(tr("Its redeem-by date {date} is past: it counts as expired and is "
                               "never handed out."),
                            {{"date", platform::toIsoDate(last)}}));
    }
    return last;
  }

  void note(int line, std::string what, LineFate fate = LineFate::Remark) {
    list_.notes.push_back({line, std::move(what), fate});
  }

  const Table& table_;
  const PassType& type_;
  CodeColumns columns_;
  platform::UtcTime now_;
  DateOrder order_ = DateOrder::Unknown;
  bool oneColumn_ = false;
  CodeList list_;
  std::unordered_map<std::string, int> lineOf_;
  std::unordered_map<std::string, std::string_view> reasonOf_;
};

ListProblem noCodes(const PassType& type) {
  const std::string heading = type.codeHeaders.empty() ? "Code" : type.codeHeaders.front();
  const char* text =
      type.shapeHint.empty()
          ? tr("No codes of \"{pass}\" were found: there is no column with a heading such as "
               "\"{heading}\", and none whose cells look like codes. Give the column of the codes "
               "that heading, or list one code a line, and import it again.")
          : tr("No codes of \"{pass}\" were found: there is no column with a heading such as "
               "\"{heading}\", and none whose cells are {shape}. Give the column of the codes that "
               "heading, or list one code a line, and import it again.");
  return {ListRefusal::NoCodes,
          filled(text,
                 {{"pass", tr(type.title)}, {"heading", heading}, {"shape", tr(type.shapeHint)}})};
}

ListProblem noCodeBelow(int line) {
  return {
      ListRefusal::NoCodes,
      filled(tr("The heading of the codes was found in line {line}, but there is no code below "
                "it. Check that it is the right file, or export the list again with its codes."),
             {{"line", std::to_string(line)}})};
}

}  // namespace

platform::Result<CodeList, ListProblem> readCodes(const Table& table, const PassType& type,
                                                  platform::UtcTime now, const Progress& progress) {
  auto columns = findCodeColumns(table, type);
  if (!columns) return noCodes(type);
  if (columns->firstRow == table.rows.size()) return noCodeBelow(table.rows.back().line);
  CodeReader reader(table, type, std::move(*columns), now);
  if (!reader.run(progress)) return problem(ListRefusal::Cancelled);
  CodeList list = reader.take();
  if (list.codes.empty() && list.duplicate == 0 && list.rejected == 0) return noCodes(type);
  return list;
}

}  // namespace hallpass
