#pragma once

#include <cstdint>

#include "kiosk/ui/page.h"

namespace hallpass {

/// Whether there is a code for a student who needs one.
enum class Cover : std::uint8_t { Code, Missing };

/// A code as a small ticket, or the sign that there is none for this student: other shapes as well
/// as other colours.
void drawCover(Page& page, const Rect& area, Cover cover);

/// So many students who need a code, side by side in `area` with `gap` between them, of whom the
/// last `missing` get none. Where they are too many to be told apart, a stretch for each kind.
void drawCoverRow(Page& page, const Rect& area, std::int64_t students, std::int64_t missing,
                  float gap);

}  // namespace hallpass
