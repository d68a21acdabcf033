#include "platform/display/thread_pair.h"

namespace platform {

ThreadPair::~ThreadPair() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    state_ = State::Ending;
  }
  changed_.notify_all();
  thread_.join();
}

void ThreadPair::each(int count, const std::function<void(int)>& piece) {
  next_ = 0;
  count_ = count;
  piece_ = &piece;
  {
    const std::lock_guard lock(mutex_);
    state_ = State::Called;
  }
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  changed_.notify_all();
  takePieces();
  std::unique_lock lock(mutex_);
  if (state_ == State::Called)
    state_ = State::Idle;  // It has not woken yet: nothing is left for it.
  changed_.wait(lock, [this] { return state_ == State::Idle; });
}

void ThreadPair::takePieces() {
  for (int at = next_++; at < count_; at = next_++) (*piece_)(at);
}

void ThreadPair::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return state_ == State::Called || state_ == State::Ending; });
    if (state_ == State::Ending) return;
    state_ = State::Working;
    lock.unlock();
    takePieces();
    lock.lock();
    state_ = State::Idle;
    changed_.notify_all();
  }
}

}  // namespace platform
