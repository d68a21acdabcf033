#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace platform {

/// Calls into somebody else's library that may never come back, one at a time, each on a thread of
/// its own that is left alone where it does not. Its owner's thread only.
class Errand {
 public:
  /// Answers whether it worked. Holds all that it needs, for it may outlive who asked for it;
  /// `givenUp` turns true where nobody waits for it any more.
  using Work = std::function<bool(const std::atomic<bool>& givenUp)>;

  /// Whether `work` ended within `limit` and worked. One that was given up keeps those that come
  /// after it from being begun until it has ended: they are refused at once.
  [[nodiscard]] bool worked(std::chrono::milliseconds limit, Work work);

 private:
  struct Call;
  std::shared_ptr<Call> call_;
};

}  // namespace platform
