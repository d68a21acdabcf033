#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app.h"
#include "kiosk/diary.h"
#include "kiosk/speaking.h"
#include "kiosk/ui/screen.h"

namespace hallpass {

/// Speech for the kiosk: between its keys and its app, with the voice and the headphones' socket of
/// this machine. Main thread only.
class Aloud {
 public:
  /// `card` is ALSA's name of the sound card; nullopt = nothing is ever said. Nobody is there after
  /// `idle` without a key or a touch. `wake` has look() called soon; any thread.
  Aloud(const std::optional<std::string>& card, const platform::Clock& clock,
        std::chrono::milliseconds idle, const std::function<void()>& wake);
  ~Aloud();
  Aloud(const Aloud&) = delete;
  Aloud& operator=(const Aloud&) = delete;

  /// Whether the screens are said now.
  [[nodiscard]] bool on() const;

  /// Takes what asks for speech out of `keys`, and tells `app` that somebody is there; answers the
  /// others.
  [[nodiscard]] std::u32string take(const std::u32string& keys, App& app);

  /// Hands `intent` to `app`; what must not be said is heard as a tone.
  void hand(const Intent& intent, App& app);

  /// Lets time pass: a headset, a visit's end, a screen that is to be dark.
  void look(App& app, Screen& screen, Diary& diary);

  /// Says what is new on the screen, once it stands.
  void stands(const Screen& screen);

  /// The soonest of `next` and the moment at which look() has something to do.
  [[nodiscard]] std::optional<platform::BootTime> sooner(
      std::optional<platform::BootTime> next) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hallpass
