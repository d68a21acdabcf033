#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace platform {

/// Tells when something is plugged into the headphones' socket of a sound card, or taken out of it:
/// ALSA's control of `card` ("default") that is called "... Headphone Jack" or "Headset Jack".
/// Costs nothing while nothing happens. A card without such a control, and one that comes later,
/// such as a headset on USB, tells nothing.
class Headset {
 public:
  /// Calls `changed` from a thread of its own, at each change.
  Headset(const std::string& card, std::function<void()> changed);
  ~Headset();
  Headset(const Headset&) = delete;
  Headset& operator=(const Headset&) = delete;

  /// Whether something is plugged in now. Any thread.
  [[nodiscard]] bool plugged() const { return plugged_; }

 private:
  void watch(const std::string& card);

  int stop_;
  std::function<void()> changed_;
  std::atomic<bool> plugged_ = false;
  std::thread thread_;
};

}  // namespace platform
