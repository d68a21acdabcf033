#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/description.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/view.h"
#include "tests/support/scene.h"

namespace tests {

/// A panel: pixels, and how many of them a millimetre has.
struct Panel {
  Size size;
  double pixelsPerMm = 3.78;
  hallpass::Look look = {};  ///< That of every view which is drawn on it.
};

/// Draws views without a window or a display, and touches what is on them.
class Easel {
 public:
  /// `locale` holds the characters of the languages.
  explicit Easel(const Panel& panel, std::filesystem::path locale = {});
  ~Easel();
  Easel(const Easel&) = delete;
  Easel& operator=(const Easel&) = delete;

  /// What the description tells of the drawn view.
  [[nodiscard]] Scene draw(const hallpass::View& view);

  /// The same as speech hears it.
  [[nodiscard]] const hallpass::Description& description() const { return description_; }

  /// Presses and lets go in the middle of the target; nullopt where that asks for nothing. Throws
  /// where there is no such target.
  std::optional<hallpass::Intent> tap(const hallpass::View& view, std::string_view id);

  /// Draws the view and presses keys of a real keyboard: every intent that came of it.
  std::vector<hallpass::Intent> press(const hallpass::View& view, std::u32string_view keys);

  /// The target that the ring is around; empty = it is hidden.
  [[nodiscard]] const std::string& focus() const { return description_.focus(); }

  /// Draws it for so many pictures of a sixtieth of a second, with Enter down or not: every intent
  /// that came of it.
  std::vector<hallpass::Intent> holdEnter(const hallpass::View& view, bool down, int pictures);

  /// As if no key had been pressed.
  void forgetKeys() { focus_ = {}; }

  /// Presses in the middle of the target for so many pictures of a sixtieth of a second, and lets
  /// go: every intent that came of it.
  std::vector<hallpass::Intent> hold(const hallpass::View& view, std::string_view id, int pictures);

  /// Presses at the first of `way`, goes through the others, one picture each, and lets go at the
  /// last: what came of it.
  std::optional<hallpass::Intent> drawFinger(const hallpass::View& view,
                                             const std::vector<Point>& way);

  /// How far the screens that are drawn from now on have come.
  void setArrival(const hallpass::Arrival& arrival) { arrival_ = arrival; }
  /// Whether anything may move on its way.
  void setMotion(bool on) { motion_ = on; }
  /// Whether anything of the last picture changes by itself.
  [[nodiscard]] bool moves() const { return moves_; }

  /// How far left the last picture has that colour; nullopt = nowhere.
  [[nodiscard]] static std::optional<float> leftmost(ImU32 colour);

  /// The texts of the last view that had too little room.
  [[nodiscard]] const std::vector<hallpass::Misfit>& misfits() const { return misfits_; }

  [[nodiscard]] const Panel& panel() const { return panel_; }

 private:
  std::optional<hallpass::Intent> frame(const hallpass::View& view);

  Panel panel_;
  hallpass::Metrics metrics_;
  hallpass::Fonts fonts_;
  std::vector<hallpass::Misfit> misfits_;
  hallpass::Focus focus_;
  hallpass::Arrival arrival_;
  bool motion_ = true;
  bool moves_ = false;
  hallpass::Description description_{hallpass::Description::Secrets::Hidden};
};

}  // namespace tests
