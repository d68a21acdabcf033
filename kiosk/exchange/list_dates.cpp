#include "kiosk/exchange/list_dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/exchange/cells.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kLongestDate = 60;

struct Number {
  int value = 0;
  std::size_t digits = 0;
  std::size_t end = 0;  ///< Where it ends in the text.
};

/// The parts of a date: its first three numbers, and the month where a word names it.
struct Parts {
  std::array<Number, 3> numbers;
  std::size_t count = 0;
  int month = 0;
  char mark = ' ';  ///< What stands after the first number.
};

bool isDateDigit(char c) { return c >= '0' && c <= '9'; }
bool isDateLetter(char c) { return c >= 'a' && c <= 'z'; }

int monthOf(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.substr(0, 3) == kMonths[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

Number takeNumber(std::string_view text, std::size_t start) {
  Number number;
  std::size_t i = start;
  for (; i < text.size() && isDateDigit(text[i]); ++i) {
    if (number.digits < 9) number.value = number.value * 10 + (text[i] - '0');
    ++number.digits;
  }
  number.end = i;
  return number;
}

Parts partsOf(std::string_view text) {
  Parts parts;
  for (std::size_t i = 0; i < text.size() && parts.count < 3;) {
    if (isDateDigit(text[i])) {
      const Number number = takeNumber(text, i);
      parts.numbers[parts.count++] = number;
      i = number.end;
      if (parts.count == 1 && i < text.size()) parts.mark = text[i];
    } else if (isDateLetter(text[i])) {
      const auto* end = std::find_if_not(text.begin() + i, text.end(), isDateLetter);
      const auto length = static_cast<std::size_t>(end - (text.begin() + i));
      if (parts.month == 0) parts.month = monthOf(text.substr(i, length));
      i += length;
    } else {
      ++i;
    }
  }
  return parts;
}

std::optional<platform::UtcTime> dateOf(const Number& year, int month, int day) {
  if ((year.digits != 4 && year.digits != 2) || month > 99 || day > 99) return std::nullopt;
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const int fullYear = year.digits == 2 ? 2000 + year.value : year.value;
  return platform::parseIsoTime(std::to_string(fullYear) + "-" + two(month) + "-" + two(day));
}

bool isYear(const Number& number) { return number.digits == 4; }
bool isShort(const Number& number) { return number.digits <= 2; }

/// `text` with small letters; the full folding, which costs, only where it is not ASCII.
std::string lowered(std::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return platform::foldForSearch(text);
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// Whether day and month are the first two numbers, in an order that only the column can tell.
bool isNumericWithYearLast(const Parts& parts) {
  return parts.count == 3 && parts.month == 0 && isShort(parts.numbers[0]) &&
         isShort(parts.numbers[1]) && (isYear(parts.numbers[2]) || isShort(parts.numbers[2]));
}

std::optional<platform::UtcTime> yearLast(const Parts& parts, DateOrder order) {
  const Number& year = parts.numbers[2];
  const int first = parts.numbers[0].value;
  const int second = parts.numbers[1].value;
  if (parts.mark == '.' || first > 12) order = DateOrder::DayFirst;
  if (parts.mark != '.' && second > 12) order = DateOrder::MonthFirst;
  if (first == second) order = DateOrder::DayFirst;
  if (order == DateOrder::Unknown) return std::nullopt;
  return order == DateOrder::DayFirst ? dateOf(year, second, first) : dateOf(year, first, second);
}

std::optional<platform::UtcTime> withMonthName(const Parts& parts) {
  if (parts.count < 2) return std::nullopt;
  const bool yearBefore = isYear(parts.numbers[0]);
  const Number& year = parts.numbers[yearBefore ? 0 : 1];
  const Number& day = parts.numbers[yearBefore ? 1 : 0];
  return isShort(day) ? dateOf(year, parts.month, day.value) : std::nullopt;
}

std::optional<platform::UtcTime> compact(const Number& number) {
  if (number.digits != 8) return std::nullopt;
  return dateOf({number.value / 10000, 4, 0}, number.value / 100 % 100, number.value % 100);
}

}  // namespace

DateOrder dateOrderOf(std::span<const Row> rows, std::size_t column) {
  bool dayFirst = false;
  bool monthFirst = false;
  for (const Row& row : rows) {
    const std::string_view cell = cellAt(row, column);
    if (cell.size() > kLongestDate) continue;
    const Parts parts = partsOf(lowered(cell));
    if (!isNumericWithYearLast(parts) || parts.mark == '.') continue;
    dayFirst = dayFirst || parts.numbers[0].value > 12;
    monthFirst = monthFirst || parts.numbers[1].value > 12;
  }
  if (dayFirst == monthFirst) return DateOrder::Unknown;
  return dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

std::optional<platform::UtcTime> parseListDate(std::string_view text, DateOrder order) {
  if (text.size() > kLongestDate) return std::nullopt;
  const Parts parts = partsOf(lowered(text));
  if (parts.count == 0) return std::nullopt;
  if (parts.month != 0) return withMonthName(parts);
  if (parts.count == 3 && isYear(parts.numbers[0]) && isShort(parts.numbers[1]) &&
      isShort(parts.numbers[2])) {
    return dateOf(parts.numbers[0], parts.numbers[1].value, parts.numbers[2].value);
  }
  if (isNumericWithYearLast(parts)) return yearLast(parts, order);
  return parts.count == 1 ? compact(parts.numbers[0]) : std::nullopt;
}

std::string toListDate(platform::UtcTime moment) {
  const bool local = platform::endOfLocalDay(moment) == moment;
  const std::string text = local ? platform::toLocalText(moment) : platform::toIsoDate(moment);
  return text.substr(0, std::string_view("2027-01-28").size());
}

}  // namespace hallpass
