#pragma once

#include "kiosk/ui/page.h"

namespace hallpass {

/// The rows of a list whose page is turned slide in, from below where it is turned forward. Says so
/// before or after the rows of this picture are drawn: `later` = with those of the next one.
void startTurning(Page& page, bool forward, bool later);

/// Moves the rows that were just drawn, from the `from`-th corner of the draw list on.
void moveRows(Page& page, int from);

}  // namespace hallpass
