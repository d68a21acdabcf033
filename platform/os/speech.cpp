#include "platform/os/speech.h"

#include <chrono>
#include <csignal>
#include <memory>
#include <utility>

#include "platform/os/tone.h"
#include "platform/os/voices.h"

namespace platform {
namespace {

constexpr std::size_t kMostWaiting = 8;
constexpr std::chrono::milliseconds kKeyTone{80};
constexpr double kKeyLoudness = 0.4;

/// The voices of this machine, looked for when the first text comes.
class Mouth {
 public:
  explicit Mouth(const SpeechPlaces& places) : places_(places) {}

  /// False where no voice could say it.
  bool say(const Saying& saying) {
    if (voice_ && voice_->say(saying)) return true;
    // Not yet there, or it died: once more from the start.
    voice_ = places_.dispatcher ? dispatcherVoice() : nullptr;
    if (voice_ && voice_->say(saying)) return true;
    voice_ = espeakVoice(places_.espeak);
    if (voice_->say(saying)) return true;
    voice_.reset();
    return false;
  }

  void hush() {
    if (voice_) voice_->hush();
  }

 private:
  const SpeechPlaces& places_;
  std::unique_ptr<Voice> voice_;
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

void Speech::say(Saying saying) { ask({std::move(saying)}); }

void Speech::tone(int hertz) { ask({std::nullopt, hertz}); }

void Speech::hush() { ask({}); }

void Speech::ask(Wish wish) {
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(wishes_, [](const Wish& each) { return each.hertz == 0; });
    if (wishes_.size() < kMostWaiting) wishes_.push_back(std::move(wish));
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
    const Wish wish = std::move(wishes_.front());
    wishes_.pop_front();
    lock.unlock();
    if (!wish.saying) mouth.hush();
    if (wish.hertz > 0)
      (void)playNotes(places_.output, {{static_cast<double>(wish.hertz), kKeyTone, kKeyLoudness}});
    if (wish.saying && !mouth.say(*wish.saying) && !std::exchange(told, true)) silent_();
    lock.lock();
  }
  lock.unlock();
  mouth.hush();
}

}  // namespace platform
