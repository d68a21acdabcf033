#include "kiosk/ui/key_layout.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "platform/base/text.h"

namespace hallpass {
namespace {

constexpr std::size_t kFewestWide = 11;  ///< Ten digits and erase.
constexpr std::size_t kMostWide = 12;
constexpr std::size_t kNarrow = 7;

constexpr std::u32string_view kDigits = U"1234567890";
constexpr std::u32string_view kMarks = U"@._,:/&'()!?";
constexpr std::u32string_view kNameMarks = U",&/()";  ///< Of firms, and of names called by.
constexpr std::u32string_view kAccented = U"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽß";

struct Alphabet {
  std::string_view language;
  std::u32string_view letters;  ///< In the order that its speakers learn.
  std::u32string_view accents;  ///< What else its words have, most used first.
};

constexpr std::array<Alphabet, 8> kAlphabets{{
    {"en", U"ABCDEFGHIJKLMNOPQRSTUVWXYZ", U"ÉÈËÏÖÜÑÇ"},
    {"fi", U"ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ", U"ŠŽÉÜ"},
    {"sv", U"ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ", U"ÉÈÜÁ"},
    {"de", U"ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜß", U"ÉÈÊÇ"},
    {"fr", U"ABCDEFGHIJKLMNOPQRSTUVWXYZÉÈÇ", U"ÀÂÊËÎÏÔÙÛÜŒÆ"},
    {"es", U"ABCDEFGHIJKLMNÑOPQRSTUVWXYZ", U"ÁÉÍÓÚÜ"},
    {"pt", U"ABCDEFGHIJKLMNOPQRSTUVWXYZÃÇÉ", U"ÁÀÂÊÍÓÔÕÚÜ"},
    {"ja", U"ABCDEFGHIJKLMNOPQRSTUVWXYZ", U""},
}};

constexpr KeyCap kAbc = turnKey(KeyPage::Letters);
constexpr KeyCap k123 = turnKey(KeyPage::Numbers);

using Rows = std::span<const std::u32string_view>;

/// One line of the fifty sounds in five keys; what is rare, and what is no sound, at the right.
constexpr std::u32string_view kWideKana[]{U"あいうえおかきくけこや⌫", U"さしすせそたちつてとゆ゛",
                                          U"なにぬねのはひふへほよⒶ", U"まみむめもらりるれろわん",
                                          U"をー・ "};
constexpr std::u32string_view kWideMoreKana[]{U"がぎぐげござじずぜぞぁ⌫",
                                              U"だぢづでどばびぶべぼぃ㋐",
                                              U"ぱぴぷぺぽゃゅょっゎぅⒶ", U"をゔーぇぉ "};
constexpr std::u32string_view kNarrowKana[]{U"あいうえおや⌫", U"かきくけこゆ゛", U"さしすせそよⒶ",
                                            U"たちつてとわⓃ", U"なにぬねのをん", U"はひふへほー",
                                            U"まみむめも・",  U"らりるれろ "};
constexpr std::u32string_view kNarrowMoreKana[]{
    U"がぎぐげごゃ⌫", U"ざじずぜぞゅ㋐", U"だぢづでどょⒶ", U"ばびぶべぼっⓃ",
    U"ぱぴぷぺぽゎ",  U"ぁぃぅぇぉ",     U"をゔー・ "};

constexpr std::u32string_view kNumberRows[]{U"123⌫", U"456-", U"789:", U"0 "};

constexpr std::array<std::pair<KeyCap, std::string_view>, 22> kNames{
    {{kSpaceCap, "space"},
     {kEraseCap, "backspace"},
     {kShiftCap, "shift"},
     {kAbc, "letters"},
     {k123, "numbers"},
     {turnKey(KeyPage::Accents), "accents"},
     {turnKey(KeyPage::Kana), "kana"},
     {turnKey(KeyPage::MoreKana), "more-kana"},
     {U'.', "dot"},
     {U'@', "at"},
     {U'\'', "apostrophe"},
     {U'_', "underscore"},
     {U':', "colon"},
     {U'/', "slash"},
     {U'&', "ampersand"},
     {U',', "comma"},
     {U'(', "open"},
     {U')', "close"},
     {U'!', "exclamation"},
     {U'?', "question"},
     {U'+', "plus"},
     {U'・', "middle-dot"}}};

const Alphabet& alphabetOf(std::string_view language) {
  const auto* found = std::find_if(kAlphabets.begin(), kAlphabets.end(),
                                   [&](const Alphabet& each) { return each.language == language; });
  return found == kAlphabets.end() ? kAlphabets.front() : *found;
}

bool hasShift(Keyboard keyboard) {
  return keyboard == Keyboard::Name || keyboard == Keyboard::Text || keyboard == Keyboard::Code;
}

/// Addresses have no other letters.
std::u32string_view lettersOf(const KeySet& set) {
  return alphabetOf(set.keyboard == Keyboard::Email ? "en" : set.language).letters;
}

/// What follows the letters, but for digits, erase and the space bar.
std::u32string afterLetters(const KeySet& set) {
  std::u32string keys;
  if (set.keyboard == Keyboard::Name) keys += U"'.";
  if (set.keyboard == Keyboard::Email) keys += U"@._+'";
  if (hasShift(set.keyboard)) keys += turnKey(KeyPage::Accents);
  if (set.offersKana()) keys += turnKey(KeyPage::Kana);
  return keys;
}

void addChunks(std::vector<std::u32string>& rows, std::u32string_view keys, std::size_t columns) {
  for (std::size_t at = 0; at < keys.size(); at += columns) {
    rows.emplace_back(keys.substr(at, columns));
  }
}

/// Where erase ends the first row, as on every page.
void addErase(std::u32string& keys, std::size_t columns) {
  keys.insert(std::min(keys.size(), columns - 1), 1, kEraseCap);
}

KeyRows wideLetters(const KeySet& set, std::size_t columns) {
  const std::u32string_view letters = lettersOf(set);
  const bool hyphenAbove = columns > kFewestWide;
  KeyRows keys{{}, columns};
  keys.rows.push_back(std::u32string(kDigits) + (hyphenAbove ? U"-" : U"") + kEraseCap);
  addChunks(keys.rows, letters.substr(0, 2 * columns), columns);
  std::u32string last;
  if (hasShift(set.keyboard)) last += kShiftCap;
  last += letters.substr(2 * columns);
  if (!hyphenAbove) last += U'-';
  keys.rows.push_back(last + afterLetters(set) + kSpaceCap);
  if (set.keyboard == Keyboard::Text || set.keyboard == Keyboard::Code) {
    keys.rows.emplace_back(kMarks.substr(0, columns));
  }
  return keys;
}

/// Columns of the wide letters with a space bar of two; 0 where they have no room.
std::size_t wideColumns(const KeySet& set) {
  for (std::size_t columns = kFewestWide; columns <= std::min(set.columns, kMostWide); ++columns) {
    const std::size_t least = columns == kMostWide ? 1 : 2;
    if (wideLetters(set, columns).rows[3].size() - 1 + least <= columns) return columns;
  }
  return 0;
}

KeyRows narrowPage(std::u32string keys) {
  addErase(keys, kNarrow);
  keys += kSpaceCap;
  KeyRows page{{}, kNarrow};
  addChunks(page.rows, keys, kNarrow);
  return page;
}

KeyRows letterRows(const KeySet& set) {
  if (const std::size_t columns = wideColumns(set); columns > 0) return wideLetters(set, columns);
  std::u32string keys(lettersOf(set));
  keys += U'-';
  if (hasShift(set.keyboard)) keys += kShiftCap;
  return narrowPage(keys + afterLetters(set) + k123);
}

/// The language's own first, then those of everybody else's names.
KeyRows accentRows(const KeySet& set) {
  const Alphabet& alphabet = alphabetOf(set.language);
  std::u32string keys(alphabet.accents);
  for (const char32_t letter : kAccented) {
    if (keys.find(letter) == std::u32string::npos &&
        alphabet.letters.find(letter) == std::u32string_view::npos) {
      keys += letter;
    }
  }
  const std::size_t wide = wideColumns(set);
  // Without a page of numbers and marks they stand here.
  if (set.keyboard == Keyboard::Name && wide > 0) keys += kNameMarks;
  KeyRows page{{}, wide > 0 ? wide : kNarrow};
  addErase(keys, page.columns);
  addChunks(page.rows, keys + kAbc, page.columns);
  return page;
}

KeyRows pageOf(Rows rows, std::size_t columns) { return {{rows.begin(), rows.end()}, columns}; }

/// Nothing that is looked for needs a space: names are found without.
KeyRows kanaRows(const KeySet& set) {
  if (set.columns < kMostWide) return pageOf(kNarrowKana, kNarrow);
  const Rows rows = kWideKana;
  return pageOf(set.keyboard == Keyboard::Search ? rows.first(4) : rows, kMostWide);
}

}  // namespace

bool KeySet::offersKana() const {
  return (kana || language == "ja") && keyboard != Keyboard::Email && keyboard != Keyboard::Numbers;
}

KeyRows keyRows(const KeySet& set, KeyPage page) {
  if (set.keyboard == Keyboard::Numbers) return pageOf(kNumberRows, 4);
  switch (page) {
    case KeyPage::Letters:
      break;
    case KeyPage::Numbers:
      return narrowPage(std::u32string(kDigits) + U"-" + std::u32string(kMarks) + U"+" + kAbc);
    case KeyPage::Accents:
      return accentRows(set);
    case KeyPage::Kana:
      return kanaRows(set);
    case KeyPage::MoreKana:
      if (set.columns < kMostWide) return pageOf(kNarrowMoreKana, kNarrow);
      return pageOf(kWideMoreKana, kMostWide);
  }
  return letterRows(set);
}

std::size_t mostKeyRows(const KeySet& set) {
  std::size_t most = keyRows(set, KeyPage::Letters).rows.size();
  if (hasShift(set.keyboard)) most = std::max(most, keyRows(set, KeyPage::Accents).rows.size());
  if (set.offersKana()) most = std::max(most, keyRows(set, KeyPage::Kana).rows.size());
  return most;
}

std::u32string keyCharacters(bool kana) {
  std::u32string all(kAccented);
  for (const char32_t letter : kAccented) all += smallLetter(letter);
  const auto addRows = [&](Rows rows) {
    for (const std::u32string_view row : rows) all += row;
  };
  if (kana) {
    addRows(kNarrowKana);
    addRows(kNarrowMoreKana);
    all += U"゛";
  }
  return all;
}

std::string keyName(KeyCap key) {
  const auto* named = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const auto& entry) { return entry.first == key; });
  if (named != kNames.end()) return std::string(named->second);
  const char32_t small = smallLetter(key);
  return platform::toUtf8({&small, 1});
}

char32_t smallLetter(char32_t capital) {
  const bool latin = (capital >= U'A' && capital <= U'Z') ||
                     (capital >= U'À' && capital <= U'Þ' && capital != U'×');
  if (latin) return capital + 0x20;
  const bool extended = capital == U'Œ' || capital == U'Š' || capital == U'Ž';
  return extended ? capital + 1 : capital;
}

}  // namespace hallpass
