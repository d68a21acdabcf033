#pragma once

#include <filesystem>
#include <functional>
#include <thread>

namespace platform {

/// Tells when sticks come and go: changes of the folder, of those in it, and of the machine's
/// mounts (/proc/self/mountinfo). Costs nothing while nothing happens.
class MediaWatch {
 public:
  /// Calls `changed` from a thread of its own, once for each burst of changes; what changes after
  /// the constructor has returned is told. A folder that is not there yet is watched for through
  /// the nearest one that is.
  MediaWatch(const std::filesystem::path& folder, std::function<void()> changed);
  ~MediaWatch();
  MediaWatch(const MediaWatch&) = delete;
  MediaWatch& operator=(const MediaWatch&) = delete;

 private:
  void watch();
  [[nodiscard]] bool waitFor(int milliseconds) const;
  void arm();

  std::filesystem::path folder_;
  std::function<void()> changed_;
  int stop_;
  int mounts_;
  int changes_ = -1;      ///< The thread's, once it runs.
  bool isThere_ = false;  ///< Whether the folder was there when changes_ was armed.
  std::thread thread_;
};

}  // namespace platform
