#include "kiosk/domain/person_name.h"

#include <rapidcheck.h>

#include <algorithm>

#include "platform/base/text.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

bool finds(std::string_view typed, std::string_view name) { return NameQuery(typed).finds(name); }

/// Whether some order of `name` has each typed word at the start of the word in its place.
bool beginsInSomeOrder(const std::vector<std::string>& typed, std::vector<std::string> name) {
  if (typed.size() > name.size()) return false;
  std::sort(name.begin(), name.end());
  do {
    if (std::equal(typed.begin(), typed.end(), name.begin(),
                   [](const auto& start, const auto& word) { return word.starts_with(start); })) {
      return true;
    }
  } while (std::next_permutation(name.begin(), name.end()));
  return false;
}

std::string joinedBy(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

/// Words of few letters, so that many begin alike.
rc::Gen<std::vector<std::string>> fewWords() {
  const auto word = rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::element('a', 'b')));
  return rc::gen::suchThat(rc::gen::container<std::vector<std::string>>(word),
                           [](const auto& words) { return !words.empty() && words.size() < 6; });
}

}  // namespace

TEST_CASE("a name is found by the beginnings of its words in any order") {
  CHECK(finds("ai", "Aino Virtanen"));
  CHECK(finds("vir ai", "Aino Virtanen"));
  CHECK(finds("  AINO   virtanen ", "Aino Virtanen"));
  CHECK_FALSE(finds("ino", "Aino Virtanen"));
  CHECK_FALSE(finds("aino x", "Aino Virtanen"));
  CHECK_FALSE(finds("", "Aino Virtanen"));
  CHECK_FALSE(finds(", .", "Aino Virtanen"));
}

TEST_CASE("each typed word needs a word of the name of its own") {
  CHECK(finds("an ann", "Anna Annikki"));
  CHECK_FALSE(finds("an ann", "Anna Virtanen"));
  CHECK(finds("a ab", "Ab Ac"));
}

TEST_CASE("searching agrees with trying every order of the words") {
  REQUIRE(rc::check("oracle", [] {
    const auto name = *fewWords();
    const auto typed = *fewWords();
    const bool compact = joinedBy(name, "").starts_with(joinedBy(typed, ""));
    RC_ASSERT(finds(joinedBy(typed, " "), joinedBy(name, " ")) ==
              (beginsInSomeOrder(typed, name) || compact));
  }));
}

TEST_CASE("accents, letters without a base letter and other scripts are found as people type") {
  CHECK(finds("jose nunez", "José Ángel Núñez"));
  CHECK(finds("soren kjaer", "Søren Kjærgaard"));
  CHECK(finds("Søren", "Soren Hansen"));
  CHECK(finds("lukasz wojcik", "Łukasz Wójcik"));
  CHECK(finds("duric", "Ivana Đurić"));
  CHECK(finds("fassbinder", "Zoë Faßbinder"));
  CHECK(finds("irem yil", "İrem Yılmaz"));
  CHECK(finds("IREM YIL", "İrem Yılmaz"));
  CHECK(finds("thor", "Jón Þór Guðmundsson"));
  CHECK(finds("nguyen huong", "Nguyễn Thị Hương"));
  CHECK(finds("γιωργος", "Γιώργος Παπαδόπουλος"));
  CHECK(finds("ΠΑΠΑΔΟΠΟΥΛΟΣ", "Γιώργος Παπαδόπουλος"));
  CHECK(finds("ИВАН ОЛЬ", "Ольга Сергеевна Иванова"));
  CHECK(finds("山田", "山田 太郎"));
  CHECK(finds("山田太郎", "山田 太郎"));
  CHECK(finds("山田 太郎", "山田太郎"));
  CHECK(finds("ｙａｍａｄａ", "Yamada Taro"));
}

TEST_CASE("hyphens, apostrophes and quotes part words or not, as the typist likes") {
  for (const char* typed : {"oconnor", "o'connor", "o’connor", "connor", "o connor", "anna-liisa",
                            "annaliisa", "liisa oconnor", "anna o`connor", "annaliisa o´connor"}) {
    INFO(typed);
    CHECK(finds(typed, "Anna-Liisa O’Connor"));
  }
  CHECK(finds("kim min-jun", "\"Kim\" Min-jun"));
  CHECK(finds("minjun", "\"Kim\" Min-jun"));
  CHECK(finds("kaahumanu", "Kaʻahumanu Lee"));
  CHECK(finds("smith john", "Smith, John"));
  CHECK(finds("johnsm", "Smith, John"));
}

TEST_CASE("letters are counted as they are typed") {
  CHECK(NameQuery("").letters() == 0);
  CHECK(NameQuery("a").letters() == 1);
  CHECK(NameQuery("a b").letters() == 2);
  CHECK(NameQuery("æ").letters() == 1);
  CHECK(NameQuery("e\u0301").letters() == 1);
  CHECK(NameQuery("'-.,").letters() == 0);
  CHECK(NameQuery("山").letters() == 1);
}

TEST_CASE("a name behind a comma is put first, a title behind a comma is left out") {
  CHECK(inSpokenOrder("Smith, John") == "John Smith");
  CHECK(inSpokenOrder(" John Smith ") == "John Smith");
  CHECK(inSpokenOrder("de la Cruz, Anna Maria") == "Anna Maria de la Cruz");
  CHECK(inSpokenOrder("John Smith, PhD") == "John Smith");
  CHECK(inSpokenOrder("Smith, John, Ph.D.") == "John Smith");
  CHECK(inSpokenOrder("Smith, John, Jr.") == "John Smith");
  CHECK(inSpokenOrder("Smith,") == "Smith");
  CHECK(inSpokenOrder(", John") == "John");
  CHECK(inSpokenOrder("山田，太郎") == "太郎 山田");
  CHECK(inSpokenOrder(",") == ",");
  CHECK(inSpokenOrder("").empty());
}

TEST_CASE("two spellings of one name have one key, and no name has none") {
  const std::string key = hallpass::nameKey("John Smith");
  CHECK(hallpass::nameKey("  JOHN\u00A0  smith ") == key);
  CHECK(hallpass::nameKey("Smith,  John") == key);
  CHECK(hallpass::nameKey("Jöhn Smith, PhD") == key);
  CHECK(hallpass::nameKey("John Smythe") != key);
  CHECK(hallpass::nameKey("JohnSmith") != key);
  CHECK(hallpass::nameKey(" ").empty());
  CHECK_FALSE(hallpass::nameKey("\u0301").empty());
}

TEST_CASE("a shown name is the first word and one letter of the last") {
  CHECK(firstNameAndInitial("Aino Virtanen") == "Aino V.");
  CHECK(firstNameAndInitial("Smith, John") == "John S.");
  CHECK(firstNameAndInitial("José Ángel Núñez") == "José N.");
  CHECK(firstNameAndInitial("John Smith, PhD") == "John S.");
  CHECK(firstNameAndInitial("Lee") == "Lee");
  CHECK(firstNameAndInitial("John (Smith)") == "John S.");
  CHECK(firstNameAndInitial("John -") == "John");
  CHECK(firstNameAndInitial("علی\u200Cرضا محمدی") == "علی\u200Cرضا م.");
  CHECK(firstNameAndInitial("").empty());
}

TEST_CASE("a shown name of two words never holds the whole last one") {
  REQUIRE(rc::check("initial", [] {
    const auto letters =
        rc::gen::container<std::string>(rc::gen::inRange('a', static_cast<char>('z' + 1)));
    const auto longer =
        rc::gen::suchThat(letters, [](const auto& word) { return word.size() > 1; });
    const std::string given = *longer;
    const std::string family = *rc::gen::suchThat(
        longer, [&](const auto& word) { return given.find(word) == std::string::npos; });
    for (const std::string& name : {given + " " + family, family + ", " + given}) {
      RC_ASSERT(firstNameAndInitial(name).find(family) == std::string::npos);
      RC_ASSERT(firstNameAndInitial(name) == given + " " + family.front() + ".");
    }
  }));
}

TEST_CASE("no name and nothing typed makes matching fail") {
  REQUIRE(rc::check("any bytes", [](const std::string& typed, const std::string& name) {
    const bool found = finds(typed, name);
    RC_ASSERT((!found || !platform::trim(name).empty()));
    RC_ASSERT(firstNameAndInitial(name).size() <= name.size() * 4 + 8);
  }));
}

}  // namespace hallpass
