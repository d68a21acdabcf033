#include "platform/os/errand.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace platform {

struct Errand::Call {
  std::mutex mutex;  ///< Guards the two that follow it.
  std::condition_variable changed;
  bool ended = false;
  bool worked = false;
  std::atomic<bool> givenUp = false;
};

bool Errand::worked(std::chrono::milliseconds limit, Work work) {
  if (call_) {
    const std::lock_guard lock(call_->mutex);
    if (!call_->ended) return false;
  }
  call_ = std::make_shared<Call>();
  std::thread([call = call_, work = std::move(work)] {
    const bool worked = work(call->givenUp);
    const std::lock_guard lock(call->mutex);
    call->ended = true;
    call->worked = worked;
    call->changed.notify_one();
  }).detach();
  std::unique_lock lock(call_->mutex);
  if (call_->changed.wait_for(lock, limit, [this] { return call_->ended; })) return call_->worked;
  call_->givenUp = true;
  return false;
}

}  // namespace platform
