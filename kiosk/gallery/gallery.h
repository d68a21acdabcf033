#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/gallery/screens.h"
#include "kiosk/gallery/shots.h"

namespace hallpass {

struct GalleryOrder {
  std::filesystem::path to;  ///< A folder that is there.
  GalleryChoice choice;
  std::vector<std::string> groups;  ///< Of kGalleryGroups; none = all.
};

struct GalleryMade {
  int pictures = 0;
  int screens = 0;                   ///< Of one language.
  std::vector<std::string> missing;  ///< Steps of the rehearsal that led nowhere; should be none.
  std::optional<std::filesystem::path> failed;  ///< What could not be written: the gallery ends.
};

/// Writes TO/LANGUAGE/SIZE/LOOK/GROUP-NAME.png for each series and screen, and TO/index.html,
/// which shows them. Needs no display. `tell` hears of each series before it is drawn.
[[nodiscard]] GalleryMade makeGallery(const GalleryOrder& order,
                                      const std::function<void(const GallerySeries&)>& tell);

/// "visit-find-nothing-typed.png"
[[nodiscard]] std::string pictureName(const GalleryScreen& screen);

}  // namespace hallpass
