#include "tests/e2e/monkey/growth.h"

#include "tests/support/catch.h"

using tests::growthOf;

TEST_CASE("memory that stays about the same has not grown") {
  CHECK(growthOf({}) == 0);
  CHECK(growthOf({50, 60}) == 0);
  CHECK(growthOf({50, 52, 49, 51, 90, 50, 51, 50, 52}) <= 2);
}

TEST_CASE("a leak shows, however much the samples swing") {
  std::vector<std::int64_t> leaking;
  for (int i = 0; i < 30; ++i) leaking.push_back(60'000 + 500 * i + (i % 3) * 900);
  CHECK(growthOf(leaking) > 8'000);
}
