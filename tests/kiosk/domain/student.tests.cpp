#include "kiosk/domain/student.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/kiosk/domain/roster_fixture.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

using tests::rosterOf;

std::vector<std::int64_t> idsOf(const std::vector<StudentId>& found) {
  std::vector<std::int64_t> ids;
  for (const StudentId id : found) ids.push_back(id.value);
  return ids;
}

using Places = std::vector<std::int64_t>;

std::vector<StudentId> allOf(const std::vector<Student>& roster) {
  std::vector<StudentId> ids;
  for (const Student& student : roster) ids.push_back(student.id);
  return ids;
}

bool contains(const std::vector<StudentId>& found, StudentId id) {
  return std::find(found.begin(), found.end(), id) != found.end();
}

/// Rosters of few names, e-mails and numbers, so that many are alike; no two lines are one student.
rc::Gen<std::vector<Student>> manyAlike() {
  const auto name = rc::gen::element<std::string>("John Smith", "Smith, John", "John Sanders",
                                                  "John Smithson", "Ann Lee", "Lee");
  const auto number = rc::gen::map(rc::gen::inRange(0, 40), [](int n) {
    return n < 15 ? std::string() : std::to_string(n * 1000 % 7919) + (n % 2 == 0 ? "399" : "");
  });
  const auto email = rc::gen::element<std::string>("", "", "j@x.org", "js@x.org", "jos@x.org",
                                                   "jsmith@x.org", "j.smith@x.org", "jxxith@x.org");
  const auto entry = rc::gen::map(rc::gen::tuple(name, email, number), [](const auto& parts) {
    return RosterEntry{std::get<0>(parts), std::get<1>(parts), std::get<2>(parts)};
  });
  return rc::gen::map(rc::gen::container<std::vector<RosterEntry>>(entry), [](const auto& entries) {
    std::vector<RosterEntry> distinct;
    std::set<std::string> keys;
    for (const RosterEntry& one : entries) {
      const std::string key = !one.number.empty()  ? "n" + one.number
                              : !one.email.empty() ? "e" + one.email
                                                   : "-" + one.name;
      if (keys.insert(key).second) distinct.push_back(one);
    }
    return rosterOf(distinct);
  });
}

}  // namespace

TEST_CASE("every student of the sample roster is found by the first letters of each word") {
  const auto roster = tests::sampleRoster();
  REQUIRE(roster.size() == 30);
  for (const Student& student : roster) {
    for (const std::string& word : platform::words(inSpokenOrder(student.entry.name))) {
      const std::u32string letters = platform::toCodePoints(word);
      if (letters.size() < 3) continue;
      const std::string typed = platform::toUtf8(letters.substr(0, 3));
      INFO(typed);
      CHECK(contains(search(roster, typed), student.id));
      CHECK(contains(search(roster, platform::foldForSearch(typed)), student.id));
    }
  }
}

TEST_CASE("every student of the sample roster is found by number, by e-mail and by whole name") {
  const auto roster = tests::sampleRoster();
  for (const Student& student : roster) {
    INFO(student.entry.name);
    REQUIRE(findByNumber(roster, student.entry.number) != nullptr);
    CHECK(findByNumber(roster, student.entry.number)->id == student.id);
    CHECK(findByKey(roster, student.entry.number).value() == student.id);
    CHECK(findByKey(roster, student.entry.email).value() == student.id);
    const auto byName = findByKey(roster, student.entry.name);
    if (inSpokenOrder(student.entry.name) == "John Smith") {
      CHECK(byName.error() == Refusal::AmbiguousStudent);
    } else {
      CHECK(byName.value() == student.id);
    }
  }
}

TEST_CASE("the roster cannot be browsed with fewer than two letters") {
  const auto roster = tests::sampleRoster();
  for (const char* typed : {"", " ", "a", " a ", "a.", "æ", "-'", "山"}) {
    INFO(typed);
    CHECK(search(roster, typed).empty());
  }
  CHECK(search(roster, "le").size() == 2);
  CHECK(search(roster, "x æ").size() == 1);
}

TEST_CASE("hits come in the order of the roster") {
  const auto roster = tests::sampleRoster();
  CHECK(idsOf(search(roster, "smith")) == Places{23, 24, 25});
  CHECK(idsOf(search(roster, "john smith")) == Places{23, 24, 25});
}

TEST_CASE("a number is matched whole, in any case, and only where that leaves no doubt") {
  const auto roster =
      rosterOf({{"A", "", "S70100"}, {"B", "", "x1"}, {"C", "", "X1"}, {"D", "", ""}});
  CHECK(findByNumber(roster, " s70100\n")->id.value == 1);
  CHECK(findByNumber(roster, "S7010") == nullptr);
  CHECK(findByNumber(roster, "701") == nullptr);
  CHECK(findByNumber(roster, "") == nullptr);
  CHECK(findByNumber(roster, "x1")->id.value == 2);
  CHECK(findByNumber(roster, "X1")->id.value == 3);
  CHECK(findByNumber(rosterOf({{"B", "", "ab1"}, {"C", "", "AB1"}}), "Ab1") == nullptr);
}

TEST_CASE("a key is a number first, then an e-mail, then a whole name") {
  const auto roster = rosterOf({{"José Núñez", "jose@x.org", "7"},
                                {"Jose Nunez", "JO@x.org", "8"},
                                {"7", "seven@x.org", "9"},
                                {"Smith, John", "", ""},
                                {"Ann  Lee", "", ""}});
  CHECK(findByKey(roster, "7").value().value == 1);
  CHECK(findByKey(roster, "JOSE@X.ORG").value().value == 1);
  CHECK(findByKey(roster, "José Núñez").value().value == 1);
  CHECK(findByKey(roster, "Jose Nunez").value().value == 2);
  CHECK(findByKey(roster, "JOSE NUNEZ").error() == Refusal::AmbiguousStudent);
  CHECK(findByKey(roster, "john smith").value().value == 4);
  CHECK(findByKey(roster, " Smith,  John").value().value == 4);
  CHECK(findByKey(roster, "ann lee").value().value == 5);
  CHECK(findByKey(roster, "ann").error() == Refusal::UnknownStudent);
  CHECK(findByKey(roster, "").error() == Refusal::UnknownStudent);
  CHECK(findByKey(roster, " \u200B").error() == Refusal::UnknownStudent);
}

TEST_CASE("two people of one name in two writings are two people") {
  const auto roster = rosterOf({{"Smith, John", "", "1"}, {"John Smith", "", "2"}});
  CHECK(findByKey(roster, "John Smith").error() == Refusal::AmbiguousStudent);
  CHECK(findByKey(roster, "Smith, John").error() == Refusal::AmbiguousStudent);
}

TEST_CASE("hints tell apart everybody who shows the same name, on any roster") {
  REQUIRE(rc::check("hints", [] {
    const auto roster = *manyAlike();
    const auto names = shownNames(roster, allOf(roster));
    RC_ASSERT(names.size() == roster.size());
    std::set<std::pair<std::string, std::string>> shown;
    std::map<std::string, int> howMany;
    for (const ShownName& name : names) {
      shown.insert({name.name, name.hint});
      ++howMany[name.name];
    }
    RC_ASSERT(shown.size() == names.size());
    for (const ShownName& name : names) RC_ASSERT(name.hint.empty() == (howMany[name.name] == 1));
  }));
}

TEST_CASE("a hint shows as little of a number or an e-mail as tells namesakes apart") {
  const auto hint = [](const std::vector<RosterEntry>& entries) {
    const auto roster = rosterOf(entries);
    return shownNames(roster, {allOf(roster).data(), 1}).front().hint;
  };
  CHECK(hint({{"John Smith", "", "S70386"}}).empty());
  CHECK(hint({{"John Smith", "", "S70386"}, {"John Smith", "", "S70399"}}) == "number ends in 386");
  CHECK(hint({{"John Smith", "", "S1386"}, {"John Smith", "", "S2386"}}) == "number ends in 1386");
  CHECK(hint({{"John Smith", "", "12"}, {"John Smith", "", "13"}}) == "number ends in 2");
  CHECK(hint({{"John Smith", "", "12"}, {"John Smith", "", "22"}}) == "number ends in 12");
  CHECK(hint({{"John Smith", "jsmith@x.org", ""}, {"John Smith", "", "1"}}) == "e-mail j…th@x.org");
  CHECK(hint({{"John Smith", "js@x.org", ""}, {"John Smith", "", "1"}}) == "e-mail j…@x.org");
  CHECK(hint({{"John Smith", "", ""}, {"John Sanders", "", ""}}) == "John Smith");
}

TEST_CASE("names are shown in the order in which they were asked for") {
  const auto roster = rosterOf({{"Aino Virtanen", "", ""}, {"Smith, John", "", ""}});
  const std::vector<StudentId> asked = {roster[1].id, roster[0].id};
  const auto names = shownNames(roster, asked);
  REQUIRE(names.size() == 2);
  CHECK(names[0].name == "John S.");
  CHECK(names[1].name == "Aino V.");
  CHECK(shownNames(roster, {}).empty());
}

}  // namespace hallpass
