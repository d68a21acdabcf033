#pragma once

#include <string>
#include <vector>

#include "kiosk/gallery/screens.h"

namespace hallpass {

/// Plays a class through on a device that is made for it and thrown away after: a student's visit,
/// the instructor's desk and venue staff's page, by touching what their screens offer, in the
/// language that is set. Answers the screens that it met, in groups "visit", "desk" and "staff".
/// What could not be touched is said in `missing`, one line each; the rest of that walk is left
/// out.
[[nodiscard]] std::vector<GalleryScreen> rehearse(std::vector<std::string>& missing);

}  // namespace hallpass
