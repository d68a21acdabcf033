#pragma once

#include <atomic>

namespace platform {

/// A request to give up, made by one thread and seen by another, which may wait in poll() for it.
/// Stands once it was made. Any thread.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  void ask();
  [[nodiscard]] bool asked() const { return asked_; }

  /// Can be read from once it was asked for; -1 where the system has no descriptor left: then only
  /// asked() tells.
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  std::atomic<bool> asked_ = false;
};

}  // namespace platform
