#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace platform {

/// The thread that calls and one of its own, which share the pieces of a work. Its own begins with
/// the first work, and sleeps in between.
class ThreadPair {
 public:
  ThreadPair() = default;
  ~ThreadPair();
  ThreadPair(const ThreadPair&) = delete;
  ThreadPair& operator=(const ThreadPair&) = delete;

  /// Calls `piece` for each of 0 to count - 1 once, in no order, and returns when all are done.
  /// `piece` may not throw. Where its own thread does not wake in time, the caller does all.
  void each(int count, const std::function<void(int)>& piece);

 private:
  /// Of its own thread.
  enum class State : std::uint8_t { Idle, Called, Working, Ending };

  void run();
  void takePieces();

  std::atomic<int> next_ = 0;
  int count_ = 0;
  const std::function<void(int)>* piece_ = nullptr;
  std::mutex mutex_;  ///< Guards the state.
  std::condition_variable changed_;
  State state_ = State::Idle;
  std::thread thread_;
};

}  // namespace platform
