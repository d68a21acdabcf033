#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tests {

/// The end of a service manager at which its services say that they are ready and alive.
class NotifySocket {
 public:
  /// Makes the socket in `folder`. Throws where it cannot be made.
  explicit NotifySocket(const std::filesystem::path& folder);
  ~NotifySocket();
  NotifySocket(const NotifySocket&) = delete;
  NotifySocket& operator=(const NotifySocket&) = delete;

  /// What a service finds in its environment; `limit` is how long it may be silent.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> environment(
      std::chrono::milliseconds limit) const;

  /// The next message ("READY=1"), or nullopt where none comes within `limit`.
  [[nodiscard]] std::optional<std::string> next(std::chrono::milliseconds limit) const;

  /// Waits until `message` comes, and takes what comes before it; false after `limit`.
  [[nodiscard]] bool waitFor(const std::string& message, std::chrono::milliseconds limit) const;

  /// Takes all that has come, and says how often `message` was among it.
  int count(const std::string& message) const;

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

}  // namespace tests
