#pragma once

#include <filesystem>

namespace tests {

/// A fresh folder that goes, with all that it holds, when this object does.
class TemporaryFolder {
 public:
  /// Made in `parent`; throws where that is not possible.
  explicit TemporaryFolder(
      const std::filesystem::path& parent = std::filesystem::temp_directory_path());
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace tests
