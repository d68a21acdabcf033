#include "platform/os/speech.h"

#include <chrono>
#include <csignal>
#include <memory>
#include <utility>
#include <vector>

#include "platform/os/errand.h"
#include "platform/os/tone.h"
#include "platform/os/voices.h"

namespace platform {
namespace {

constexpr std::chrono::milliseconds kKeyTone{80};
constexpr double kKeyLoudness = 0.4;
constexpr std::chrono::milliseconds kTonePatience{2000};

/// The voices of this machine, and its tones.
class Mouth {
 public:
  explicit Mouth(SpeechPlaces places)
      : places_(std::move(places)),
        dispatcher_(places_.dispatcher ? dispatcherVoice() : nullptr),
        espeak_(espeakVoice(places_.espeak)),
        dispatches_(places_.dispatcher) {}

  /// False where no voice could say it.
  bool say(const Saying& saying) {
    espeak_->hush();
    dispatches_ = dispatches_ && dispatcher_->say(saying);
    return dispatches_ || espeak_->say(saying);
  }

  void tone(int hertz) {
    if (dispatches_) dispatcher_->hush();
    espeak_->hush();
    const std::vector<Note> notes{{static_cast<double>(hertz), kKeyTone, kKeyLoudness}};
    (void)tones_.worked(kTonePatience, [output = places_.output, notes](const auto&) {
      return playNotes(output, notes).ok();
    });
  }

  /// Whoever comes next may have another voice, where the first did not answer.
  void leave() {
    if (dispatcher_) dispatcher_->leave();
    espeak_->leave();
    dispatches_ = places_.dispatcher;
  }

 private:
  SpeechPlaces places_;
  std::unique_ptr<Voice> dispatcher_;
  std::unique_ptr<Voice> espeak_;
  Errand tones_;
  bool dispatches_;
};

/// A voice that went away in the middle of a text must not end this program.
void outliveVoices() {
  sigset_t broken;
  sigemptyset(&broken);
  sigaddset(&broken, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &broken, nullptr);
}

}  // namespace

Speech::Speech(SpeechPlaces places, std::function<void()> silent)
    : places_(std::move(places)), silent_(std::move(silent)), thread_([this] { run(); }) {}

Speech::~Speech() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Speech::say(Saying saying) {
  ask([&] { wishes_.say(std::move(saying)); });
}

void Speech::tone(int hertz) {
  ask([&] { wishes_.tone(hertz); });
}

void Speech::hush() {
  ask([&] { wishes_.hush(); });
}

void Speech::ask(const std::function<void()>& add) {
  {
    const std::lock_guard lock(mutex_);
    add();
  }
  changed_.notify_one();
}

void Speech::run() {
  outliveVoices();
  Mouth mouth(places_);
  bool told = false;
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !wishes_.empty(); });
    if (stopping_) break;
    const Wishes::Wish wish = wishes_.next();
    lock.unlock();
    if (wish.hertz > 0) {
      mouth.tone(wish.hertz);
    } else if (!wish.saying) {
      mouth.leave();
    } else if (!mouth.say(*wish.saying) && !std::exchange(told, true)) {
      silent_();
    }
    lock.lock();
  }
  lock.unlock();
  mouth.leave();
}

}  // namespace platform
