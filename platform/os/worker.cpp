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
  return !cancelled();
}

Worker::Worker(std::function<void()> wake) : wake_(std::move(wake)) {
  for (Line& line : lines_) line.thread = std::thread([this, &line] { run(line); });
}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const Line& line : lines_) {
      if (line.running) line.running->cancel();
    }
  }
  changed_.notify_all();
  for (Line& line : lines_) line.thread.join();
}

std::shared_ptr<Worker::Job> Worker::start(Work work, Lane lane) {
  auto job = std::make_shared<Job>();
  job->wake_ = wake_;
  {
    const std::lock_guard lock(mutex_);
    lines_.at(static_cast<std::size_t>(lane)).waiting.push_back({job, std::move(work)});
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

void Worker::run(Line& line) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return stopping_ || !line.waiting.empty(); });
    if (stopping_) return;
    runNext(line, lock);
  }
}

/// Called, and left, with the lock held.
void Worker::runNext(Line& line, std::unique_lock<std::mutex>& lock) {
  Piece piece = std::move(line.waiting.front());
  line.waiting.pop_front();
  line.running = piece.job;
  lock.unlock();
  Ended ended{piece.job, piece.work(*piece.job)};
  piece.work = nullptr;  // What it captured goes before its finish is seen.
  lock.lock();
  line.running.reset();
  piece.job.reset();
  ended_.push_back(std::move(ended));
  lock.unlock();
  wake_();
  lock.lock();
}

}  // namespace platform
