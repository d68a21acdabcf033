#include "platform/os/power.h"

#include "platform/os/bus.h"

namespace platform {
namespace {

constexpr BusObject kLogin{"org.freedesktop.login1", "/org/freedesktop/login1",
                           "org.freedesktop.login1.Manager"};

/// Who first asks for it may have to wait until polkit is started. There are two calls, which stay
/// below the service's WatchdogSec (assets/package/hallpass.service) together.
constexpr std::chrono::seconds kLongestCall{8};

Result<Done, MachineRefusal> mayBy(const Bus& bus, PowerDeed deed) {
  const auto answer = bus.ask(kLogin, deed == PowerDeed::Restart ? "CanReboot" : "CanPowerOff");
  if (!answer) return answer.error();
  if (*answer == "yes") return Done{};
  // "challenge" would have to ask a person for a password.
  return *answer == "na" ? MachineRefusal::Absent : MachineRefusal::NotAllowed;
}

}  // namespace

Result<Done, MachineRefusal> mayPower(const std::string& bus, PowerDeed deed) {
  const auto opened = Bus::open(bus, kLongestCall);
  if (!opened) return opened.error();
  return mayBy(*opened, deed);
}

Result<Done, MachineRefusal> power(const std::string& bus, PowerDeed deed) {
  const auto opened = Bus::open(bus, kLongestCall);
  if (!opened) return opened.error();
  if (const auto may = mayBy(*opened, deed); !may) return may;
  return opened->tell(kLogin, deed == PowerDeed::Restart ? "Reboot" : "PowerOff", "b", 0);
}

}  // namespace platform
