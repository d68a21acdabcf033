#include "platform/base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace platform {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// One code point off the front of `text`, and its length in bytes; -1 where it is malformed.
std::pair<utf8proc_int32_t, std::size_t> decodeOne(std::string_view text) {
  utf8proc_int32_t point = -1;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &point);
  if (length < 1) return {-1, 1};
  return {point, static_cast<std::size_t>(length)};
}

bool isSpace(utf8proc_int32_t point) {
  switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return true;
    default:
      return false;
  }
}

bool isInvisible(utf8proc_int32_t point) {
  return utf8proc_category(point) == UTF8PROC_CATEGORY_CF;
}

bool isSpaceOrInvisible(utf8proc_int32_t point) { return isSpace(point) || isInvisible(point); }

bool isCodePoint(char32_t point) { return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF); }

/// Letters that carry their stroke or ligature in one code point: Unicode gives them no base
/// letter.
std::u32string_view baseLetters(char32_t point) {
  switch (point) {
    case U'ø':
      return U"o";
    case U'ł':
      return U"l";
    case U'đ':
    case U'ð':
    case U'ɗ':
      return U"d";
    case U'ɓ':
      return U"b";
    case U'ə':
      return U"e";
    case U'ƙ':
      return U"k";
    case U'ŋ':
      return U"n";
    case U'ħ':
      return U"h";
    case U'ŧ':
      return U"t";
    case U'ı':
      return U"i";
    case U'æ':
      return U"ae";
    case U'œ':
      return U"oe";
    case U'þ':
      return U"th";
    case U'ß':
      return U"ss";
    default:
      return {};
  }
}

/// The same sound in the other kana.
char32_t hiragana(char32_t point) {
  return point >= U'ァ' && point <= U'ヶ' ? point - U'ァ' + U'ぁ' : point;
}

}  // namespace

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    const auto [point, length] = decodeOne(text);
    if (point < 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::u32string toCodePoints(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  while (!text.empty()) {
    const auto [point, length] = decodeOne(text);
    points.push_back(point < 0 ? kReplacement : static_cast<char32_t>(point));
    text.remove_prefix(length);
  }
  return points;
}

std::string toUtf8(std::u32string_view codePoints) {
  std::string text;
  for (const char32_t point : codePoints) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto known = static_cast<utf8proc_int32_t>(isCodePoint(point) ? point : kReplacement);
    const auto length = utf8proc_encode_char(known, bytes.data());
    text.append(bytes.begin(), bytes.begin() + length);
  }
  return text;
}

std::string foldForSearch(std::string_view text) {
  const std::string wellFormed = isUtf8(text) ? std::string(text) : toUtf8(toCodePoints(text));
  utf8proc_uint8_t* mapped = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(wellFormed.data()),
                   static_cast<utf8proc_ssize_t>(wellFormed.size()), &mapped, options);
  if (length < 0) return wellFormed;
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  std::u32string folded;
  for (const char32_t point :
       toCodePoints({reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)})) {
    const std::u32string_view base = baseLetters(point);
    if (base.empty()) {
      folded.push_back(hiragana(point));
    } else {
      folded.append(base);
    }
  }
  return toUtf8(folded);
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const auto [point, length] = decodeOne(text);
    if (!isSpaceOrInvisible(point)) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    const auto [point, length] = decodeOne(text.substr(start));
    if (start + length != text.size() || !isSpaceOrInvisible(point)) break;
    text.remove_suffix(text.size() - start);
  }
  return text;
}

bool isPunctuation(char32_t codePoint) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(codePoint));
  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO;
}

bool hasControls(std::string_view text) {
  for (const char32_t point : toCodePoints(text)) {
    if (point < 0x20 || (point >= 0x7F && point <= 0x9F)) return true;
    if (point == 0x2028 || point == 0x2029) return true;
  }
  return false;
}

bool hasInvisible(std::string_view text) {
  const std::u32string points = toCodePoints(text);
  return std::any_of(points.begin(), points.end(), [](char32_t point) {
    return isInvisible(static_cast<utf8proc_int32_t>(point));
  });
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  std::u32string word;
  for (const char32_t point : toCodePoints(text) + U' ') {
    if (!isSpace(static_cast<utf8proc_int32_t>(point))) {
      word.push_back(point);
      continue;
    }
    std::string whole = toUtf8(word);
    if (!trim(whole).empty()) found.push_back(std::move(whole));
    word.clear();
  }
  return found;
}

std::string fillIn(std::string_view text,
                   const std::vector<std::pair<std::string, std::string>>& values) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t first = text.find('{');
    const std::size_t close = first == text.npos ? text.npos : text.find('}', first);
    if (close == text.npos) break;
    const std::size_t open = text.rfind('{', close);
    filled += text.substr(0, open);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    std::string value(text.substr(open, close - open + 1));
    for (const auto& [known, replacement] : values) {
      if (known == name) value = replacement;
    }
    filled += value;
    text.remove_prefix(close + 1);
  }
  return filled.append(text);
}

}  // namespace platform
