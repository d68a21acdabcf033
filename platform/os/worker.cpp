#include "platform/os/worker.h"

#include <utility>

namespace platform {
namespace {

std::int64_t hundredths(std::int64_t done, std::int64_t total) {
  return total > 0 ? done * 100 / total : done;
}

}  // namespace

bool Worker::Job::progress(std::int64_t done, std::int64_t total) {
  const std::int64_t doneBefore = done_.exchange(done);
  const std::int64_t totalBefore = total_.exchange(total);
  if (hundredths(done, total) != hundredths(doneBefore, totalBefore)) wake_();
  return !cancelled_;
}

Worker::Worker(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { run(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    if (running_) running_->cancel();
  }
  changed_.notify_all();
  thread_.join();
}

std::shared_ptr<Worker::Job> Worker::start(Work work) {
  auto job = std::make_shared<Job>();
  job->wake_ = wake_;
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({job, std::move(work)});
  }
  changed_.notify_all();
  return job;
}

void Worker::collect() {
  std::vector<Ended> ended;
  {
    const std::lock_guard lock(mutex_);
    ended.swap(ended_);
  }
  for (const Ended& one : ended) {
    // Held while the finish runs, which may let go of the owner's.
    const std::shared_ptr<Job> job = one.job.lock();
    if (job && one.finish) one.finish();
  }
}

void Worker::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    runNext(lock);
  }
}

/// Called, and left, with the lock held.
void Worker::runNext(std::unique_lock<std::mutex>& lock) {
  Piece piece = std::move(waiting_.front());
  waiting_.pop_front();
  running_ = piece.job;
  lock.unlock();
  Ended ended{piece.job, piece.work(*piece.job)};
  piece.work = nullptr;  // What it captured goes before its finish is seen.
  lock.lock();
  running_.reset();
  piece.job.reset();
  ended_.push_back(std::move(ended));
  lock.unlock();
  wake_();
  lock.lock();
}

}  // namespace platform
