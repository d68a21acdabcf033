#pragma once

#include <optional>

#include "kiosk/domain/figures.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// What is drawn of a class.
struct ProgressPicture {
  const ClassFigures& figures;
  const std::optional<StockOutlook>& stock;  ///< With what there is for those without a code.
  bool dense = false;                        ///< Lower.
};

/// How far each student of a class is: a cell for each, or where they are too many a stretch for
/// each state, and the numbers with their words below. Each state has another pattern, so that they
/// differ without their colours, and a word. Below those who have no code yet stands the code that
/// each of them can have, and a sign where there is none (shortBy()).
void drawProgressPicture(Page& page, const Rect& area, const ProgressPicture& picture);

/// The height in pixels that it needs at such a width.
[[nodiscard]] float progressPictureHeight(const Page& page, float width,
                                          const ProgressPicture& picture);

}  // namespace hallpass
