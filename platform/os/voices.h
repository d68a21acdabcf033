#pragma once

#include <memory>
#include <string>

#include "platform/os/speech.h"

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
  virtual void hush() = 0;
};

/// speech-dispatcher, which is started where it does not run; nullptr where there is none.
[[nodiscard]] std::unique_ptr<Voice> dispatcherVoice();

/// The program `espeak` for each text; say() fails where there is no such program.
[[nodiscard]] std::unique_ptr<Voice> espeakVoice(const std::string& espeak);

}  // namespace platform
