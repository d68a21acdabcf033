#include "kiosk/exchange/code_cell.h"

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/exchange/cells.h"
#include "kiosk/exchange/limits.h"
#include "kiosk/exchange/list_dates.h"
#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::array<std::string_view, 16> kQuotes{"\"", "'", "`", "´", "“", "”", "„", "‟",
                                                   "‘",  "’", "‚", "‛", "«", "»", "‹", "›"};

/// `text` without the quote at either end, or nullopt where it is not in quotes. Which of them
/// opens and which closes differs between languages, so that every pair counts.
std::optional<std::string_view> withoutQuotes(std::string_view text) {
  const auto* opening = std::find_if(kQuotes.begin(), kQuotes.end(),
                                     [&](auto quote) { return text.starts_with(quote); });
  const auto* closing = std::find_if(kQuotes.begin(), kQuotes.end(),
                                     [&](auto quote) { return text.ends_with(quote); });
  if (opening == kQuotes.end() || closing == kQuotes.end()) return std::nullopt;
  if (text.size() < opening->size() + closing->size()) return std::nullopt;
  text.remove_prefix(opening->size());
  text.remove_suffix(closing->size());
  return platform::trim(text);
}

}  // namespace

bool isShaped(std::string_view code, const PassType& type) {
  return !code.empty() && code.size() <= kLongestCode && type.hasShape(code);
}

std::string_view codeIn(std::string_view cell, const PassType& type) {
  if (isShaped(cell, type)) return cell;
  const bool formula = cell.starts_with('=');
  if (const auto inside = withoutQuotes(formula ? cell.substr(1) : cell)) return *inside;
  if (!formula && !cell.starts_with('\'')) return cell;
  const std::string_view rest = platform::trim(cell.substr(1));
  const bool plain = isShaped(rest, type) || isCodeLike(rest) || isRoundedNumber(rest);
  return plain ? rest : cell;
}

bool isCodeLike(std::string_view cell) {
  if (cell.size() < 4 || cell.size() > kLongestCode) return false;
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t lower = 0;
  for (const char c : cell) {
    const bool isLower = c >= 'a' && c <= 'z';
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (isLower || (c >= 'A' && c <= 'Z')) {
      ++letters;
      if (isLower) ++lower;
    } else if (c != '-' && c != '_') {
      return false;
    }
  }
  if (parseListDate(cell, DateOrder::DayFirst)) return false;
  if (letters == 0) return digits >= 6;
  return digits > 0 || (lower == 0 && letters >= 6);
}

}  // namespace hallpass
