#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/os/interruption.h"

namespace platform {

/// Two threads for work that takes long: one for what somebody waits for at a pad, such as the
/// hashing of a PIN, and one for the rest, so that a list on a stick that hangs locks nobody out.
/// What they find comes back to the thread that owns the worker, when that calls collect().
class Worker {
 public:
  /// What one piece of work and its owner both see.
  class Job {
   public:
    /// For the work: how far it is. Answers whether to go on. Wakes the owner once for each
    /// hundredth, so that it may be told of every line of a long list.
    bool progress(std::int64_t done, std::int64_t total);
    [[nodiscard]] std::int64_t done() const { return done_; }
    [[nodiscard]] std::int64_t total() const { return total_; }  ///< 0 = not known.
    [[nodiscard]] bool cancelled() const { return cancelled_.asked(); }
    /// For work that waits for what is not ours: cancel() asks for it.
    [[nodiscard]] const Interruption& interruption() const { return cancelled_; }
    /// For the owner: asks the work to stop; its finish still comes back.
    void cancel() { cancelled_.ask(); }

   private:
    friend class Worker;
    std::function<void()> wake_;
    std::atomic<std::int64_t> done_ = 0;
    std::atomic<std::int64_t> total_ = 0;
    Interruption cancelled_;
  };

  /// Runs on the owner's thread, in collect(). Empty = nothing to be done there.
  using Finish = std::function<void()>;
  /// Runs on the worker's thread; never touches what the owner's thread uses.
  using Work = std::function<Finish(Job&)>;

  /// On which thread: pieces of one lane run one after the other.
  enum class Lane : std::uint8_t {
    Long,   ///< Whatever reads or writes files, or takes more than a second.
    Quick,  ///< Reads and writes nothing: it always ends, soon.
  };

  /// `wake` has the owner call collect() soon, or draw the progress anew; any thread.
  explicit Worker(std::function<void()> wake);
  /// Cancels what runs and waits for it; what has not begun is dropped.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Queues `work`. Where the owner has let go of the job (no shared_ptr is left) when collect()
  /// comes to it, its finish is dropped; letting go does not cancel.
  [[nodiscard]] std::shared_ptr<Job> start(Work work, Lane lane = Lane::Long);

  /// Runs the finishes of all work that has ended, those of one lane in the order of start().
  /// Owner's thread only.
  void collect();

 private:
  struct Piece {
    std::shared_ptr<Job> job;
    Work work;
  };
  struct Ended {
    std::weak_ptr<Job> job;
    Finish finish;
  };
  struct Line {
    std::deque<Piece> waiting;
    std::shared_ptr<Job> running;
    std::thread thread;
  };
  void run(Line& line);
  void runNext(Line& line, std::unique_lock<std::mutex>& lock);

  std::function<void()> wake_;
  std::mutex mutex_;  ///< Guards what follows, but for the threads themselves.
  std::condition_variable changed_;
  std::vector<Ended> ended_;
  bool stopping_ = false;
  std::array<Line, 2> lines_;  ///< By Lane.
};

}  // namespace platform
