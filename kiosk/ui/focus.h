#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/description.h"

namespace hallpass {

/// What the keys point at. Tab and Shift+Tab move the ring in reading order, the arrows where the
/// eye goes, Enter and the space bar do what a touch there does, Escape what Back does. The first
/// of these keys only shows the ring, where the screen's main action or its first key is; a touch,
/// or a letter that is typed, hides it.
///
/// While it is hidden, Enter and the space bar go where all that is typed goes, on a screen with a
/// keyboard or a pad and wherever something was typed, so that a badge reader's Enter never acts;
/// and to a button that must be held.
class Focus {
 public:
  struct Taken {
    std::u32string typed;  ///< What goes to the field that is typed into.
    bool moved = false;    ///< One of the focus's own keys was among them: somebody is there.
  };

  /// Takes what was typed since the last frame. After a key that acts the others wait for the
  /// picture that shows what became of it. `rests`: what stands has just come, and takes no touch.
  [[nodiscard]] Taken take(std::u32string_view keys, bool rests);

  /// Whether keys wait for the next picture.
  [[nodiscard]] bool waits() const { return !queue_.empty(); }

  /// Whether a key acted on the target called `id`. For the one frame after that key.
  [[nodiscard]] bool acts(std::string_view id) const { return !acted_.empty() && acted_ == id; }

  /// Whether Enter or the space bar is down in the frame that is built. Before it is drawn.
  void setAcceptKey(bool down);

  /// Whether that key holds the button called `id`: one that went down on the screen that stands,
  /// not one on which something lies since before.
  [[nodiscard]] bool holds(std::string_view id) const {
    return acceptKeyDown_ && acceptKeyWasUp_ && (!shown_ || at_ == id);
  }

  enum class Lies : std::uint8_t { Alone, Over };

  /// A frame of `screen` was drawn, with these targets. Another screen than before begins at its
  /// first focus; where the target that had it is gone or off, the nearest one has it. What lay
  /// below a question that lies over it goes on where it was.
  void settle(std::string_view screen, const std::vector<Description::Target>& targets,
              Lies lies = Lies::Alone);

  /// What stands is another question, though the screen is called the same.
  void beginAnew();

  /// A finger, or a letter: the ring goes.
  void hide() { shown_ = false; }

  /// The target that has the ring, or nullptr. Until the next settle().
  [[nodiscard]] const Description::Target* ring() const;

 private:
  enum class Use : std::uint8_t { None, Field, Moved };

  /// Where a screen stands.
  struct Place {
    std::string screen;
    std::string at;
    Rect rect;  ///< Where that was drawn last.
    bool typed = false;
  };

  void takeAside(Lies lies, std::string_view screen);

  Use use(char32_t key, bool rests);
  Use accept(bool rests);
  Use show();
  void move(char32_t key);
  [[nodiscard]] bool has(std::string_view role) const;
  [[nodiscard]] const Description::Target* find(std::string_view id) const;
  [[nodiscard]] std::string first() const;
  [[nodiscard]] std::string nearest() const;

  std::u32string queue_;
  std::string screen_;
  std::vector<Description::Target> targets_;
  std::string at_;
  Rect rect_;  ///< Where it was drawn last.
  bool shown_ = false;
  bool typed_ = false;  ///< On this screen, into its field.
  std::string acted_;
  bool acceptKeyDown_ = false;
  bool acceptKeyWasUp_ = false;  ///< On this screen.
  std::optional<Place> below_;   ///< That of the screen below the question.
};

}  // namespace hallpass
