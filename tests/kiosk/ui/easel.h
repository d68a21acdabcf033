#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/ui/description.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/view.h"
#include "tests/support/scene.h"

namespace tests {

/// A panel: pixels, and how many of them a millimetre has.
struct Panel {
  Size size;
  double pixelsPerMm = 3.78;
};

/// Draws views without a window or a display, and touches what is on them.
class Easel {
 public:
  explicit Easel(const Panel& panel);
  ~Easel();
  Easel(const Easel&) = delete;
  Easel& operator=(const Easel&) = delete;

  /// What the description tells of the drawn view.
  [[nodiscard]] Scene draw(const hallpass::View& view);

  /// Presses and lets go in the middle of the target; nullopt where that asks for nothing. Throws
  /// where there is no such target.
  std::optional<hallpass::Intent> tap(const hallpass::View& view, std::string_view id);

  [[nodiscard]] const Panel& panel() const { return panel_; }

 private:
  std::optional<hallpass::Intent> frame(const hallpass::View& view);

  Panel panel_;
  hallpass::Metrics metrics_;
  hallpass::Fonts fonts_;
  hallpass::Description description_{hallpass::Description::Secrets::Hidden};
};

}  // namespace tests
