#pragma once

#include <chrono>
#include <optional>

namespace platform {

/// What the service manager (systemd) is told by the program that it started; where none did,
/// nothing happens. Main thread only.
class ServiceManager {
 public:
  /// Reads what the service manager asks for from the environment.
  ServiceManager();

  /// How often alive() is to be called: a third of the time after which the service manager takes a
  /// silent program for dead and starts it anew. nullopt = it does not wait for that.
  [[nodiscard]] std::optional<std::chrono::milliseconds> interval() const { return interval_; }

  void ready() const;   ///< The program does its work from now on.
  void alive() const;   ///< It still does.
  void ending() const;  ///< It is about to end in order.

 private:
  std::optional<std::chrono::milliseconds> interval_;
};

}  // namespace platform
