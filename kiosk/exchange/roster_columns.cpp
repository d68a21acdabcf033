#include "kiosk/exchange/roster_columns.h"

#include <algorithm>
#include <span>

#include "kiosk/exchange/cells.h"
#include "kiosk/exchange/list_dates.h"
#include "kiosk/exchange/roster_words.h"

namespace hallpass {
namespace {

std::optional<std::size_t> firstOf(const std::vector<RosterField>& fields, RosterField wanted) {
  const auto found = std::find(fields.begin(), fields.end(), wanted);
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - fields.begin());
}

/// The name's columns: the whole name, else both halves in the order in which they are spoken.
std::vector<std::size_t> namesOf(const std::vector<RosterField>& fields, const Row& heading) {
  if (const auto whole = firstOf(fields, RosterField::WholeName)) return {*whole};
  const auto name = firstOf(fields, RosterField::Name);
  auto first = firstOf(fields, RosterField::First);
  auto last = firstOf(fields, RosterField::Last);
  if (first && last) {
    return isFamilyNameFirst(heading.cells[*last]) ? std::vector{*last, *first}
                                                   : std::vector{*first, *last};
  }
  if (name && last) return {*name, *last};
  if (name && first) return {*first, *name};
  for (const auto& only : {name, first, last}) {
    if (only) return {*only};
  }
  return {};
}

std::optional<RosterColumns> byHeading(const Table& table, std::size_t index) {
  const Row& heading = table.rows[index];
  std::vector<RosterField> fields;
  const std::span<const Row> below = sampleFrom(table, index + 1);
  for (std::size_t column = 0; column < heading.cells.size(); ++column) {
    const std::string& cell = heading.cells[column];
    if (cell.find('@') != std::string::npos) return std::nullopt;
    const RosterField field = rosterFieldOf(cell);
    const bool repeats = field != RosterField::None && isUsual(sampleFrom(table, 0), index, column);
    fields.push_back(repeats ? RosterField::None : field);
  }
  RosterColumns columns;
  columns.firstRow = index + 1;
  columns.names = namesOf(fields, heading);
  columns.email = firstOf(fields, RosterField::Email);
  columns.number = firstOf(fields, RosterField::Number);
  const auto weak = firstOf(fields, RosterField::WeakNumber);
  if (!columns.number && weak && !isRunningNumber(below, *weak)) {
    columns.number = weak;
  }
  const auto known = std::count_if(fields.begin(), fields.end(),
                                   [](RosterField field) { return field != RosterField::None; });
  if (columns.names.empty() && known < 2 && !columns.email) return std::nullopt;
  return columns;
}

bool isWordLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool isAsciiDigit(char c) { return c >= '0' && c <= '9'; }

bool looksLikeEmail(std::string_view cell) { return cell.find('@') != std::string_view::npos; }

bool looksLikeNumber(std::string_view cell) {
  const auto digits = std::count_if(cell.begin(), cell.end(), isAsciiDigit);
  return !hasSpaces(cell) && !looksLikeEmail(cell) &&
         static_cast<std::size_t>(digits) * 2 >= cell.size();
}

bool looksLikeName(std::string_view cell) {
  if (cell.find_first_of(":/=") != std::string_view::npos) return false;
  return std::any_of(cell.begin(), cell.end(), isWordLetter) && !looksLikeEmail(cell) &&
         !looksLikeNumber(cell) && std::none_of(cell.begin(), cell.end(), isAsciiDigit);
}

/// The share of the cells of `column`, blank ones left out, that `looks` says yes to.
double shareOf(std::span<const Row> rows, std::size_t column, bool (*looks)(std::string_view)) {
  std::size_t count = 0;
  std::size_t good = 0;
  for (const Row& row : rows) {
    const std::string_view cell = cellAt(row, column);
    if (cell.empty()) continue;
    ++count;
    if (looks(cell)) ++good;
  }
  return count == 0 ? 0 : static_cast<double>(good) / static_cast<double>(count);
}

bool isNumberColumn(std::span<const Row> rows, std::size_t column) {
  return shareOf(rows, column, looksLikeNumber) >= 0.5 && distinctShare(rows, column) >= 0.9 &&
         !isRunningNumber(rows, column) &&
         shareOf(rows, column, [](std::string_view cell) {
           return parseListDate(cell, DateOrder::DayFirst).has_value();
         }) < 0.5;
}

/// One word a cell, mostly: half a name.
bool isOneWordColumn(std::span<const Row> rows, std::size_t column) {
  return shareOf(rows, column, [](std::string_view cell) { return !hasSpaces(cell); }) >= 0.7;
}

/// The columns of names where no heading tells: the one whose cells differ most, or two halves side
/// by side.
std::vector<std::size_t> namesByLooks(std::span<const Row> rows, const RosterColumns& taken) {
  std::vector<std::size_t> found;
  for (std::size_t column = 0; column < widthOf(rows); ++column) {
    if (taken.email == column || taken.number == column) continue;
    const bool differ = rows.size() < 4 || distinctShare(rows, column) >= 0.5;
    if (differ && shareOf(rows, column, looksLikeName) >= 0.5) found.push_back(column);
  }
  if (found.size() == 2 && found[1] == found[0] + 1 && isOneWordColumn(rows, found[0]) &&
      isOneWordColumn(rows, found[1])) {
    return found;
  }
  const auto best = std::max_element(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
    return distinctShare(rows, a) + 0.05 < distinctShare(rows, b);
  });
  if (best == found.end()) return {};
  return {*best};
}

/// Fills in what the heading of `columns`, where there is one, did not tell.
void completeByLooks(const Table& table, RosterColumns& columns) {
  const std::span<const Row> rows = sampleFrom(table, columns.firstRow);
  for (std::size_t column = 0; column < widthOf(rows); ++column) {
    const bool isName =
        std::find(columns.names.begin(), columns.names.end(), column) != columns.names.end();
    if (isName) continue;
    if (!columns.email && shareOf(rows, column, looksLikeEmail) >= 0.5) {
      columns.email = column;
    } else if (columns.firstRow == 0 && !columns.number && isNumberColumn(rows, column)) {
      columns.number = column;
    }
  }
  if (columns.names.empty()) columns.names = namesByLooks(rows, columns);
}

/// The heading among the first rows that names the names, else one that names an e-mail; without
/// either, columns without anything.
RosterColumns findHeading(const Table& table) {
  std::optional<RosterColumns> withoutNames;
  for (std::size_t i = 0; i < std::min(kHeadingRows, table.rows.size()); ++i) {
    auto found = byHeading(table, i);
    if (found && !found->names.empty()) return *found;
    if (found && !withoutNames) withoutNames = found;
  }
  return withoutNames.value_or(RosterColumns{});
}

/// Whether the first row is a heading in words that are not known: no address and no digit where
/// every other row has one.
bool looksLikeHeading(const Table& table, const RosterColumns& columns) {
  const std::span<const Row> rest = sampleFrom(table, 1);
  if (rest.empty()) return false;
  const auto stands = [&](std::size_t column, const char* signs) {
    const auto has = [&](const Row& row) {
      const std::string_view cell = cellAt(row, column);
      return cell.empty() || cell.find_first_of(signs) != std::string_view::npos;
    };
    return !has(table.rows.front()) && std::all_of(rest.begin(), rest.end(), has);
  };
  return (columns.email && stands(*columns.email, "@")) ||
         (columns.number && stands(*columns.number, "0123456789"));
}

}  // namespace

std::optional<RosterColumns> findRosterColumns(const Table& table) {
  RosterColumns columns = findHeading(table);
  completeByLooks(table, columns);
  if (columns.names.empty()) return std::nullopt;
  if (columns.firstRow == 0 && looksLikeHeading(table, columns)) {
    columns.firstRow = 1;
    columns.guessedHeading = true;
  }
  return columns;
}

}  // namespace hallpass
