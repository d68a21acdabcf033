#pragma once

#include <filesystem>
#include <functional>
#include <thread>

namespace platform {

/// Tells when files of a folder change, whoever changes them. Costs nothing while nothing happens.
class FileWatch {
 public:
  /// Calls `changed` from a thread of its own, once for each burst of changes. A folder that cannot
  /// be watched is never reported: the caller sees changes at its own next look.
  FileWatch(const std::filesystem::path& folder, std::function<void()> changed);
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

 private:
  void watch() const;

  int changes_;
  int stop_;
  std::function<void()> changed_;
  std::thread thread_;
};

}  // namespace platform
