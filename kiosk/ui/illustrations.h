#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/ui/theme.h"
#include "platform/display/pictures.h"

namespace hallpass {

/// The drawings of assets/illustrations, in the colours of the screens.
class Illustrations {
 public:
  /// `folder` holds NAME.svg; an empty path = none.
  Illustrations(std::filesystem::path folder, const Theme& theme);

  /// The drawing as large as `room` allows; nullopt where there is none of that name.
  [[nodiscard]] std::optional<platform::Pictures::Picture> get(const std::string& name,
                                                               platform::PixelSize room);

  /// The screen has another size, or other colours. Between two frames only.
  void wear(const Theme& theme);

 private:
  std::filesystem::path folder_;
  std::string style_;
  platform::Pictures pictures_;
};

/// The stylesheet that gives a drawing the colours of `theme`. Its shapes name what they are by
/// class: `ground` `panel` `card` `line` `text` `soft` `primary` `on-primary` `accent` `on-accent`
/// `white` are filled so, and edged so by the same name after "s-".
[[nodiscard]] std::string styleOf(const Theme& theme);

}  // namespace hallpass
