#include "platform/os/service_manager.h"

#include <systemd/sd-daemon.h>

#include <algorithm>
#include <cstdint>

namespace platform {

ServiceManager::ServiceManager() {
  std::uint64_t limit = 0;
  if (sd_watchdog_enabled(0, &limit) <= 0) return;
  const auto third =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(limit / 3));
  interval_ = std::max(third, std::chrono::milliseconds(1));
}

void ServiceManager::ready() const { sd_notify(0, "READY=1"); }
void ServiceManager::alive() const { sd_notify(0, "WATCHDOG=1"); }
void ServiceManager::ending() const { sd_notify(0, "STOPPING=1"); }

}  // namespace platform
