#pragma once

#include <filesystem>
#include <string>

namespace tests {

/// A small file system of its own on a folder, for tests of media that are full, read-only or
/// pulled. Mounted for this program and those that it starts alone, so that nothing stays behind.
class Mount {
 public:
  /// Why nothing can be mounted here; "" = it can. A test that needs a mount prints it and ends.
  [[nodiscard]] static std::string whyNot();

  /// In memory, for at most so many KiB, on `folder`, which is made. Throws where it fails.
  [[nodiscard]] static Mount inMemory(const std::filesystem::path& folder, int kib);

  /// ext4 in `image`, a file that is made; on `folder`, which is made. Throws where it fails.
  [[nodiscard]] static Mount ext4(const std::filesystem::path& folder,
                                  const std::filesystem::path& image, int kib);

  /// What is in `image` already.
  [[nodiscard]] static Mount again(const std::filesystem::path& folder,
                                   const std::filesystem::path& image);

  ~Mount();
  Mount(Mount&& other) noexcept;
  Mount& operator=(Mount&& other) = delete;
  Mount(const Mount&) = delete;
  Mount& operator=(const Mount&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// From now on nothing can be written.
  void makeReadOnly();
  /// It can be written to again.
  void makeWritable();

  /// Unmounts as a person does before pulling; false where something keeps it busy.
  [[nodiscard]] bool unmount();

  /// The folder is empty again, at once; what has files open on it goes on with them.
  void detach();

  /// From now on every read and write fails, as of a stick that was pulled (ext4 alone).
  void pull();

 private:
  explicit Mount(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path folder_;  ///< "" once it is gone.
};

}  // namespace tests
