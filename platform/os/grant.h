#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>

namespace platform {

/// What a service of this machine grants for as long as somebody is connected to its socket: one
/// line asks for it, any answer grants it, and the service takes it back when the connection ends,
/// however this program does. Any thread; both ends of its life can take a while.
class Grant {
 public:
  /// How long is waited for each of the service's two signs.
  static constexpr std::chrono::milliseconds kPatience = std::chrono::seconds(15);

  /// Asks for what `line` names, and waits for the answer. Where nothing listens at `socket`,
  /// nothing is granted, at once.
  Grant(const std::filesystem::path& socket, std::string_view line,
        std::chrono::milliseconds patience = kPatience);
  /// Gives it back, and waits until the service has taken it.
  ~Grant();
  Grant(const Grant&) = delete;
  Grant& operator=(const Grant&) = delete;

  [[nodiscard]] bool granted() const { return granted_; }

 private:
  [[nodiscard]] bool hears() const;

  int connection_;  ///< -1 = there is none.
  std::chrono::milliseconds patience_;
  bool granted_ = false;
};

}  // namespace platform
