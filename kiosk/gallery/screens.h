#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/view.h"

namespace hallpass {

/// A screen as the gallery shows it.
struct GalleryScreen {
  std::string group;  ///< "visit", "guide", "desk", "staff", "limits"
  std::string name;   ///< Unique within its group: "student, swapped".
  View view;
  std::u32string characters = {};  ///< Of names and titles, for the fonts.
  std::string opened = {};         ///< A target that is touched before it is drawn: "language".
};

/// In the order in which they are shown.
inline constexpr std::array<std::string_view, 5> kGalleryGroups{"visit", "guide", "desk", "staff",
                                                                "limits"};

/// Every screen, in the language that is set: the visit, the desk and the staff's as a rehearsal
/// meets them, the guide's as assets/ has them, and all once more as full as they can be. `missing`
/// gets a line for each step of the rehearsal that found nothing to touch.
[[nodiscard]] std::vector<GalleryScreen> galleryScreens(std::vector<std::string>& missing);

}  // namespace hallpass
