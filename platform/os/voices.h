#pragma once

#include <memory>
#include <string>

#include "platform/os/saying.h"

namespace platform {

/// One way to say something. Its owner's thread only.
class Voice {
 public:
  Voice() = default;
  virtual ~Voice() = default;
  Voice(const Voice&) = delete;
  Voice& operator=(const Voice&) = delete;

  /// Begins to say it, in place of what it says. Answers whether it could.
  [[nodiscard]] virtual bool say(const Saying& saying) = 0;
  /// Breaks off what it says.
  virtual void hush() = 0;
  /// The same, and keeps nothing of what it said.
  virtual void leave() { hush(); }
};

/// speech-dispatcher, which is started where it does not run; say() fails where there is none, and
/// where it does not answer in time.
[[nodiscard]] std::unique_ptr<Voice> dispatcherVoice();

/// The program `espeak` for each text; say() fails where there is no such program.
[[nodiscard]] std::unique_ptr<Voice> espeakVoice(const std::string& espeak);

}  // namespace platform
