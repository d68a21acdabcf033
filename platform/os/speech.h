#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "platform/os/wishes.h"

namespace platform {

/// Where the voices and the tones are looked for.
struct SpeechPlaces {
  /// speech-dispatcher, where its own library finds or starts it; false = it is not asked.
  bool dispatcher = true;
  std::string espeak = "espeak-ng";  ///< The program, on the PATH or with its folders.
  std::string output = "default";    ///< ALSA's device of the tones.
};

/// Says texts aloud, one at a time: by speech-dispatcher, else by espeak-ng. A thread of its own
/// speaks, so that nothing here waits, and it costs nothing while nothing is said. A text goes to
/// the voice through a socket or a pipe, never on a command line and never into a file.
///
/// speech-dispatcher that does not answer is given up, and espeak-ng speaks until the next hush().
class Speech {
 public:
  /// `silent` is called once, on the thread that speaks, when there is no voice at all.
  explicit Speech(
      SpeechPlaces places = {}, std::function<void()> silent = [] {});
  /// Falls silent. Takes less than three seconds, whatever hangs.
  ~Speech();
  Speech(const Speech&) = delete;
  Speech& operator=(const Speech&) = delete;

  /// Breaks off what is being said, and says this. Any thread.
  void say(Saying saying);

  /// Breaks off what is being said, and plays one short tone: what stands for a key that nobody
  /// else should hear. Any thread.
  void tone(int hertz);

  /// Breaks off all that is being said or waits for it, and leaves speech-dispatcher, which then
  /// keeps nothing of it: what is heard afterwards is somebody else's. Any thread.
  void hush();

 private:
  void ask(const std::function<void()>& add);
  void run();

  SpeechPlaces places_;
  std::function<void()> silent_;
  std::mutex mutex_;  ///< Guards what follows, up to the thread.
  std::condition_variable changed_;
  Wishes wishes_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace platform
