#include <set>

#include "kiosk/domain/class.h"
#include "kiosk/domain/pass_type.h"
#include "kiosk/domain/readiness.h"
#include "tests/support/catch.h"

namespace hallpass {
namespace {

Class classWithWindow() {
  Class open;
  open.facts.from = platform::UtcTime{1'000};
  open.facts.until = platform::UtcTime{2'000};
  return open;
}

ReadinessFacts readyFacts() {
  ReadinessFacts facts;
  facts.openClass = classWithWindow();
  facts.inStock = 1;
  facts.now = platform::UtcTime{1'500};
  facts.lastEvent = platform::UtcTime{1'500};
  return facts;
}

std::vector<std::string> ids(const ReadinessFacts& facts) {
  std::vector<std::string> found;
  for (const Reason& reason : readiness(facts)) {
    CHECK_FALSE(reason.sentence.empty());
    found.emplace_back(id(reason.kind));
  }
  return found;
}

using Ids = std::vector<std::string>;

constexpr auto kLastRefusal = static_cast<int>(Refusal::Failed);

}  // namespace

TEST_CASE("a class hands out from the first to the last millisecond of its window") {
  const Class open = classWithWindow();
  CHECK(open.refusesAt({999}) == Refusal::ClassNotYetOpen);
  CHECK_FALSE(open.refusesAt({1'000}));
  CHECK_FALSE(open.refusesAt({2'000}));
  CHECK(open.refusesAt({2'001}) == Refusal::ClassOver);
}

TEST_CASE("a class without a window hands out at any time") {
  CHECK_FALSE(Class{}.refusesAt({0}));
  CHECK_FALSE(Class{}.refusesAt({253'402'300'799'999}));
}

TEST_CASE("a paused or closed class refuses before its window is looked at") {
  Class halted = classWithWindow();
  halted.state = ClassState::Paused;
  CHECK(halted.refusesAt({1'500}) == Refusal::ClassPaused);
  CHECK(halted.refusesAt({0}) == Refusal::ClassPaused);
  halted.state = ClassState::Closed;
  CHECK(halted.refusesAt({1'500}) == Refusal::ClassClosed);
  CHECK(halted.refusesAt({3'000}) == Refusal::ClassClosed);
}

TEST_CASE("a kiosk with an open class, a guide and a code is ready") {
  CHECK(ids(readyFacts()) == Ids{});
}

TEST_CASE("every reason against serving has its own id") {
  auto facts = readyFacts();
  facts.openClass.reset();
  CHECK(ids(facts) == Ids{"no-class"});

  facts = readyFacts();
  facts.diskLow = true;
  CHECK(ids(facts) == Ids{"disk-low"});

  facts = readyFacts();
  facts.openClass->state = ClassState::Paused;
  CHECK(ids(facts) == Ids{"class-paused"});
  facts.openClass->state = ClassState::Closed;
  CHECK(ids(facts) == Ids{"class-closed"});

  facts = readyFacts();
  facts.now.ms = 999;
  CHECK(ids(facts) == Ids{"class-not-yet-open"});
  facts.now.ms = 2'001;
  CHECK(ids(facts) == Ids{"class-over"});

  facts = readyFacts();
  facts.guideProblem = "guides/x.toml, line 1: no.";
  CHECK(ids(facts) == Ids{"guide-invalid"});
  CHECK(readiness(facts).front().sentence == facts.guideProblem);

  facts = readyFacts();
  facts.inStock = 0;
  CHECK(ids(facts) == Ids{"out-of-stock"});
}

TEST_CASE("several reasons come together, a failed ledger comes alone") {
  auto facts = readyFacts();
  facts.openClass->state = ClassState::Paused;
  facts.guideProblem = "x";
  facts.inStock = 0;
  facts.lastEvent.ms += kClockToleranceMs + 1;
  CHECK(ids(facts) == Ids{"clock-behind", "class-paused", "guide-invalid", "out-of-stock"});
}

TEST_CASE("a clock may fall behind the newest entry by the tolerance and no more") {
  auto facts = readyFacts();
  facts.lastEvent.ms = facts.now.ms + kClockToleranceMs;
  CHECK(ids(facts) == Ids{});
  facts.lastEvent.ms += 1;
  CHECK(ids(facts) == Ids{"clock-behind"});
}

TEST_CASE("every refusal has a word and a sentence of its own") {
  std::set<std::string_view> words;
  std::set<std::string_view> sentences;
  for (int number = 0; number <= kLastRefusal; ++number) {
    const auto refusal = static_cast<Refusal>(number);
    words.insert(name(refusal));
    sentences.insert(sentence(refusal));
    CHECK(sentence(refusal).find(". ") != std::string_view::npos);
  }
  CHECK(words.size() == static_cast<std::size_t>(kLastRefusal) + 1);
  CHECK(sentences.size() == words.size());
  CHECK(name(Refusal::OutOfStock) == "OutOfStock");
}

TEST_CASE("every refusal has a sentence for the screen that names no command and no option") {
  std::set<std::string_view> sentences;
  for (int number = 0; number <= kLastRefusal; ++number) {
    const std::string_view said = deskSentence(static_cast<Refusal>(number));
    INFO(said);
    sentences.insert(said);
    CHECK(said.find(". ") != std::string_view::npos);
    CHECK(said.back() == '.');
    CHECK(said.find("hallpass") == std::string_view::npos);
    CHECK(said.find("--") == std::string_view::npos);
  }
  CHECK(sentences.size() == static_cast<std::size_t>(kLastRefusal) + 1);
}

TEST_CASE("a class word counts without case, accents and white space at its ends") {
  CHECK(isClassWord("Maple", "maple"));
  CHECK(isClassWord("  MAPLE ", "maple"));
  CHECK(isClassWord("erable", " Érable"));
  CHECK_FALSE(isClassWord("maples", "maple"));
  CHECK_FALSE(isClassWord("map le", "maple"));
  CHECK_FALSE(isClassWord("", "maple"));
}

TEST_CASE("a code has a type's shape when all of it fits one of the shapes") {
  PassType type;
  type.shapes = {std::regex("[A-Z0-9]{6}"), std::regex("[a-f]{2}-[a-f]{2}")};
  CHECK(type.hasShape("TST001"));
  CHECK(type.hasShape("ab-cd"));
  CHECK_FALSE(type.hasShape("TST0011"));
  CHECK_FALSE(type.hasShape(" TST001"));
  CHECK_FALSE(type.hasShape(""));
}

TEST_CASE("a text too long for any code has no shape, and does not end the process") {
  PassType type;
  type.shapes = {std::regex("(a|b)*")};
  CHECK(type.hasShape(std::string(256, 'a')));
  CHECK_FALSE(type.hasShape(std::string(10'000'000, 'a')));
}

TEST_CASE("the case of A to Z makes two codes one only where the type says so") {
  PassType type;
  CHECK(type.identity("aB-1é") == "aB-1é");
  type.caseRule = CaseRule::Insensitive;
  CHECK(type.identity("aB-1é") == "AB-1é");
}

}  // namespace hallpass
