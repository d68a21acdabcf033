// Every fact of tests/data/facts.csv is shown to students, or left out on purpose. Prints the
// table.
#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "kiosk/guide/find_answers.h"
#include "kiosk/guide/guide.h"
#include "tests/kiosk/guide/assets_copy.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

struct Fact {
  std::string id;
  std::string status;  ///< KEEP, CHANGED or HIST
  std::string what;
};

std::vector<Fact> readFacts() {
  std::ifstream in(TESTS_DATA "/facts.csv");
  std::vector<Fact> facts;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const auto first = line.find(',');
    const auto second = line.find(',', first + 1);
    REQUIRE(second != line.npos);
    std::string what = line.substr(second + 1);
    if (what.starts_with('"')) what = what.substr(1, what.size() - 2);
    facts.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), what});
  }
  return facts;
}

/// Where each fact is shown: "guides/azure-pass step enter-code".
using Places = std::map<std::string, std::set<std::string>>;

void add(Places& places, const std::vector<std::string>& facts, const std::string& place) {
  for (const std::string& fact : facts) places[fact].insert(place);
}

void addGuide(Places& places, const Guide& guide) {
  const std::string file = "guides/" + guide.id;
  for (const WarningCard& card : guide.cards) {
    add(places, card.facts, file + " card \"" + card.title + "\"");
  }
  for (const GuideStep& step : guide.steps) add(places, step.facts, file + " step " + step.id);
  for (const GuideAnswer& answer : guide.answers) {
    add(places, answer.facts, "answers/" + std::string(name(answer.stage)) + " " + answer.id);
  }
  for (const GuideTopic& topic : guide.topics) {
    for (const GuideStep& step : topic.steps) {
      add(places, step.facts, "topics/" + topic.id + " step " + step.id);
    }
  }
  for (const Browser& browser : guide.browsers)
    add(places, browser.facts, "browsers " + browser.id);
}

Places shownPlaces() {
  Places places;
  for (const std::string& id : guideIds(tests::kShipped)) {
    const auto guide = loadGuide(tests::kShipped, id);
    INFO((guide ? id : guide.error().sentence));
    REQUIRE(guide);
    addGuide(places, *guide);
  }
  return places;
}

/// The first places; a table with all 14 browsers in a row helps nobody.
std::string listOf(const std::set<std::string>& places) {
  constexpr std::size_t kMost = 3;
  std::string list;
  std::size_t named = 0;
  for (const std::string& place : places) {
    if (named++ == kMost) return list + ", and " + std::to_string(places.size() - kMost) + " more";
    list += (list.empty() ? "" : ", ") + place;
  }
  return list;
}

std::string rowOf(const Fact& fact, const Places& places) {
  const auto found = places.find(fact.id);
  std::ostringstream row;
  row << std::left << std::setw(5) << fact.id << std::setw(9) << fact.status << std::setw(62)
      << fact.what;
  if (found != places.end()) {
    row << listOf(found->second);
  } else {
    row << (fact.status == "HIST" ? "left out on purpose: history" : "NOT SHOWN");
  }
  return row.str();
}

/// Every guide's answers that show that fact.
std::vector<std::pair<Guide, GuideAnswer>> answersTo(const std::string& fact) {
  std::vector<std::pair<Guide, GuideAnswer>> found;
  for (const std::string& id : guideIds(tests::kShipped)) {
    const auto guide = loadGuide(tests::kShipped, id);
    REQUIRE(guide);
    for (const GuideAnswer& answer : guide->answers) {
      const bool shows =
          std::find(answer.facts.begin(), answer.facts.end(), fact) != answer.facts.end();
      if (shows) found.emplace_back(*guide, answer);
    }
  }
  return found;
}

/// What a student would type: the longest word of the message, or of the title where there is none.
std::string typedFor(const GuideAnswer& answer) {
  std::istringstream words(answer.messages.empty() ? answer.title : answer.messages.front());
  std::string longest;
  for (std::string word; words >> word;) {
    if (word.size() > longest.size()) longest = word;
  }
  return longest;
}

}  // namespace

TEST_CASE("each failure of the field is found by a word of its message") {
  int failures = 0;
  for (const Fact& fact : readFacts()) {
    if (!fact.id.starts_with('T')) continue;
    ++failures;
    bool isFound = false;
    for (const auto& [guide, answer] : answersTo(fact.id)) {
      for (const GuideAnswer* one : findAnswers(guide.answers, typedFor(answer))) {
        isFound = isFound || one->id == answer.id;
      }
    }
    INFO(fact.id << ": " << fact.what);
    CHECK(isFound);
  }
  CHECK(failures == 38);
}

TEST_CASE("every fact of the field is shown somewhere, and only history is left out") {
  const Places places = shownPlaces();
  const std::vector<Fact> facts = readFacts();
  CHECK(facts.size() == 38 + 17 + 38);
  std::string table;
  std::string holes;
  for (const Fact& fact : facts) {
    table += rowOf(fact, places) + "\n";
    if (fact.status != "HIST" && !places.contains(fact.id)) holes += fact.id + " ";
  }
  std::cout << table;
  CHECK(holes == "");
}

TEST_CASE("no step, answer or browser claims a fact that does not exist, or that is history") {
  std::map<std::string, std::string> statusOf;
  for (const Fact& fact : readFacts()) statusOf[fact.id] = fact.status;
  for (const auto& [id, status] : statusOf) {
    INFO(id);
    CHECK((status == "KEEP" || status == "CHANGED" || status == "HIST"));
  }
  for (const auto& [fact, where] : shownPlaces()) {
    INFO(fact << " in " << *where.begin());
    CHECK(statusOf.contains(fact));
    CHECK(statusOf[fact] != "HIST");
  }
}

}  // namespace hallpass
