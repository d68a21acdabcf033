#include "kiosk/desk/stock_course.h"

#include <algorithm>

#include "tests/support/catch.h"

using hallpass::courseSteps;
using hallpass::CourseView;
using hallpass::kMostCourseSteps;
using hallpass::StockChange;
using platform::UtcTime;

namespace {

constexpr std::int64_t kMinute = 60'000;

/// A hundred codes come in, and are taken one a minute, again and again; once twenty more.
std::vector<StockChange> busyYears(int changes) {
  std::vector<StockChange> all;
  for (int at = 0; at < changes; ++at) {
    const bool comesIn = at % 101 == 0;
    const std::int64_t extra = at == 101 * 50 ? 20 : 0;
    all.push_back({UtcTime{at * kMinute}, comesIn ? 100 + extra : -1});
  }
  return all;
}

std::int64_t highest(const std::vector<CourseView::Step>& steps) {
  std::int64_t most = 0;
  for (const CourseView::Step& step : steps) most = std::max(most, step.value);
  return most;
}

}  // namespace

TEST_CASE("each change of a stock is a step, from the first change to now") {
  const auto steps =
      courseSteps({{UtcTime{0}, 5}, {UtcTime{50}, -1}, {UtcTime{75}, 3}}, UtcTime{100});
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].at == 0.0);
  CHECK(steps[1].at == 0.5);
  CHECK(steps[2].at == 0.75);
  CHECK(steps[0].value == 5);
  CHECK(steps[1].value == 4);
  CHECK(steps[2].value == 7);
  CHECK(courseSteps({}, UtcTime{100}).empty());
}

TEST_CASE("a clock that was set back leaves the line in its picture") {
  const auto steps = courseSteps({{UtcTime{50}, -1}, {UtcTime{200}, 3}}, UtcTime{100});
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].value == 0);
  CHECK(steps[1].at == 1.0);
}

TEST_CASE("of a stock that changed very often the line keeps its height, its end and its order") {
  const auto changes = busyYears(20'000);
  const UtcTime now{20'000 * kMinute};
  const auto steps = courseSteps(changes, now);
  CHECK(steps.size() <= kMostCourseSteps);
  CHECK(steps.size() > kMostCourseSteps / 4);
  std::int64_t stock = 0;
  std::int64_t most = 0;
  for (const StockChange& change : changes) most = std::max(most, stock += change.by);
  CHECK(steps.back().value == stock);
  CHECK(highest(steps) == most);
  CHECK(steps.front().at == 0.0);
  CHECK(std::is_sorted(steps.begin(), steps.end(),
                       [](const auto& one, const auto& other) { return one.at < other.at; }));
}

TEST_CASE("a line of few steps keeps all of them") {
  const auto changes = busyYears(static_cast<int>(kMostCourseSteps));
  CHECK(courseSteps(changes, UtcTime{2'000 * kMinute}).size() == kMostCourseSteps);
}
