#pragma once

#include "kiosk/domain/figures.h"
#include "kiosk/ui/page.h"

namespace hallpass {

/// How far a class is: a bar of four parts, each with its own pattern, and below it the number and
/// the word of each, so that no colour is needed to tell them apart.
void drawProgressPicture(Page& page, const Rect& area, const ClassFigures& figures);

/// The height in pixels that it takes in that width.
[[nodiscard]] float progressPictureHeight(const Page& page, float width);

}  // namespace hallpass
