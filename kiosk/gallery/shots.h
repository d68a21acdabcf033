#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/look.h"
#include "kiosk/ui/studio.h"

namespace hallpass {

/// How one series of pictures is made: all screens, or all of a visit, once.
struct GallerySeries {
  std::string language;  ///< An id of kLanguages.
  std::string size;      ///< "1280x800"
  std::string look;      ///< lookName() of it.
};

struct NamedPanel {
  std::string name;  ///< "1280x800", "1280x800-10in"
  Studio::Panel panel;
};

struct NamedLook {
  std::string name;  ///< "light", "light-largest"
  Look look;
};

/// A screen of 16 inches, a large one, both upright, and one of ten inches.
[[nodiscard]] const std::vector<NamedPanel>& galleryPanels();
/// The panel of that name; one of 96 dots an inch where it is only a size.
[[nodiscard]] NamedPanel panelNamed(const std::string& name);

/// The sizes of text as the command line writes them, in the order of TextStep.
inline constexpr std::array<std::string_view, kTextSteps> kGalleryTexts{"small", "normal", "large",
                                                                        "largest"};

/// "light", "dark-largest-low-left-hand": the theme, then what else differs from a device's own.
[[nodiscard]] std::string lookName(const Look& look);
/// The look of that name; the first of galleryLooks() where it is the name of none.
[[nodiscard]] Look lookNamed(const std::string& name);

/// Every theme, then the first one with all else that a student may ask for. Screens of staff wear
/// the theme alone.
[[nodiscard]] const std::vector<NamedLook>& galleryLooks();

/// What was asked for: every combination of what is named, where anything is.
struct GalleryChoice {
  std::vector<std::string> languages;
  std::vector<std::string> sizes;
  std::vector<std::string> themes = {};
  std::vector<std::string> texts = {};  ///< Of kGalleryTexts.
  bool controlsLow = false;             ///< In every picture,
  bool leftHand = false;                ///< and so is this.
  bool all = false;  ///< Every combination of everything, whatever else is named.
};

/// Without a choice: the first of all, and from there each language, each size and each look, so
/// that each of them stands beside the same picture. Ordered so that fonts are built seldom.
[[nodiscard]] std::vector<GallerySeries> gallerySeries(const GalleryChoice& choice);

}  // namespace hallpass
