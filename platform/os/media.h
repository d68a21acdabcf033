#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace platform {

/// A file that lies on a stick.
struct MediaFile {
  std::filesystem::path path;
  std::string name;  ///< Within the stick: "lists/codes.csv".
  std::uint64_t bytes = 0;
};

/// The removable media that are mounted below one folder. A stick is a folder in it, whether
/// something is mounted at it or not. Where the folder holds files of its own, or something is
/// mounted at it alone, it is a stick itself, and of the folders in it only those are sticks of
/// their own at which something is mounted. Hidden files and folders, and what Windows keeps for
/// itself ("System Volume Information"), are left out everywhere; links are not followed.
class Media {
 public:
  explicit Media(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The sticks, sorted by name, at most 16; each by its path without links.
  [[nodiscard]] std::vector<std::filesystem::path> sticks() const;

  /// Regular files of the sticks, at most two folders deep in each, whose name ends in one of
  /// `endings` ("csv", any case): the 500 newest ones, newest first. Read one with Links::Refused:
  /// a stick may change after it was looked at.
  [[nodiscard]] std::vector<MediaFile> files(const std::vector<std::string>& endings) const;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace platform
