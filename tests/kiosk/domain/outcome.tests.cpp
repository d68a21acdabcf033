#include "kiosk/domain/outcome.h"

#include <set>

#include "kiosk/domain/claim.h"
#include "tests/support/catch.h"

namespace hallpass {

TEST_CASE("every outcome is found by its name, and has a title of its own") {
  std::set<std::string_view> titles;
  for (const Outcome outcome : kOutcomes) {
    CHECK(outcomeNamed(name(outcome)) == outcome);
    titles.insert(title(outcome));
  }
  CHECK(titles.size() == kOutcomes.size());
  CHECK(titles.count("") == 0);
}

TEST_CASE("the outcomes are named as the command line takes them") {
  std::set<std::string_view> names;
  for (const Outcome outcome : kOutcomes) names.insert(name(outcome));
  CHECK(names == std::set<std::string_view>{"worked", "already-used", "blank-page", "card-asked",
                                            "wrong-account", "other"});
}

TEST_CASE("every cause is found by its name, and has a title of its own") {
  std::set<std::string_view> titles;
  for (const Cause cause : kCauses) {
    CHECK(causeNamed(name(cause)) == cause);
    titles.insert(title(cause));
  }
  CHECK(titles.size() == kCauses.size());
  CHECK(titles.count("") == 0);
}

TEST_CASE("the causes are named as the command line takes them") {
  std::set<std::string_view> names;
  for (const Cause cause : kCauses) names.insert(name(cause));
  CHECK(names == std::set<std::string_view>{"used", "invalid", "expired", "wrong-account",
                                            "blank-activation", "other"});
}

TEST_CASE("another name, or one of the other kind, is no outcome and no cause") {
  for (const std::string_view other : {"", "Worked", "worked ", "used", "nothing"}) {
    CHECK_FALSE(outcomeNamed(other));
  }
  for (const std::string_view other : {"", "Used", "worked", "blank-page"}) {
    CHECK_FALSE(causeNamed(other));
  }
}

TEST_CASE("each role has the name that the journal stores") {
  CHECK(name(Role::System) == "system");
  CHECK(name(Role::Student) == "student");
  CHECK(name(Role::Operator) == "operator");
  CHECK(name(Role::Instructor) == "instructor");
  CHECK(name(Role::Staff) == "staff");
}

}  // namespace hallpass
