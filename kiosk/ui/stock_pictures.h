#pragma once

#include "kiosk/ui/desk_view.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// The stations of a route, side by side, each an arrow that points at the next: how many came as
/// far as there, above its word.
void drawRoute(Page& page, const Rect& area, const std::vector<Fact>& stations);

/// A sentence, and below it a column for each entry: its number above it, its label below. A column
/// with a sign has another pattern as well as another colour.
void drawColumns(Page& page, const Rect& area, const ColumnsView& view);

/// A sentence, and below it how a number rose and fell: a step for each change.
void drawCourse(Page& page, const Rect& area, const CourseView& view);

/// The heights in pixels that they need to be read well.
[[nodiscard]] float routeHeight(const Page& page);
[[nodiscard]] float chartHeight(const Page& page, bool dense);

}  // namespace hallpass
