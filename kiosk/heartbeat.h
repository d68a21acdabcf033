#pragma once

#include <functional>
#include <optional>

#include "platform/base/clock.h"
#include "platform/os/service_manager.h"

namespace hallpass {

/// Tells the service manager that the kiosk serves: a frame was really presented, and the ledger
/// really answered. A kiosk that hangs in either says nothing, and is started anew.
class Heartbeat {
 public:
  /// Both outlive the heartbeat.
  Heartbeat(const platform::Clock& clock, const platform::ServiceManager& manager);

  /// The sooner of `next` and the moment at which a frame is due although nothing changed; nullopt
  /// = neither is due.
  [[nodiscard]] std::optional<platform::BootTime> sooner(
      std::optional<platform::BootTime> next) const;

  /// A frame is on the screen. Where a beat is due, asks `answers` and tells the service manager;
  /// the first beat that is answered says that the kiosk is ready.
  void presented(const std::function<bool()>& answers);

 private:
  const platform::Clock& clock_;
  const platform::ServiceManager& manager_;
  bool ready_ = false;
  std::optional<platform::BootTime> next_;
};

}  // namespace hallpass
