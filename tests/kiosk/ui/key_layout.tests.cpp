#include "kiosk/ui/key_layout.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "kiosk/domain/language.h"
#include "tests/support/catch.h"

using hallpass::Keyboard;
using hallpass::KeyPage;
using hallpass::KeyRows;
using hallpass::KeySet;
using namespace std::string_literals;

namespace {

constexpr std::array kKeyboards{Keyboard::Search, Keyboard::Name, Keyboard::Text, Keyboard::Code,
                                Keyboard::Email};
constexpr std::array kKeyPages{KeyPage::Letters, KeyPage::Numbers, KeyPage::Accents, KeyPage::Kana,
                               KeyPage::MoreKana};

std::u32string allKeys(const KeyRows& keys) {
  std::u32string all;
  for (const std::u32string& row : keys.rows) all += row;
  return all;
}

bool hasKey(const KeyRows& keys, char32_t key) {
  return allKeys(keys).find(key) != std::u32string::npos;
}

/// Every page that can be turned to from the letters.
std::set<KeyPage> reached(const KeySet& set) {
  std::set<KeyPage> pages;
  std::vector<KeyPage> next{KeyPage::Letters};
  while (!next.empty()) {
    const KeyPage page = next.back();
    next.pop_back();
    if (!pages.insert(page).second) continue;
    for (const KeyPage other : kKeyPages) {
      if (hasKey(keyRows(set, page), hallpass::turnKey(other))) next.push_back(other);
    }
  }
  return pages;
}

}  // namespace

TEST_CASE("no page of a keyboard has a row that is too long, or a key twice") {
  for (const auto& language : hallpass::kLanguages) {
    for (const Keyboard keyboard : kKeyboards) {
      for (const std::size_t columns : {7U, 11U, 12U, 20U}) {
        const KeySet set{keyboard, language.id, false, columns};
        for (const KeyPage page : reached(set)) {
          const KeyRows keys = keyRows(set, page);
          INFO(language.id << ", keyboard " << static_cast<int>(keyboard) << ", page "
                           << static_cast<int>(page) << ", " << columns << " columns");
          CHECK(keys.columns <= columns);
          for (const auto& row : keys.rows) CHECK(row.size() <= keys.columns);
          std::u32string all = allKeys(keys);
          std::sort(all.begin(), all.end());
          CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
          CHECK(keys.rows.front().back() == hallpass::kEraseCap);
          CHECK(keys.rows.size() <= mostKeyRows(set));
        }
      }
    }
  }
}

TEST_CASE("every page leads back to the letters") {
  for (const std::size_t columns : {7U, 12U}) {
    const KeySet set{Keyboard::Text, "ja", true, columns};
    for (const KeyPage page : reached(set)) {
      if (page == KeyPage::Letters) continue;
      INFO(static_cast<int>(page));
      CHECK(hasKey(keyRows(set, page), hallpass::turnKey(KeyPage::Letters)));
    }
  }
}

TEST_CASE("a language's own letters stand in the order of its alphabet") {
  const auto letters = [](std::string_view language) {
    return allKeys(keyRows({Keyboard::Name, language, false, 12}, KeyPage::Letters));
  };
  CHECK(letters("fi").find(U"YZÅÄÖ") != std::u32string::npos);
  CHECK(letters("de").find(U"YZÄÖÜß") != std::u32string::npos);
  CHECK(letters("es").find(U'Ñ') == letters("es").find(U'O') - 1);
  CHECK(letters("en").find(U'Ä') == std::u32string::npos);
}

TEST_CASE("a name of any of the languages can be typed in each of them") {
  const std::u32string names = U"ÉLODIE ÑANDÚ GÖRAN ÅSA BJÖRN FRANÇOIS JOÃO WEIßMÜLLER ŽIŠKA ŒUVRÉ";
  for (const auto& language : hallpass::kLanguages) {
    const KeySet set{Keyboard::Name, language.id, false, 12};
    const std::u32string keys =
        allKeys(keyRows(set, KeyPage::Letters)) + allKeys(keyRows(set, KeyPage::Accents));
    for (const char32_t letter : names) {
      INFO(language.id << " U+" << std::hex << static_cast<unsigned>(letter));
      CHECK(keys.find(letter) != std::u32string::npos);
    }
  }
}

TEST_CASE("digits stand with the letters where they have room, and on a page of their own else") {
  for (const auto& language : hallpass::kLanguages) {
    INFO(language.id);
    CHECK(hasKey(keyRows({Keyboard::Name, language.id, false, 12}, KeyPage::Letters), U'7'));
    const KeySet narrow{Keyboard::Name, language.id, false, 7};
    CHECK_FALSE(hasKey(keyRows(narrow, KeyPage::Letters), U'7'));
    CHECK(reached(narrow).contains(KeyPage::Numbers));
    CHECK(hasKey(keyRows(narrow, KeyPage::Numbers), U'7'));
  }
}

TEST_CASE("the marks of a name can be typed wherever a name can") {
  for (const auto& language : hallpass::kLanguages) {
    for (const std::size_t columns : {7U, 11U, 12U}) {
      const KeySet set{Keyboard::Name, language.id, false, columns};
      std::u32string keys;
      for (const KeyPage page : reached(set)) keys += allKeys(keyRows(set, page));
      for (const char32_t mark : U"-'.,&/()"s) {
        INFO(language.id << ", " << columns << " columns, U+" << std::hex
                         << static_cast<unsigned>(mark));
        CHECK(keys.find(mark) != std::u32string::npos);
      }
    }
  }
}

TEST_CASE("an address has its own keys, and no capitals") {
  for (const std::size_t columns : {7U, 12U}) {
    const KeyRows keys = keyRows({Keyboard::Email, "sv", false, columns}, KeyPage::Letters);
    for (const char32_t key : U"@._-"s) CHECK(hasKey(keys, key));
    CHECK_FALSE(hasKey(keys, hallpass::kShiftCap));
    CHECK_FALSE(hasKey(keys, U'Å'));
  }
}

TEST_CASE("all kana can be typed in Japanese, and where a roster has some") {
  std::u32string sounds;
  for (char32_t kana = U'ぁ'; kana <= U'ん'; ++kana) sounds += kana;
  const std::u32string old = U"ゐゑ";  // Of before 1946: they read い and え.
  for (const std::size_t columns : {7U, 12U}) {
    const KeySet set{Keyboard::Search, "ja", false, columns};
    REQUIRE(reached(set).contains(KeyPage::MoreKana));
    const std::u32string keys =
        allKeys(keyRows(set, KeyPage::Kana)) + allKeys(keyRows(set, KeyPage::MoreKana));
    for (const char32_t kana : sounds) {
      INFO("U+" << std::hex << static_cast<unsigned>(kana));
      CHECK((keys.find(kana) == std::u32string::npos) == (old.find(kana) != std::u32string::npos));
    }
  }
  CHECK_FALSE(KeySet{Keyboard::Search, "en", false, 12}.offersKana());
  CHECK(KeySet{Keyboard::Search, "en", true, 12}.offersKana());
}

TEST_CASE("a capital has its small letter, and no other sign has one") {
  CHECK(hallpass::smallLetter(U'Q') == U'q');
  CHECK(hallpass::smallLetter(U'Ö') == U'ö');
  CHECK(hallpass::smallLetter(U'Š') == U'š');
  CHECK(hallpass::smallLetter(U'ß') == U'ß');
  CHECK(hallpass::smallLetter(U'7') == U'7');
  CHECK(hallpass::smallLetter(U'×') == U'×');
}
