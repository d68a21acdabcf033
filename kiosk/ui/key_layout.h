#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hallpass {

/// What is typed.
enum class Keyboard : std::uint8_t {
  Search,   ///< What is looked for: capitals as on real key caps; case and accents do not matter.
  Name,     ///< A person's name: every word begins with a capital.
  Text,     ///< Any other text: its first letter is a capital.
  Code,     ///< Capitals, until they are turned off.
  Email,    ///< Small letters, and what addresses need.
  Numbers,  ///< Large digits, and what dates and times need: hyphen, colon, space.
};

/// The pages of keys that one keyboard turns to. The accents, and the further kana, turn back by
/// themselves when one of them was typed.
enum class KeyPage : std::uint8_t { Letters, Numbers, Accents, Kana, MoreKana };

/// What stands on a key: the character that it types, a letter as a capital, or one of these.
using KeyCap = char32_t;
inline constexpr KeyCap kEraseCap = U'⌫';
inline constexpr KeyCap kShiftCap = U'⇧';
inline constexpr KeyCap kSpaceCap = U' ';  ///< Takes what its row has left.
/// The keys that turn to a page, in the order of KeyPage.
inline constexpr std::u32string_view kTurnCaps = U"ⒶⓃⒺ㋐゛";
[[nodiscard]] constexpr KeyCap turnKey(KeyPage page) {
  return kTurnCaps[static_cast<std::size_t>(page)];
}

/// What a keyboard is made for.
struct KeySet {
  Keyboard keyboard = Keyboard::Search;
  std::string_view language = "en";  ///< The id of one of kLanguages.
  bool kana = false;                 ///< They are offered whatever the language is.
  std::size_t columns = 12;          ///< Keys that have room side by side.
  [[nodiscard]] bool offersKana() const;
};

/// A page of keys, row by row, each with `columns` places.
struct KeyRows {
  std::vector<std::u32string> rows;
  std::size_t columns;
};

/// Letters in the order of the alphabet, the language's own where its alphabet has them
/// (kiosk/decisions/on-screen-keyboard.md). Where at least eleven keys have room in a row, digits
/// and marks stand with the letters; else they have a page of their own.
[[nodiscard]] KeyRows keyRows(const KeySet& set, KeyPage page);

/// Rows of the highest page that `set` turns to.
[[nodiscard]] std::size_t mostKeyRows(const KeySet& set);

/// All that the pages of a language's keyboard type and show, its capitals and small letters.
[[nodiscard]] std::u32string keyCharacters(bool kana);

/// "a", "7", "ä", "space", "erase": what follows "key-" in the description.
[[nodiscard]] std::string keyName(KeyCap key);

/// The small letter of a capital that a keyboard has; any other character as it is.
[[nodiscard]] char32_t smallLetter(char32_t capital);

}  // namespace hallpass
