#pragma once

#include <string>
#include <vector>

#include "kiosk/gallery/screens.h"
#include "kiosk/gallery/shots.h"

namespace hallpass {

/// The page that shows the pictures of `series`: all screens by their groups, and a choice of
/// language, size and look. HTML with relative links alone; it needs no network. A picture that
/// was not made is said to be missing in its place.
[[nodiscard]] std::string indexPage(const std::vector<GalleryScreen>& screens,
                                    const std::vector<GallerySeries>& series);

}  // namespace hallpass
