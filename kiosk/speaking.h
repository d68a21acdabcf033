#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/ui/description.h"
#include "kiosk/ui/intent.h"
#include "kiosk/ui/spoken.h"
#include "kiosk/ui/view.h"
#include "platform/base/clock.h"
#include "platform/os/speech.h"

namespace hallpass {

/// When the screens are said aloud: from the moment that a headset is plugged in, or from F1 that
/// was held for kHold, until the headset is taken out, F1 is held again, or the visit ends. With a
/// headset it goes on after a visit until nobody is there; speed, loudness and the dark screen end
/// with each visit. Meanwhile F1 says the screen again, F2 and F3 make it slower and faster, F4 and
/// F5 quieter and louder, F6 darkens the screen. It ends where the desk begins or ends: what a
/// student started is not to say what an instructor reads. Main thread only.
class Speaking {
 public:
  struct Mouth {
    std::function<void(platform::Saying)> say;
    std::function<void(int hertz)> tone;
    std::function<void()> hush;
  };

  static constexpr std::chrono::milliseconds kHold{1000};

  /// `clock` outlives it; nobody is there after `idle` without a key or a touch.
  Speaking(Mouth mouth, const platform::Clock& clock, std::chrono::milliseconds idle);

  /// Takes what asks for speech out of `keys`, what Window::takeTyped() gave; answers the others.
  [[nodiscard]] std::u32string take(std::u32string_view keys);

  /// `keys` less those of speech.
  [[nodiscard]] static std::u32string without(std::u32string_view keys);

  /// Whether something is plugged into the headphones' socket now; nullopt = nobody knows, for
  /// there is no sound card yet.
  void plug(std::optional<bool> plugged);

  /// What a person asked for on the screen of `view`.
  void typed(const Intent& intent, const View& view);

  /// Lets time pass on the screen of `view`, within the desk or not.
  void look(const View& view, bool atDesk);

  /// A finger came down on the dark screen: somebody wants to see.
  void light();

  /// Says what is new in a picture that has come to stand. Without a headset, a digit that the keys
  /// point at is a tone: a neighbour could put a PIN together from its name.
  void stands(const Description& now);

  [[nodiscard]] bool on() const { return on_; }
  /// Whether the person wants nothing to be seen.
  [[nodiscard]] bool dark() const { return dark_; }
  /// When look() has something to do; nullopt = never.
  [[nodiscard]] std::optional<platform::BootTime> deadline() const;

 private:
  void begin();
  void end();
  void reset();
  void press(char32_t key);
  void set(char32_t key);
  void touched() { touchedAt_ = clock_.sinceBoot(); }
  void turnDark(bool dark);
  void noteDigit(const Description& now);
  void say(std::string text);

  Mouth mouth_;
  const platform::Clock& clock_;
  std::chrono::milliseconds idle_;
  Spoken spoken_;
  bool on_ = false;
  std::optional<bool> plugged_;  ///< As it was told last.
  bool ownPlug_ = false;         ///< It was put in while the program ran.
  bool atDesk_ = false;
  bool inVisit_ = false;
  platform::BootTime touchedAt_{};
  std::optional<platform::BootTime> heldSince_;  ///< F1 is down, and has done nothing yet.

  int speed_ = 0;
  int loudness_ = 0;
  bool dark_ = false;
  std::string notice_;  ///< Said before what stands.
  bool again_ = false;  ///< All that stands is to be said.
  std::string digit_;   ///< That of a pad which the keys point at.
};

}  // namespace hallpass
