#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/ui/view.h"
#include "platform/os/worker.h"

namespace hallpass {

/// The sounds of the kiosk, short and its own. None says more than the screen does.
enum class Sound : std::uint8_t {
  Tap,    ///< A touch counted. The same for every key, so that nobody hears a PIN.
  Done,   ///< What was asked for is there: the code, or the end of some work.
  Error,  ///< It was not taken.
};

/// Which sound a change of the screen asks for.
class SoundCues {
 public:
  /// Looks at what stands now; `tapped` = a touch brought it. A screen that is bad or good news
  /// sounds once, as it comes.
  [[nodiscard]] std::optional<Sound> look(const View& view, bool tapped);

 private:
  std::string wrong_;
  bool done_ = false;
  bool looked_ = false;  ///< What stands when the program starts is no news.
};

/// Plays them on a thread of its own.
class Sounds {
 public:
  /// `device` is ALSA's: "default". Without one it is silent. `ended` is called when a sound is
  /// out; any thread.
  explicit Sounds(
      std::string device, std::function<void()> ended = [] {})
      : device_(std::move(device)), worker_(std::move(ended)) {}

  /// Returns at once. One that is asked for while another is to be heard is left out.
  void play(Sound sound);

 private:
  std::string device_;
  std::shared_ptr<platform::Worker::Job> playing_;
  platform::Worker worker_;  ///< Last: what it plays ends before what it plays on.
};

}  // namespace hallpass
