#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/ledger/stock.h"
#include "kiosk/ui/desk_view.h"

namespace hallpass {

/// More than so many steps of a line cannot be told apart on a screen, and have no room in one
/// picture of 65,536 corners.
inline constexpr std::size_t kMostCourseSteps = 1000;

/// How the stock rose and fell, from the first of `changes` (oldest first) to `now`. Of more than
/// kMostCourseSteps the picture is parted into stretches of time, of each of which the highest and
/// the last step stay: so the line never misses what it is measured by, nor where it ends.
[[nodiscard]] std::vector<CourseView::Step> courseSteps(const std::vector<StockChange>& changes,
                                                        platform::UtcTime now);

}  // namespace hallpass
