#pragma once

#include <functional>
#include <thread>

namespace platform {

/// Requests to end (SIGTERM, SIGINT, SIGHUP), taken in order instead of ending the process at once.
/// Made before any other thread is: threads that exist already would still be ended by them.
class EndSignals {
 public:
  EndSignals();
  ~EndSignals();
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

  /// Calls `asked` once, on a thread of its own, when the first request comes, or at once where one
  /// came before. One watcher at a time.
  void watch(std::function<void()> asked);

  /// No longer calls what watch() was given; a call that has begun is waited for.
  void unwatch();

  /// Becomes readable with the first request and stays so.
  [[nodiscard]] int descriptor() const { return signals_; }

 private:
  int signals_ = -1;
  int stop_ = -1;
  std::thread watcher_;
};

}  // namespace platform
