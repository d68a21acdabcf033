#include "kiosk/domain/person_name.h"

#include <algorithm>

#include "platform/base/text.h"

namespace hallpass {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kReadings = 4;

constexpr std::u32string_view kApostrophes = U"'`´‘’‛ʹʻʼʽ＇";
constexpr std::u32string_view kHyphens = U"-\u00AD‐‑‒–—－";
constexpr std::u32string_view kCommas = U",，،、";

/// What follows a name behind a comma without being a part of it.
constexpr std::array<std::string_view, 14> kSuffixes = {
    "phd", "md", "jr", "sr", "ii", "iii", "iv", "msc", "bsc", "mba", "cpa", "dr", "esq", "pe"};

bool oneOf(std::u32string_view set, char32_t point) { return set.find(point) != set.npos; }

/// `text` folded, with one kind of apostrophe, one of hyphen and a space for all other punctuation.
std::string canonical(std::string_view text) {
  std::u32string points = platform::toCodePoints(text);
  for (char32_t& point : points) {
    if (oneOf(kApostrophes, point)) {
      point = U'\'';
    } else if (oneOf(kHyphens, point)) {
      point = U'-';
    } else if (platform::isPunctuation(point)) {
      point = U' ';
    }
  }
  return platform::foldForSearch(platform::toUtf8(points));
}

/// The words of `canonicalText` when apostrophes (bit 0) and hyphens (bit 1) part words or are
/// left out.
Words reading(const std::string& canonicalText, std::size_t mode) {
  std::string text;
  for (const char c : canonicalText) {
    const bool joins = (c == '\'' && (mode & 1U) != 0) || (c == '-' && (mode & 2U) != 0);
    if (!joins) text += c == '\'' || c == '-' ? ' ' : c;
  }
  return platform::words(text);
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

/// Whether each of `typed` begins a word of `name` of its own. The typed words are tried longest
/// first, so that a short one does not take the only word that a longer one begins.
bool beginWords(Words typed, Words name) {
  std::sort(typed.begin(), typed.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const std::string& start : typed) {
    const auto word = std::find_if(name.begin(), name.end(), [&](const std::string& candidate) {
      return candidate.starts_with(start);
    });
    if (word == name.end()) return false;
    name.erase(word);
  }
  return true;
}

bool isSuffix(std::string_view part) {
  const std::string word = joined(platform::words(joined(reading(canonical(part), 0))));
  return std::find(kSuffixes.begin(), kSuffixes.end(), word) != kSuffixes.end();
}

/// The parts of `name` between commas, without the empty ones and the suffixes.
Words partsAtCommas(std::string_view name) {
  Words parts;
  std::u32string part;
  for (const char32_t point : platform::toCodePoints(name) + kCommas.front()) {
    if (!oneOf(kCommas, point)) {
      part.push_back(point);
      continue;
    }
    const std::string text = platform::toUtf8(part);
    const std::string_view trimmed = platform::trim(text);
    if (!trimmed.empty() && (parts.empty() || !isSuffix(trimmed))) parts.emplace_back(trimmed);
    part.clear();
  }
  return parts;
}

std::u32string firstLetter(const std::string& word) {
  const std::u32string points = platform::toCodePoints(word);
  const auto letter = std::find_if_not(points.begin(), points.end(), platform::isPunctuation);
  return letter == points.end() ? std::u32string() : std::u32string(1, *letter);
}

}  // namespace

std::string inSpokenOrder(std::string_view name) {
  const Words parts = partsAtCommas(name);
  if (parts.empty()) return std::string(platform::trim(name));
  std::string spoken;
  for (std::size_t part = 1; part < parts.size(); ++part) spoken += parts[part] + " ";
  return spoken + parts.front();
}

std::string wholeName(std::string_view name) {
  std::string whole;
  for (const std::string& word : platform::words(inSpokenOrder(name))) {
    whole += (whole.empty() ? "" : " ") + word;
  }
  return whole;
}

std::string nameKey(std::string_view name) {
  const std::string whole = wholeName(name);
  std::string key = platform::foldForSearch(whole);
  return key.empty() ? whole : key;  // A name of marks alone folds to nothing.
}

std::string firstNameAndInitial(std::string_view name) {
  const Words parts = platform::words(inSpokenOrder(name));
  if (parts.size() < 2) return parts.empty() ? std::string() : parts.front();
  const std::u32string initial = firstLetter(parts.back());
  return initial.empty() ? parts.front() : parts.front() + " " + platform::toUtf8(initial) + ".";
}

bool hasKana(std::string_view name) {
  const std::u32string points = platform::toCodePoints(name);
  return std::any_of(points.begin(), points.end(), [](char32_t point) {
    return (point >= U'\u3041' && point <= U'\u30FA') || (point >= U'\uFF66' && point <= U'\uFF9D');
  });
}

Words searchKeys(std::string_view name) {
  const std::string text = canonical(name);
  const std::string spoken = canonical(inSpokenOrder(name));
  Words keys = reading(text, 0);
  keys.push_back(joined(keys));
  keys.push_back(joined(reading(spoken, 0)));
  // Without apostrophes and hyphens the other readings are the same.
  for (std::size_t mode = 1; text.find_first_of("'-") != text.npos && mode < kReadings; ++mode) {
    const Words more = reading(text, mode);
    keys.insert(keys.end(), more.begin(), more.end());
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

NameQuery::NameQuery(std::string_view typed) {
  const std::string text = canonical(typed);
  for (std::size_t mode = 0; mode < readings_.size(); ++mode) {
    readings_[mode] = reading(text, mode);
  }
  compact_ = joined(readings_[0]);
  std::size_t written = 0;
  for (const std::string& word : platform::words(typed)) {
    const std::u32string points = platform::toCodePoints(word);
    written += points.size() - static_cast<std::size_t>(std::count_if(points.begin(), points.end(),
                                                                      platform::isPunctuation));
  }
  // A letter with its accent as a code point of its own is one; "æ", folded into two, as well.
  letters_ = std::min(written, platform::toCodePoints(compact_).size());
}

bool NameQuery::finds(std::string_view name) const {
  if (compact_.empty()) return false;
  const std::string text = canonical(name);
  for (std::size_t mode = 0; mode < readings_.size(); ++mode) {
    if (beginWords(readings_[mode], reading(text, mode))) return true;
  }
  return joined(reading(text, 0)).starts_with(compact_) ||
         joined(reading(canonical(inSpokenOrder(name)), 0)).starts_with(compact_);
}

std::vector<Words> NameQuery::starts() const {
  if (compact_.empty()) return {};
  std::vector<Words> starts(readings_.begin(), readings_.end());
  starts.push_back({compact_});
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

bool NameQuery::isOneWord() const {
  return std::all_of(readings_.begin(), readings_.end(), [&](const Words& words) {
    return words.size() == 1 && words.front() == compact_;
  });
}

}  // namespace hallpass
