#include "kiosk/desk/stock_course.h"

#include <algorithm>

namespace hallpass {
namespace {

using Steps = std::vector<CourseView::Step>;

std::size_t stretchOf(const CourseView::Step& step) {
  constexpr std::size_t kStretches = kMostCourseSteps / 2;
  return std::min(kStretches - 1, static_cast<std::size_t>(step.at * double{kStretches}));
}

Steps thinnedOut(const Steps& steps) {
  Steps kept;
  for (auto first = steps.begin(); first != steps.end();) {
    const auto end = std::find_if(first, steps.end(), [&](const CourseView::Step& step) {
      return stretchOf(step) != stretchOf(*first);
    });
    const auto highest = std::max_element(
        first, end, [](const CourseView::Step& one, const CourseView::Step& other) {
          return one.value < other.value;
        });
    kept.push_back(*highest);
    if (highest + 1 != end) kept.push_back(*(end - 1));
    first = end;
  }
  return kept;
}

}  // namespace

Steps courseSteps(const std::vector<StockChange>& changes, platform::UtcTime now) {
  Steps steps;
  if (changes.empty()) return steps;
  const std::int64_t first = changes.front().at.ms;
  const auto whole = static_cast<double>(std::max<std::int64_t>(1, now.ms - first));
  std::int64_t stock = 0;
  for (const StockChange& change : changes) {
    stock += change.by;
    const double at = std::clamp(static_cast<double>(change.at.ms - first) / whole, 0.0, 1.0);
    steps.push_back({at, std::max<std::int64_t>(0, stock)});  // A clock was set back.
  }
  return steps.size() > kMostCourseSteps ? thinnedOut(steps) : steps;
}

}  // namespace hallpass
