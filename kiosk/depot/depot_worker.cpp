#include "kiosk/depot/depot_worker.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "kiosk/depot/depot_try.h"

namespace hallpass {
namespace {

using Steady = std::chrono::steady_clock;

/// What a kiosk cannot mend by trying again, and what it can only be told of by its ledger.
bool isFailure(const DepotTry& tried) {
  return tried.trouble && *tried.trouble != DepotRefusal::Empty;
}

}  // namespace

std::chrono::milliseconds pauseAfter(const DepotPaces& paces, int failures) {
  auto pause = paces.afterFailure;
  for (int more = 1; more < failures && pause < paces.longest; ++more) pause *= 2;
  return std::min(pause, paces.longest);
}

/// What the worker and its thread both see. The thread holds it too, and may outlive the worker.
class DepotWorker::Shared {
 public:
  Shared(DepotPlaces places, const platform::Clock& clock, std::function<void()> changed,
         DepotPaces paces)
      : places_(std::move(places)),
        clock_(clock),
        changed_(std::move(changed)),
        paces_(paces),
        due_(Steady::now() + paces.soon) {}

  /// The thread: until stop().
  void run();

  [[nodiscard]] DepotStanding standing() const;
  void tellSoon();
  void tellNow();
  void stop();
  /// Whether run() ends within `patience`.
  [[nodiscard]] bool endsWithin(std::chrono::seconds patience);
  void pause();
  void resume();

  [[nodiscard]] const DepotPlaces& places() const { return places_; }
  [[nodiscard]] const platform::Clock& clock() const { return clock_; }

 private:
  using Lock = std::unique_lock<std::mutex>;

  [[nodiscard]] bool isDue() const { return !paused_ && Steady::now() >= due_; }
  void awaitDue(Lock& lock);
  void tryOnce(Lock& lock);
  void take(const DepotTry& tried);
  [[nodiscard]] std::chrono::milliseconds pauseUntilNext(const DepotTry& tried) const;
  void interrupt();

  const DepotPlaces places_;
  const platform::Clock& clock_;
  const std::function<void()> changed_;
  const DepotPaces paces_;

  mutable std::mutex mutex_;  ///< Guards what follows.
  std::condition_variable news_;
  DepotStanding standing_;
  Steady::time_point due_;
  Steady::time_point triedAt_{};
  int failures_ = 0;
  bool paused_ = false;
  bool stopping_ = false;
  bool ended_ = false;
  std::shared_ptr<platform::Interruption> running_;  ///< Of the try that runs.
};

void DepotWorker::Shared::run() {
  Lock lock(mutex_);
  while (!stopping_) {
    awaitDue(lock);
    if (!stopping_) tryOnce(lock);
  }
  ended_ = true;
  news_.notify_all();
}

void DepotWorker::Shared::awaitDue(Lock& lock) {
  while (!stopping_ && !isDue()) {
    if (paused_ || due_ == Steady::time_point::max()) {
      news_.wait(lock);
    } else {
      news_.wait_until(lock, due_);
    }
  }
}

/// Called, and left, with the lock held.
void DepotWorker::Shared::tryOnce(Lock& lock) {
  running_ = std::make_shared<platform::Interruption>();
  const std::shared_ptr<platform::Interruption> mine = running_;
  due_ = Steady::time_point::max();
  lock.unlock();
  const DepotTry tried = tryDepot(places_, clock_, *mine);
  lock.lock();
  running_.reset();
  const DepotStanding before = standing_;
  // What was broken off says nothing of the depot.
  if (mine->asked()) {
    due_ = Steady::now();
  } else {
    take(tried);
  }
  news_.notify_all();
  // Within the lock: behind stop() nobody is told any more.
  if (!stopping_ && standing_ != before) changed_();
}

void DepotWorker::Shared::take(const DepotTry& tried) {
  triedAt_ = Steady::now();
  failures_ = isFailure(tried) ? failures_ + 1 : 0;
  standing_.busy = due_ <= triedAt_;  // It was asked for again meanwhile.
  if (!tried.trouble) {
    standing_.since.reset();
  } else if (standing_.trouble != tried.trouble) {
    standing_.since = clock_.now();
  }
  standing_.trouble = tried.trouble;
  if (!isFailure(tried)) {
    standing_.synced = clock_.now();
    standing_.left = tried.left;
  }
  // A change that came meanwhile has set it.
  const auto pause = pauseUntilNext(tried);
  if (pause != std::chrono::milliseconds::max()) due_ = std::min(due_, triedAt_ + pause);
}

/// A kiosk that is not enrolled learns that it is from its ledger.
std::chrono::milliseconds DepotWorker::Shared::pauseUntilNext(const DepotTry& tried) const {
  if (tried.trouble == DepotRefusal::NotSet) return std::chrono::milliseconds::max();
  return failures_ == 0 ? paces_.every : pauseAfter(paces_, failures_);
}

DepotStanding DepotWorker::Shared::standing() const {
  const Lock lock(mutex_);
  return standing_;
}

void DepotWorker::Shared::tellSoon() {
  const Lock lock(mutex_);
  auto then = Steady::now() + paces_.soon;
  if (failures_ > 0) then = std::max(then, triedAt_ + paces_.betweenTries);
  due_ = std::min(due_, then);
  news_.notify_all();
}

void DepotWorker::Shared::tellNow() {
  const Lock lock(mutex_);
  standing_.busy = true;
  due_ = Steady::now();
  news_.notify_all();
}

void DepotWorker::Shared::interrupt() {
  if (running_) running_->ask();
  news_.notify_all();
}

void DepotWorker::Shared::stop() {
  const Lock lock(mutex_);
  stopping_ = true;
  interrupt();
}

bool DepotWorker::Shared::endsWithin(std::chrono::seconds patience) {
  Lock lock(mutex_);
  return news_.wait_for(lock, patience, [this] { return ended_; });
}

void DepotWorker::Shared::pause() {
  Lock lock(mutex_);
  paused_ = true;
  interrupt();
  news_.wait(lock, [this] { return running_ == nullptr; });
}

void DepotWorker::Shared::resume() {
  const Lock lock(mutex_);
  paused_ = false;
  news_.notify_all();
}

DepotWorker::DepotWorker(DepotPlaces places, const platform::Clock& clock,
                         std::function<void()> changed, DepotPaces paces)
    : shared_(std::make_shared<Shared>(std::move(places), clock, std::move(changed), paces)),
      thread_([shared = shared_] { shared->run(); }) {}

DepotWorker::~DepotWorker() {
  shared_->stop();
  if (shared_->endsWithin(kPatience)) {
    thread_.join();
  } else {
    thread_.detach();
  }
}

DepotStanding DepotWorker::standing() const { return shared_->standing(); }

void DepotWorker::tellSoon() { shared_->tellSoon(); }

void DepotWorker::tellNow() { shared_->tellNow(); }

platform::Result<std::int64_t, DepotRefusal> DepotWorker::add(
    const DepotBatch& batch, const platform::Interruption& cancel) {
  return addToDepot(shared_->places(), shared_->clock(), batch, cancel);
}

void DepotWorker::pause() { shared_->pause(); }

void DepotWorker::resume() { shared_->resume(); }

}  // namespace hallpass
