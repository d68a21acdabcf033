#pragma once

#include <string>

#include "kiosk/ui/view.h"

namespace hallpass {

/// Every text of a screen of the desk that does not stand in the program: names, titles, files.
/// What the fonts need beyond the program's own words. "" for the screens of a visit.
[[nodiscard]] std::string textsOf(const ScreenView& screen);

}  // namespace hallpass
