#include "platform/display/plain_letters.h"

#include <set>
#include <utility>

#include "tests/support/catch.h"

namespace {

using Dots = std::set<std::pair<int, int>>;

Dots dotsOf(std::string_view text) {
  Dots dots;
  platform::drawPlain(text, [&](int x, int y) { dots.insert({x, y}); });
  return dots;
}

const std::string kLatin = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅÖÄÃÇÉÓÜ.,:-";

}  // namespace

TEST_CASE("Each plain letter is drawn as itself, and within its width and height") {
  std::set<Dots> seen;
  for (const std::string letter :
       {"A",  "B",  "C",  "D",  "E",  "F",  "G",  "H",  "I",         "J",  "K",  "L",  "M",
        "N",  "O",  "P",  "Q",  "R",  "S",  "T",  "U",  "V",         "W",  "X",  "Y",  "Z",
        "Å",  "Ö",  "Ä",  "Ã",  "Ç",  "É",  "Ó",  "Ü",  "-",         "0",  "1",  "2",  "3",
        "4",  "5",  "6",  "7",  "8",  "9",  ".",  ",",  ":",         "ス", "タ", "ッ", "フ",
        "を", "よ", "ん", "で", "く", "だ", "さ", "い", "\U0001F514"}) {
    INFO(letter);
    REQUIRE(platform::isPlain(letter));
    const Dots dots = dotsOf(letter);
    CHECK(seen.insert(dots).second);
    for (const auto& [x, y] : dots) {
      CHECK(x < platform::plainWidth(letter));
      CHECK(y < platform::plainHeight(letter));
    }
  }
}

TEST_CASE("A line of plain letters has its letters side by side") {
  const Dots both = dotsOf("IL");
  CHECK(platform::plainWidth("IL") == 3 + 1 + 5);
  CHECK(both.count({1, 5}) == 1);  // The stroke of I.
  CHECK(both.count({4, 5}) == 1);  // That of L.
  CHECK(both.count({3, 5}) == 0);
}

TEST_CASE("A character without a plain letter is a box, and is told") {
  CHECK_FALSE(platform::isPlain("é"));
  CHECK_FALSE(platform::isPlain("a"));
  CHECK(platform::isPlain(kLatin));
  CHECK(dotsOf("a").size() == 5U * 7U);
}
