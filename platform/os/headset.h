#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>

namespace platform {

/// Tells when something is plugged into the headphones' socket of a sound card, or taken out of it:
/// ALSA's control of `card` ("default") that is called "... Headphone Jack" or "Headset Jack".
/// Costs nothing while nothing happens. A card that comes later, as one does that the kernel finds
/// after the start, is listened to from then on; one without such a control tells of nothing.
class Headset {
 public:
  /// Calls `changed` from a thread of its own, at each change. `devices` is where the kernel has
  /// its sound cards.
  Headset(const std::string& card, std::function<void()> changed,
          const std::filesystem::path& devices = "/dev/snd");
  ~Headset();
  Headset(const Headset&) = delete;
  Headset& operator=(const Headset&) = delete;

  /// Whether something is plugged in now; nullopt while there is no card, or before it was asked.
  /// Any thread.
  [[nodiscard]] std::optional<bool> plugged() const;

 private:
  /// One byte, which every processor reads at once; clang calls a library for two.
  enum class Socket : std::uint8_t { Unknown, Empty, Plugged };

  void watch(const std::string& card, const std::filesystem::path& devices);
  void tell(std::optional<bool> plugged);

  int stop_;
  std::function<void()> changed_;
  std::atomic<Socket> socket_ = Socket::Unknown;
  std::thread thread_;
};

}  // namespace platform
