#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace platform {

/// What is to be said, and how.
struct Saying {
  std::string text;
  std::string language = "en";  ///< An id such as "de".
  int speed = 0;                ///< -100 to 100; 0 = as the voice speaks by itself.
  int loudness = 100;           ///< 0 to 100, of what the loudspeaker is set to.
};

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
class Speech {
 public:
  /// `silent` is called once, on the thread that speaks, when there is no voice at all.
  explicit Speech(
      SpeechPlaces places = {}, std::function<void()> silent = [] {});
  /// Falls silent.
  ~Speech();
  Speech(const Speech&) = delete;
  Speech& operator=(const Speech&) = delete;

  /// Breaks off what is being said, and says this. Any thread.
  void say(Saying saying);

  /// Breaks off what is being said, and plays one short tone: what stands for a key that nobody
  /// else should hear. Any thread.
  void tone(int hertz);

  /// Breaks off what is being said. Any thread.
  void hush();

 private:
  struct Wish {
    std::optional<Saying> saying;
    int hertz = 0;
  };

  void ask(Wish wish);
  void run();

  SpeechPlaces places_;
  std::function<void()> silent_;
  std::mutex mutex_;  ///< Guards what follows, up to the thread.
  std::condition_variable changed_;
  std::deque<Wish> wishes_;  ///< Tones, each of them, and the newest of the rest.
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace platform
