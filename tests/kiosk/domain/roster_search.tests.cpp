#include "kiosk/domain/roster_search.h"

#include <array>
#include <random>

#include "tests/support/catch.h"

using hallpass::RosterSearch;
using hallpass::Student;
using hallpass::StudentId;

namespace {

/// Rosters and queries of few letters, so that many names are alike.
class Mixer {
 public:
  explicit Mixer(unsigned seed) : random_(seed) {}

  std::vector<Student> roster(int count) {
    std::vector<Student> students;
    for (int i = 0; i < count; ++i) {
      students.push_back({{i + 1}, {name(), one(kMails), one(kNumbers)}, false, ""});
    }
    return students;
  }

  std::string name() {
    std::string text = one(kWords);
    while (below(3) > 0) text += one(kBetween) + one(kWords);
    return text;
  }

  std::string query() {
    std::string text = below(3) == 0 ? one(kNumbers) : name();
    if (!text.empty() && below(2) == 0) text.resize(below(text.size()) + 1);
    return text;
  }

 private:
  template <class List>
  std::string one(const List& list) {
    return list.at(below(list.size()));
  }
  std::size_t below(std::size_t end) { return random_() % end; }

  static constexpr std::array kWords{"Aino", "AN",  "Ann", "O",     "Connor", "oconnor",
                                     "Éva",  "eva", "Li",  "Smith", "山田",   "たろ",
                                     "PhD",  "ae",  "æsa", "Jr",    "Ano",    "Ain"};
  static constexpr std::array kBetween{" ", "-", "'", ", ", "  ", "’", " - "};
  static constexpr std::array kMails{"", "a@b.example", "ab@b.example", "abc@b.example"};
  static constexpr std::array kNumbers{"", "A1", "a1", "12", "123", "0123", "123 "};

  std::mt19937 random_;
};

bool isSame(const std::vector<hallpass::ShownName>& one,
            const std::vector<hallpass::ShownName>& other) {
  return std::equal(
      one.begin(), one.end(), other.begin(), other.end(),
      [](const auto& a, const auto& b) { return a.name == b.name && a.hint == b.hint; });
}

}  // namespace

TEST_CASE("a prepared roster answers as one that is read through", "[roster-search]") {
  Mixer mixer(20261121);
  RosterSearch prepared;
  std::size_t hits = 0;
  for (int round = 0; round < 60; ++round) {
    const auto roster = mixer.roster(round);
    prepared.lookIn(roster);
    for (int asked = 0; asked < 50; ++asked) {
      const std::string typed = mixer.query();
      const auto found = search(roster, typed);
      INFO("round " << round << ", typed: " << typed);
      REQUIRE(prepared.find(typed) == found);
      REQUIRE(prepared.findByNumber(typed) == findByNumber(roster, typed));
      REQUIRE(isSame(prepared.shown(found), shownNames(roster, found)));
      hits += found.size();
    }
  }
  CHECK(hits > 1'000);
}

TEST_CASE("a roster that changed is prepared anew", "[roster-search]") {
  std::vector<Student> roster{{{1}, {"Aino Virtanen", "", "7"}, false, ""}};
  RosterSearch prepared;
  prepared.lookIn(roster);
  CHECK(prepared.find("virt").size() == 1);
  roster.front().entry.name = "Aino Korhonen";
  prepared.lookIn(roster);
  CHECK(prepared.find("virt").empty());
  CHECK(prepared.find("korh").size() == 1);
  roster.push_back({{2}, {"Ben Li", "", "7"}, false, ""});
  prepared.lookIn(roster);
  CHECK(prepared.find("ben").size() == 1);
  CHECK(prepared.findByNumber("7") == nullptr);
  prepared.lookIn({});
  CHECK(prepared.find("ben").empty());
}
