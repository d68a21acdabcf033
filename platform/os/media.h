#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "platform/base/result.h"
#include "platform/os/files.h"

namespace platform {

/// A file that lies on a stick.
struct MediaFile {
  std::filesystem::path path;
  std::string name;  ///< Within the stick: "lists/codes.csv".
  std::uint64_t bytes = 0;
};

/// The removable media that are mounted below one folder. A stick is a folder in it, or what is
/// mounted at one; the folder itself counts as a stick where it holds files of its own.
class Media {
 public:
  explicit Media(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The sticks, sorted by name.
  [[nodiscard]] std::vector<std::filesystem::path> sticks() const;

  /// Regular files of every stick, at most two folders deep and 500 of them, whose name ends in one
  /// of `endings` ("csv", any case), newest first. Links are not followed; hidden files and folders
  /// are left out.
  [[nodiscard]] std::vector<MediaFile> files(const std::vector<std::string>& endings) const;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

/// Tells when sticks come and go: changes of the folder, of those in it, and of the machine's
/// mounts (/proc/self/mountinfo). Costs nothing while nothing happens.
class MediaWatch {
 public:
  /// Calls `changed` from a thread of its own, once for each burst of changes. A folder that is not
  /// there yet is watched for through the nearest one that is.
  MediaWatch(const std::filesystem::path& folder, std::function<void()> changed);
  ~MediaWatch();
  MediaWatch(const MediaWatch&) = delete;
  MediaWatch& operator=(const MediaWatch&) = delete;

 private:
  void watch();

  std::filesystem::path folder_;
  std::function<void()> changed_;
  int stop_;
  std::thread thread_;
};

}  // namespace platform
