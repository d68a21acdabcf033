#pragma once

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/theme.h"

namespace hallpass {

/// Draws black over all that the frame draws, with a line that says why, for whoever comes by and
/// takes the device for broken. What lies below is still described.
void drawDarkness(const Metrics& metrics, const Fonts& fonts);

}  // namespace hallpass
