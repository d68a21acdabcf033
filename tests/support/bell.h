#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace tests {

/// Rung by one thread, and waited for by another one.
class Bell {
 public:
  void ring() {
    const std::lock_guard lock(mutex_);
    ++rung_;
    changed_.notify_all();
  }
  [[nodiscard]] int count() {
    const std::lock_guard lock(mutex_);
    return rung_;
  }
  /// Whether it was rung so often in all, before patience ends.
  [[nodiscard]] bool waitFor(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(60), [&] { return rung_ >= count; });
  }
  /// Whether it is rung until `enough` says so, before patience ends.
  template <class Condition>
  [[nodiscard]] bool waitUntil(Condition enough) {
    for (int seen = count(); !enough(); seen = count()) {
      if (!waitFor(seen + 1)) return enough();
    }
    return true;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int rung_ = 0;
};

}  // namespace tests
