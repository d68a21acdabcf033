#pragma once

#include <filesystem>

namespace tests {

/// A file whose writes reach the disk one by one: the bare cost that a durable claim cannot avoid.
class SyncedFile {
 public:
  /// Makes a file in `folder`, long enough that no write of this object makes it longer.
  explicit SyncedFile(const std::filesystem::path& folder);
  ~SyncedFile();
  SyncedFile(const SyncedFile&) = delete;
  SyncedFile& operator=(const SyncedFile&) = delete;

  /// Writes 4 KiB behind the last ones and waits until the disk has them; throws on an error.
  void write();

 private:
  std::filesystem::path file_;
  int descriptor_ = -1;
  int next_ = 0;
};

}  // namespace tests
