#include "kiosk/desk/student_list.h"

#include "kiosk/domain/outcome.h"
#include "tests/support/catch.h"

using namespace hallpass;

namespace {

Student student(std::int64_t id, RosterEntry entry, bool claimed = false,
                const std::string& outcome = "") {
  return {{id}, std::move(entry), claimed, outcome};
}

ClaimRecord record(std::int64_t claim, std::int64_t of, std::int64_t at, bool live = true) {
  ClaimRecord made{{claim}, {of}, {}, Code("SECRETCODE" + std::to_string(100 + claim)),
                   0,       {at}, 1,  {},
                   {},      true, {}};
  made.live = live;
  return made;
}

std::vector<std::string> namesOf(const std::vector<const ListedStudent*>& found) {
  std::vector<std::string> names;
  for (const ListedStudent* one : found) names.push_back(one->name);
  return names;
}

using Names = std::vector<std::string>;

/// Two without a code, one stuck, two silent, one for whom it worked; the roster in no order.
StudentList sampleList() {
  return {
      {student(1, {"Oona Worked", "oona@example.org", "S1"}, true, "worked"),
       student(2, {"\xC3\x89va Silent", "", "S2"}, true), student(3, {"Ville Without", "", "A3"}),
       student(4, {"Bo Silent", "bo@example.org", ""}, true),
       student(5, {"Stuck, Sam", "", "S5"}, true, "card-asked"),
       student(6, {"Anna Without", "", ""})},
      {record(1, 1, 400), record(2, 2, 300), record(3, 4, 100), record(5, 5, 200),
       record(4, 5, 90, false)}};
}

}  // namespace

TEST_CASE("who has no code yet stands first, then who is stuck, silent and done, each by name") {
  CHECK(namesOf(sampleList().find({})) == Names{"Anna Without", "Ville Without", "Sam Stuck",
                                                "Bo Silent", "\xC3\x89va Silent", "Oona Worked"});
}

TEST_CASE("students are sorted by name, moment and state, both ways") {
  const StudentList list = sampleList();
  const auto sorted = [&](StudentColumn column, Direction direction) {
    return namesOf(list.find({"", std::nullopt, column, direction}));
  };
  const Names byName{"Anna Without", "Bo Silent", "\xC3\x89va Silent",
                     "Oona Worked",  "Sam Stuck", "Ville Without"};
  CHECK(sorted(StudentColumn::Name, Direction::Ascending) == byName);
  CHECK(sorted(StudentColumn::Name, Direction::Descending) ==
        Names(byName.rbegin(), byName.rend()));
  CHECK(sorted(StudentColumn::Taken, Direction::Ascending) ==
        Names{"Bo Silent", "Sam Stuck", "\xC3\x89va Silent", "Oona Worked", "Anna Without",
              "Ville Without"});
  CHECK(sorted(StudentColumn::Taken, Direction::Descending) ==
        Names{"Oona Worked", "\xC3\x89va Silent", "Sam Stuck", "Bo Silent", "Anna Without",
              "Ville Without"});
  CHECK(sorted(StudentColumn::State, Direction::Descending) ==
        Names{"Oona Worked", "Bo Silent", "\xC3\x89va Silent", "Sam Stuck", "Anna Without",
              "Ville Without"});
}

TEST_CASE("each state is filtered, and counted whatever the filter") {
  const StudentList list = sampleList();
  StudentQuery query;
  CHECK(list.count(query) == std::array<std::size_t, 4>{2, 1, 2, 1});
  query.only = StudentState::Stuck;
  CHECK(namesOf(list.find(query)) == Names{"Sam Stuck"});
  CHECK(list.count(query) == std::array<std::size_t, 4>{2, 1, 2, 1});
  query.only = StudentState::Without;
  CHECK(namesOf(list.find(query)) == Names{"Anna Without", "Ville Without"});
  query.only = StudentState::Silent;
  CHECK(namesOf(list.find(query)) == Names{"Bo Silent", "\xC3\x89va Silent"});
  query.only = StudentState::Worked;
  CHECK(namesOf(list.find(query)) == Names{"Oona Worked"});
}

TEST_CASE("a search finds parts of names without accents, numbers and e-mails by their start") {
  const StudentList list = sampleList();
  const auto found = [&](const std::string& typed) {
    StudentQuery query;
    query.typed = typed;
    return namesOf(list.find(query));
  };
  CHECK(found("eva") == Names{"\xC3\x89va Silent"});
  CHECK(found("sil \xC3\xA9v") == Names{"\xC3\x89va Silent"});
  CHECK(found("WITHOUT") == Names{"Anna Without", "Ville Without"});
  CHECK(found("sam st") == Names{"Sam Stuck"});
  CHECK(found("a3") == Names{"Ville Without"});
  CHECK(found("bo@ex") == Names{"Bo Silent"});
  CHECK(found("3").empty());
  CHECK(found("ithout").empty());
  CHECK(found("  ").size() == 6);
}

TEST_CASE("the numbers of the filters are those of the search") {
  StudentQuery query;
  query.typed = "without";
  CHECK(sampleList().count(query) == std::array<std::size_t, 4>{2, 0, 0, 0});
}

TEST_CASE("the code in a list is masked, and the one that is in use now") {
  const StudentList list = sampleList();
  const ListedStudent* sam = list.find({"sam", std::nullopt}).front();
  CHECK(sam->code == Code("SECRETCODE105").masked());
  CHECK(sam->takenAt == platform::UtcTime{200});
  const ListedStudent* anna = list.find({"anna", std::nullopt}).front();
  CHECK(anna->code.empty());
  CHECK_FALSE(anna->takenAt);
}

TEST_CASE("namesakes are told apart by number, else e-mail") {
  const StudentList list({student(1, {"John Smith", "one@example.org", "77"}),
                          student(2, {"Smith, John", "two@example.org", ""}),
                          student(3, {"Joan Smith", "three@example.org", "79"})},
                         {});
  CHECK(namesOf(list.find({"", std::nullopt, StudentColumn::Name})) ==
        Names{"Joan Smith", "John Smith (77)", "John Smith (two@example.org)"});
}

TEST_CASE("an outcome that this program does not know counts as stuck and is said as it is") {
  CHECK(stateOf(student(1, {"A", "", ""}, true, "eaten-by-dog")) == StudentState::Stuck);
  CHECK(outcomeTitle("eaten-by-dog") == "eaten-by-dog");
  CHECK(outcomeTitle("already-used") == std::string(title(Outcome::AlreadyUsed)));
  CHECK(outcomeTitle("").empty());
}
