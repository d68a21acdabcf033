#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/scene.h"

namespace tests {

/// The description feed of a kiosk, read while it grows.
class Feed {
 public:
  using Predicate = std::function<bool(const Scene&)>;

  /// Makes `file`, empty, and watches it.
  explicit Feed(std::filesystem::path file);
  ~Feed();
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  /// The newest scene that was read.
  [[nodiscard]] const Scene& latest() const { return latest_; }

  /// The names of all screens that were read, in their order; repeats of one name in a row are one.
  [[nodiscard]] const std::vector<std::string>& screens() const { return screens_; }

  /// Reads what was appended; says whether a new scene came.
  bool readOne();

  /// Reads all that was appended, waiting for it until `limit` passes or `endDescriptor` tells that
  /// the program ended; says whether a new scene came.
  bool readNew(int endDescriptor, std::chrono::milliseconds limit);

  /// Waits until the latest scene, or one after it, is as `predicate` wants. Throws, naming `what`
  /// and the latest scene, when `limit` passes or `endDescriptor` tells that the program ended.
  const Scene& waitFor(std::string_view what, const Predicate& predicate, int endDescriptor,
                       std::chrono::milliseconds limit);

  /// Everything that was ever written to the feed.
  [[nodiscard]] std::string everything() const;

 private:
  bool waitForChange(int endDescriptor, std::chrono::milliseconds limit) const;

  std::filesystem::path file_;
  int descriptor_ = -1;
  int watch_ = -1;
  std::string unread_;
  Scene latest_;
  std::vector<std::string> screens_;
};

}  // namespace tests
