#include "kiosk/exchange/sheet_styles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>

#include "kiosk/exchange/xml_part.h"
#include "platform/base/clock.h"

namespace hallpass {
namespace {

constexpr double kMostExact = 1e15;        ///< Spreadsheets keep 15 digits.
constexpr double kLastSerial = 2'958'465;  ///< 9999-12-31.
constexpr std::int64_t kDayMs = 86'400'000;

int numberOf(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// The formats that a file does not spell out (ECMA-376 part 1, 18.8.30).
bool isBuiltInDate(int id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
         (id >= 50 && id <= 58);
}

/// Days from 1970-01-01 to the day that `serial` counts. The 1900 system has a 29 February 1900,
/// which never was, so that days before it are counted one short.
std::int64_t dayOf(std::int64_t serial, DateSystem system) {
  if (system == DateSystem::From1904) return serial - 24'107;
  return serial - (serial < 60 ? 25'568 : 25'569);
}

std::optional<double> parseNumber(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::string dateText(double serial, DateSystem system) {
  const auto day = static_cast<std::int64_t>(std::floor(serial));
  const auto minutes =
      static_cast<std::int64_t>(std::floor((serial - std::floor(serial)) * 1440 + 1e-6));
  const platform::UtcTime time{dayOf(day, system) * kDayMs + minutes * 60'000};
  const std::string iso = platform::toIsoText(time);
  if (minutes == 0) return iso.substr(0, 10);
  return iso.substr(0, 10) + " " + iso.substr(11, 5);
}

std::string wholeText(double value, std::size_t fewestDigits) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                          static_cast<std::int64_t>(std::fabs(value)));
  std::string digits(buffer.data(), end);
  if (digits.size() < fewestDigits) digits.insert(0, fewestDigits - digits.size(), '0');
  return value < 0 ? "-" + digits : digits;
}

/// `format` without what is literal in it: "text", [conditions], \x, _x and *x.
std::string withoutLiterals(std::string_view format) {
  std::string bare;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"' || c == '[') {
      i = std::min(format.find(c == '"' ? '"' : ']', i + 1), format.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      bare += c;
    }
  }
  return bare;
}

NumberStyle styleOf(int id, const std::map<int, std::string>& formats) {
  const auto found = formats.find(id);
  if (found == formats.end()) return {isBuiltInDate(id), 1};
  const std::string& format = found->second;
  NumberStyle style{isDateFormat(format), 1};
  const bool zeros = format.find_first_not_of('0') == std::string::npos;
  if (zeros && format.size() <= 15) style.fewestDigits = std::max<std::size_t>(format.size(), 1);
  return style;
}

}  // namespace

bool isDateFormat(std::string_view format) {
  if (format == "General" || format == "GENERAL" || format == "Standard") return false;
  return withoutLiterals(format).find_first_of("yYdD") != std::string::npos;
}

std::vector<NumberStyle> readStyles(pugi::xml_node document) {
  const pugi::xml_node sheet = childOf(document, "styleSheet");
  std::map<int, std::string> formats;
  for (const pugi::xml_node format : childOf(sheet, "numFmts").children()) {
    formats[numberOf(attributeOf(format, "numFmtId"))] = attributeOf(format, "formatCode");
  }
  std::vector<NumberStyle> styles;
  for (const pugi::xml_node style : childOf(sheet, "cellXfs").children()) {
    styles.push_back(styleOf(numberOf(attributeOf(style, "numFmtId")), formats));
  }
  return styles;
}

std::string numberText(std::string_view stored, const NumberStyle& style, DateSystem system) {
  const auto value = parseNumber(stored);
  if (!value) return std::string(stored);
  if (style.isDate && *value >= 1 && *value <= kLastSerial) return dateText(*value, system);
  if (*value == std::floor(*value) && std::fabs(*value) < kMostExact) {
    return wholeText(*value, style.fewestDigits);
  }
  return std::string(stored);
}

}  // namespace hallpass
