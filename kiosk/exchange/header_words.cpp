#include "kiosk/exchange/header_words.h"

#include <algorithm>

#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kLongestHeading = 120;  ///< Bytes; longer cells are texts, not headings.

bool isPunctuation(char32_t point) {
  const bool letterOrDigit = (point >= U'0' && point <= U'9') || (point >= U'a' && point <= U'z');
  const bool special = (point >= 0x2000 && point <= 0x206F) || (point >= 0x3000 && point <= 0x3004);
  return point < 0x80 ? !letterOrDigit : special || point == 0xB7 || point == 0xBA;
}

}  // namespace

std::string headerKey(std::string_view cell) {
  if (cell.size() > kLongestHeading) return {};
  std::u32string key = platform::toCodePoints(platform::foldForSearch(cell));
  key.erase(std::remove_if(key.begin(), key.end(), isPunctuation), key.end());
  return platform::toUtf8(key);
}

HeaderWords::HeaderWords(std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) keys_.push_back(headerKey(word));
}

HeaderWords::HeaderWords(const std::vector<std::string>& words) {
  for (const std::string& word : words) keys_.push_back(headerKey(word));
}

bool HeaderWords::has(std::string_view key) const {
  return !key.empty() && std::find(keys_.begin(), keys_.end(), key) != keys_.end();
}

}  // namespace hallpass
