#pragma once

#include <string>

#include "kiosk/ui/page.h"

namespace hallpass {

/// One of some choices of which one is taken: that one is dark, bold and ticked where there is
/// room.
struct Choice {
  std::string id;
  std::string label;
  std::string described;  ///< What the description says, where the label alone says too little.
  bool chosen = false;
};

[[nodiscard]] bool drawChoice(Page& page, const Rect& area, const Choice& choice);

/// The width in pixels in which its label and tick have room.
[[nodiscard]] float choiceWidth(const Page& page, std::string_view label);

}  // namespace hallpass
