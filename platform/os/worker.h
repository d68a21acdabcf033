#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace platform {

/// One thread for work that takes long. What it finds comes back to the thread that owns the
/// worker, when that calls collect().
class Worker {
 public:
  /// What one piece of work and its owner both see.
  class Job {
   public:
    /// For the work: how far it is. Answers whether to go on.
    bool progress(std::int64_t done, std::int64_t total);
    [[nodiscard]] std::int64_t done() const { return done_; }
    [[nodiscard]] std::int64_t total() const { return total_; }  ///< 0 = not known.
    [[nodiscard]] bool cancelled() const { return cancelled_; }
    /// For the owner: asks the work to stop; its finish still comes back.
    void cancel() { cancelled_ = true; }

   private:
    friend class Worker;
    std::function<void()> wake_;
    std::atomic<std::int64_t> done_ = 0;
    std::atomic<std::int64_t> total_ = 0;
    std::atomic<bool> cancelled_ = false;
  };

  /// Runs on the owner's thread, in collect().
  using Finish = std::function<void()>;
  /// Runs on the worker's thread; never touches what the owner's thread uses.
  using Work = std::function<Finish(Job&)>;

  /// `wake` has the owner call collect() soon, or draw the progress anew; any thread.
  explicit Worker(std::function<void()> wake);
  /// Cancels what runs and waits for it; what has not begun is dropped.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Queues `work`. Where the owner has let go of the job (no shared_ptr is left) when the work
  /// ends, its finish is dropped; letting go does not cancel.
  [[nodiscard]] std::shared_ptr<Job> start(Work work);

  /// Runs the finishes of all work that has ended. Owner's thread only.
  void collect();

 private:
  struct Piece {
    std::weak_ptr<Job> job;
    std::shared_ptr<Job> running;  ///< Kept while the work runs.
    Work work;
    Finish finish;
  };
  void run();

  std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Piece> waiting_;
  std::vector<Piece> ended_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace platform
