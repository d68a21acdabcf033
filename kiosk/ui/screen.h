#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/ui/description.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/illustrations.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/motion.h"
#include "kiosk/ui/view.h"
#include "platform/base/clock.h"
#include "platform/display/window.h"

namespace hallpass {

/// All that the person sees: draws views into a window, and appends the description of each settled
/// picture to a file where one is asked for.
class Screen {
 public:
  struct Feed {
    std::optional<std::filesystem::path> file;
    Description::Secrets secrets = Description::Secrets::Hidden;
  };

  /// Where it finds what it draws with.
  struct Folders {
    std::filesystem::path illustrations;  ///< NAME.svg
    std::filesystem::path locale;         ///< LANGUAGE/characters.txt
  };

  /// A screen that has just come takes no touch for this long: the second tap of a double tap was
  /// meant for what stood there before.
  static constexpr std::chrono::milliseconds kRest{350};

  /// What moves is drawn again this soon.
  static constexpr std::chrono::milliseconds kStep{40};

  /// `window` and `clock` outlive the screen.
  Screen(const platform::Window& window, const platform::Clock& clock, Feed feed,
         const Folders& folders);

  /// Makes ready for the window's size, for `look`, that of the view which is drawn next, and for
  /// `characters`. Before a frame is begun.
  void prepare(const std::u32string& characters, const Look& look);

  /// Takes the keys that the ring makes something of; answers the others, and whether there were
  /// any such.
  [[nodiscard]] Focus::Taken takeKeys(std::u32string_view keys) {
    return focus_.take(keys, rests());
  }

  /// Whether screens that somebody asked for move as they come.
  void setMotion(bool on) { motion_.setOn(on); }

  /// Whether something was touched in the picture that was drawn last.
  [[nodiscard]] bool tapped() const { return tapped_; }

  /// Draws `view` into the frame that was begun; answers what was touched.
  [[nodiscard]] std::optional<Intent> draw(const View& view);

  /// The soonest of `next`, the next change that is due without input, the moment at which the
  /// screen that has just come can be touched, and the next picture of what moves; nullopt = none
  /// is due.
  [[nodiscard]] std::optional<platform::BootTime> deadline(
      std::optional<platform::BootTime> next) const;

  /// What the picture says that now stands; nullptr before it can be touched.
  [[nodiscard]] const Description* standing() const { return rests() ? nullptr : &description_; }

  /// Whether nothing is to be seen: keys act as ever, a touch does nothing but ask for light.
  void setDark(bool dark) { dark_ = dark; }

  /// Whether a finger came down on the dark screen since the last call.
  [[nodiscard]] bool takeTouchInDark() { return std::exchange(touchedInDark_, false); }

  /// Appends the picture that now stands to the feed, as soon as it can be touched, unless it says
  /// what the last one said. A feed
  /// that cannot be written is left alone: the kiosk serves on.
  void describe();

 private:
  [[nodiscard]] Metrics metrics(const Look& look) const;
  void beginAnew(const std::string& question);

  struct Wish {
    platform::BootTime at;
    bool back;
  };

  void noteStray();
  [[nodiscard]] Arrival arrivalOf(const View& view);
  [[nodiscard]] bool rests() const { return clock_.sinceBoot() < restsUntil_; }

  const platform::Window& window_;
  const platform::Clock& clock_;
  Feed feed_;
  Fonts fonts_;
  Illustrations illustrations_;
  platform::PixelSize drawnAt_;
  Look drawnAs_;
  Description description_;
  Focus focus_;
  std::string asked_;  ///< What the screen that was drawn last asks,
  std::string shown_;  ///< and how it lay there.
  std::string below_;  ///< What the screen asks that a question lies over; empty = none does.
  std::string place_;  ///< That of the view alone, without what was opened over it.
  Motion motion_;
  std::optional<Wish> wish_;  ///< The last touch that asked for something.
  platform::BootTime restsUntil_;
  bool tapped_ = false;
  bool dark_ = false;
  bool touchedInDark_ = false;
  bool moves_ = false;       ///< What was drawn last changes by itself.
  bool strayPress_ = false;  ///< What is down now went down before the screen could be touched.
  bool restStands_ = false;  ///< Until a picture has settled after the rest: it is described then.
  std::string described_;
  int sequence_ = 0;
};

}  // namespace hallpass
