#include "kiosk/exchange/order_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/exchange/cells.h"
#include "kiosk/exchange/list_dates.h"
#include "kiosk/exchange/order_words.h"
#include "platform/base/text.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr std::size_t kLongestText = 200;  ///< Characters of a title.
constexpr std::size_t kLongestNumber = 64;
constexpr int kMostLicences = 100'000;

constexpr std::array kNeeded{OrderField::Number, OrderField::Date, OrderField::Course,
                             OrderField::Licences};

/// Where a list of orders keeps what.
struct Columns {
  std::array<std::optional<std::size_t>, kOrderFields> at;
  std::size_t firstRow = 0;

  [[nodiscard]] std::optional<std::size_t> of(OrderField field) const {
    return at[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] std::vector<OrderField> missing() const {
    std::vector<OrderField> fields;
    std::copy_if(kNeeded.begin(), kNeeded.end(), std::back_inserter(fields),
                 [&](OrderField field) { return !of(field); });
    return fields;
  }
};

Columns columnsUnder(const Table& table, std::size_t index) {
  Columns columns;
  columns.firstRow = index + 1;
  const Row& heading = table.rows[index];
  for (std::size_t column = 0; column < heading.cells.size(); ++column) {
    const OrderField field = orderFieldOf(heading.cells[column]);
    if (field == OrderField::None) continue;
    auto& place = columns.at[static_cast<std::size_t>(field)];
    if (!place) place = column;
  }
  return columns;
}

/// The heading among the first rows that names most of what is needed; nullopt where none names
/// the orders' numbers and licences, or all but one of what is needed.
std::optional<Columns> findColumns(const Table& table) {
  std::optional<Columns> best;
  for (std::size_t i = 0; i < std::min(kHeadingRows, table.rows.size()); ++i) {
    Columns columns = columnsUnder(table, i);
    const std::size_t missing = columns.missing().size();
    const bool known = columns.of(OrderField::Number) && columns.of(OrderField::Licences);
    if (missing > 1 && !known) continue;
    if (!best || missing < best->missing().size()) best = columns;
  }
  return best;
}

std::optional<int> wholeNumber(std::string_view cell) {
  int number = -1;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  const std::string_view rest(end, static_cast<std::size_t>(cell.data() + cell.size() - end));
  const bool whole = rest.empty() || rest == ".0" || rest == ".00" || rest == ",0" || rest == ",00";
  if (error != std::errc{} || !whole || number < 0 || number > kMostLicences) return std::nullopt;
  return number;
}

/// Why `text` cannot stand for `what`, or "".
std::string mistakeOf(std::string_view text, const char* what, std::size_t longest) {
  const std::string count = std::to_string(longest);
  const auto said = [&](const char* sentence) {
    return filled(sentence, {{"what", what}, {"count", count}});
  };
  // TRANSLATORS: {what} is one of "order number", "course number", "pass title"
  if (text.empty()) return said(tr("There is no {what} in this line."));
  if (isDamaged(text)) {
    return said(tr("The {what} holds bytes that are no text. Save it as UTF-8."));
  }
  if (platform::hasControls(text)) {
    return said(tr("The {what} holds a line break or control characters."));
  }
  if (lengthOf(text) > longest) return said(tr("The {what} is longer than {count} characters."));
  if (isFormulaError(text)) return said(tr("The {what} is the error of a formula."));
  return {};
}

bool sameOrder(const Order& a, const Order& b) {
  return a.date == b.date && a.course == b.course && a.title == b.title &&
         a.licences == b.licences && a.quantity == b.quantity && a.supportsPass == b.supportsPass;
}

/// Goes through the rows of a table once and gathers their orders.
class OrderReader {
 public:
  OrderReader(const Table& table, const Columns& columns) : table_(table), columns_(columns) {
    order_ = dateOrderOf(table.rows, *columns.of(OrderField::Date));
  }

  OrderList run() {
    for (std::size_t i = 0; i + 1 < columns_.firstRow; ++i) {
      note(table_.rows[i].line, tr("Passed over: this line stands above the heading."));
    }
    for (std::size_t i = columns_.firstRow; i < table_.rows.size(); ++i) readRow(table_.rows[i]);
    return std::move(list_);
  }

 private:
  void readRow(const Row& row) {
    if (orderFieldOf(cellOf(row, OrderField::Number)) == OrderField::Number) {
      return note(row.line, tr("Passed over: this line repeats the heading."));
    }
    Order order;
    order.number = cellOf(row, OrderField::Number);
    order.course = cellOf(row, OrderField::Course);
    order.title = cellOf(row, OrderField::Title);
    std::string mistake = readTexts(order);
    if (mistake.empty()) mistake = readDate(row, order);
    if (mistake.empty()) mistake = readCounts(row, order);
    if (!mistake.empty()) return reject(row.line, std::move(mistake));
    readSupport(row, order);
    keep(row.line, std::move(order));
  }

  static std::string readTexts(Order& order) {
    std::string mistake = mistakeOf(order.number, tr("order number"), kLongestNumber);
    if (mistake.empty()) mistake = mistakeOf(order.course, tr("course number"), kLongestNumber);
    if (!mistake.empty() || order.title.empty()) return mistake;
    return mistakeOf(order.title, tr("pass title"), kLongestText);
  }

  std::string readDate(const Row& row, Order& order) const {
    const std::string_view cell = cellOf(row, OrderField::Date);
    const auto date = parseListDate(cell, order_);
    if (date) order.date = *date;
    if (date) return {};
    if (cell.empty()) return tr("There is no order date in this line.");
    return parseListDate(cell, DateOrder::DayFirst)
               ? tr("Its order date can be read in two ways. Write dates as 2026-01-28.")
               : tr("Its order date cannot be read. Write dates as 2026-01-28.");
  }

  std::string readCounts(const Row& row, Order& order) const {
    const auto licences = wholeNumber(cellOf(row, OrderField::Licences));
    if (!licences) return tr("Its licences are no whole number from 0 to 100000.");
    const std::string_view cell = cellOf(row, OrderField::Quantity);
    const auto quantity = cell.empty() ? 0 : wholeNumber(cell);
    if (!quantity) return tr("Its quantity is no whole number from 0 to 100000.");
    order.licences = *licences;
    order.quantity = *quantity;
    if (*quantity <= *licences) return {};
    return filled(
        tr("It has more passes ({passes}) than licenses ({licences}). Correct one of the two."),
        {{"passes", std::to_string(*quantity)}, {"licences", std::to_string(*licences)}});
  }

  void readSupport(const Row& row, Order& order) {
    if (!columns_.of(OrderField::SupportsPass)) return;
    const std::string_view cell = cellOf(row, OrderField::SupportsPass);
    const YesNo answer = yesOrNo(cell);
    order.supportsPass = answer == YesNo::Yes || (cell.empty() && !order.title.empty());
    if (answer != YesNo::Unclear || cell.empty()) return;
    note(row.line,
         tr("Whether its course supports a pass cannot be read; it counts as one that does not. "
            "Write Yes or No."));
  }

  void keep(int line, Order order) {
    if (order.title.empty()) order.title = order.course;
    const auto [known, isNew] =
        byNumber_.try_emplace(platform::foldForSearch(order.number), list_.orders.size());
    if (isNew) {
      list_.orders.push_back(std::move(order));
      return lines_.push_back(line);
    }
    const std::string earlier = std::to_string(lines_[known->second]);
    if (sameOrder(list_.orders[known->second], order)) {
      return note(line, filled(tr("The order number stands in line {line} already, with the same "
                                  "order; it counts once."),
                               {{"line", earlier}}));
    }
    reject(line, filled(tr("The order number stands in line {line} already, with another order. "
                           "Give this line a number of its own, such as \"{example}\"."),
                        {{"line", earlier}, {"example", order.number + "-2"}}));
  }

  [[nodiscard]] std::string_view cellOf(const Row& row, OrderField field) const {
    const auto column = columns_.of(field);
    return column ? cellAt(row, *column) : std::string_view{};
  }

  void reject(int line, std::string why) {
    ++list_.rejected;
    note(line, std::move(why));
  }
  void note(int line, std::string what) { list_.notes.push_back({line, std::move(what)}); }

  const Table& table_;
  const Columns& columns_;
  DateOrder order_ = DateOrder::Unknown;
  OrderList list_;
  std::vector<int> lines_;  ///< The line of each order.
  std::map<std::string, std::size_t> byNumber_;
};

ListProblem lacks(const std::vector<OrderField>& missing) {
  std::string names;
  for (const OrderField field : missing) {
    const std::string next = "\"" + std::string(usualHeading(field)) + "\"";
    if (names.empty()) {
      names = next;
    } else {
      const char* list = field == missing.back() ? tr("{list} and {next}") : tr("{list}, {next}");
      names = filled(list, {{"list", names}, {"next", next}});
    }
  }
  return {ListRefusal::NoOrders,
          filled(tr("The list of orders lacks the heading {names}. Add it above its column, or "
                    "export the list again with all of its columns."),
                 {{"names", names}})};
}

ListProblem noOrderBelow(int line) {
  return {ListRefusal::NoOrders,
          filled(tr("The heading of the orders was found in line {line}, but there is no order "
                    "below it. Check that it is the right file, or export the list again with its "
                    "orders."),
                 {{"line", std::to_string(line)}})};
}

}  // namespace

platform::Result<OrderList, ListProblem> readOrders(const Table& table) {
  const auto columns = findColumns(table);
  if (!columns) return problem(ListRefusal::NoOrders);
  if (const auto missing = columns->missing(); !missing.empty()) return lacks(missing);
  if (columns->firstRow == table.rows.size()) return noOrderBelow(table.rows.back().line);
  return OrderReader(table, *columns).run();
}

}  // namespace hallpass
