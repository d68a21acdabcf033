#include "kiosk/exchange/delimited.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "kiosk/exchange/limits.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::array<char, 4> kSeparators{'\t', ';', ',', '|'};  // Rarest inside a cell first.
// Two bytes that stand in no UTF-8 text.
constexpr char kNone = '\xFE';     ///< As separator: each line is one cell.
constexpr char kNoQuote = '\xFF';  ///< As quote: quotes are letters like others.
constexpr std::size_t kJudgedRows = 200;
constexpr std::size_t kSampleBytes = std::size_t{256} * 1024;
constexpr int kMostLinesOfRow = 100;  ///< More are a quote that nobody closed.

/// One physical line with its end, off the front of `rest`.
std::string_view takeLine(std::string_view& rest) {
  std::size_t end = rest.find_first_of("\r\n");
  if (end == std::string_view::npos) {
    end = rest.size();
  } else {
    end += rest.substr(end, 2) == "\r\n" ? 2 : 1;
  }
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end);
  return line;
}

bool isLineEnd(char c) { return c == '\r' || c == '\n'; }

/// A row over the limit is not blank, whatever was kept of it: it must be refused.
bool isBlank(const Row& row) {
  return row.cells.size() <= kMostCells &&
         std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return platform::trim(cell).empty(); });
}

/// libcsv, and the cells of the row that it is in.
class Parser {
 public:
  enum class Quotes : unsigned char { Resolved, Literal };

  Parser(char separator, Quotes quotes) {
    ::csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    ::csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    if (quotes == Quotes::Literal) ::csv_set_quote(&parser_, static_cast<unsigned char>(kNoQuote));
  }
  ~Parser() { ::csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Takes one line with its end; false where its quotes are not as they should be.
  bool take(std::string_view line) {
    return ::csv_parse(&parser_, line.data(), line.size(), &onCell, &onRowEnd, this) == line.size();
  }
  /// The text ends here; false where a quote is still open.
  bool finish() { return ::csv_fini(&parser_, &onCell, &onRowEnd, this) == 0; }

  [[nodiscard]] bool rowEnded() const { return rowEnded_; }
  [[nodiscard]] std::vector<std::string> takeCells() {
    rowEnded_ = false;
    return std::exchange(cells_, {});
  }

 private:
  static void onCell(void* text, std::size_t size, void* self) {
    auto& cells = static_cast<Parser*>(self)->cells_;
    if (cells.size() <= kMostCells) cells.emplace_back(static_cast<const char*>(text), size);
  }
  static void onRowEnd(int /*end*/, void* self) { static_cast<Parser*>(self)->rowEnded_ = true; }

  csv_parser parser_{};
  std::vector<std::string> cells_;
  bool rowEnded_ = false;
};

/// Reads rows off the front of a text.
class Rows {
 public:
  Rows(std::string_view text, char separator, int firstLine)
      : rest_(text), separator_(separator), line_(firstLine) {}

  /// The next row that is not blank, or nullopt at the end.
  std::optional<Row> next() {
    while (!rest_.empty()) {
      Row row = takeRow();
      if (!isBlank(row)) return row;
    }
    return std::nullopt;
  }

 private:
  Row takeRow() {
    const std::string_view start = rest_;
    const int line = line_;
    if (auto cells = takeQuoted()) return {line, std::move(*cells)};
    rest_ = start;
    const std::string_view alone = takeLine(rest_);
    line_ = line + 1;
    Parser literal(separator_, Parser::Quotes::Literal);
    literal.take(alone);
    literal.finish();
    return {line, literal.takeCells()};
  }

  /// The cells of the row that begins here, over as many lines as its quotes reach; nullopt where
  /// they are broken. A blank line has none.
  std::optional<std::vector<std::string>> takeQuoted() {
    Parser parser(separator_, Parser::Quotes::Resolved);
    for (int lines = 0; lines < kMostLinesOfRow && !rest_.empty(); ++lines) {
      const std::string_view line = takeLine(rest_);
      ++line_;
      if (!parser.take(line)) return std::nullopt;
      if (parser.rowEnded()) return parser.takeCells();
      if (rest_.empty() || (lines == 0 && line.find('"') == std::string_view::npos)) {
        if (!parser.finish()) return std::nullopt;
        return parser.takeCells();
      }
    }
    return std::nullopt;
  }

  std::string_view rest_;
  char separator_;
  int line_;
};

struct Fit {
  double share = 0;  ///< Of the rows that have `width` cells.
  std::size_t width = 0;
};

/// How well rows agree when `separator` parts their cells; a width of 1 is no agreement.
Fit fitOf(std::string_view sample, char separator) {
  Rows rows(sample, separator, 1);
  std::map<std::size_t, std::size_t> widths;
  std::size_t count = 0;
  for (auto row = rows.next(); row && count < kJudgedRows; row = rows.next()) {
    ++count;
    if (row->cells.size() > 1) ++widths[row->cells.size()];
  }
  Fit best;
  for (const auto& [width, often] : widths) {
    const double share = static_cast<double>(often) / static_cast<double>(count);
    if (share >= best.share) best = {share, width};
  }
  return best;
}

char findSeparator(std::string_view text) {
  const std::string_view sample = text.substr(0, kSampleBytes);
  char best = kNone;
  Fit bestFit{0.499, 1};
  for (const char separator : kSeparators) {
    const Fit fit = fitOf(sample, separator);
    const bool closer = fit.share > bestFit.share + 0.05;
    const bool wider = fit.share > bestFit.share - 0.05 && fit.width > bestFit.width;
    if (fit.share >= 0.5 && (closer || wider)) {
      best = separator;
      bestFit = fit;
    }
  }
  return best;
}

/// The separator that a first line "sep=;" names, the line taken off `text`.
std::optional<char> takeSeparatorLine(std::string_view& text) {
  std::string_view rest = text;
  std::string_view line = takeLine(rest);
  while (!line.empty() && isLineEnd(line.back())) line.remove_suffix(1);
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"') {
    line = line.substr(1, line.size() - 2);
  }
  if (line.size() != 5 || platform::foldForSearch(line.substr(0, 4)) != "sep=") return std::nullopt;
  text = rest;
  return line.back();
}

}  // namespace

std::optional<std::vector<Row>> readDelimited(std::string_view text) {
  const auto named = takeSeparatorLine(text);
  Rows rows(text, named ? *named : findSeparator(text), named ? 2 : 1);
  std::vector<Row> read;
  std::size_t cells = 0;
  for (auto row = rows.next(); row; row = rows.next()) {
    cells += row->cells.size();
    if (cells > kMostCells) return std::nullopt;
    read.push_back(std::move(*row));
  }
  return read;
}

}  // namespace hallpass
