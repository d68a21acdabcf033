#include "platform/os/time_setting.h"

#include <algorithm>
#include <cstdint>

#include "platform/os/bus.h"

namespace platform {
namespace {

constexpr BusObject kTime{"org.freedesktop.timedate1", "/org/freedesktop/timedate1",
                          "org.freedesktop.timedate1"};
constexpr std::int64_t kUsPerMs = 1000;

}  // namespace

Result<TimeSetting, MachineRefusal> timeSetting(const std::string& bus) {
  const auto opened = Bus::open(bus);
  if (!opened) return opened.error();
  const auto zone = opened->text(kTime, "Timezone");
  if (!zone) return zone.error();
  const auto byNetwork = opened->flag(kTime, "NTP");
  if (!byNetwork) return byNetwork.error();
  const auto allowed = opened->flag(kTime, "CanNTP");
  if (!allowed) return allowed.error();
  return TimeSetting{*zone, *byNetwork, *allowed};
}

Result<std::vector<std::string>, MachineRefusal> timeZones(const std::string& bus) {
  const auto opened = Bus::open(bus);
  if (!opened) return opened.error();
  auto zones = opened->askList(kTime, "ListTimezones");
  if (zones) std::sort(zones->begin(), zones->end());
  return zones;
}

Result<Done, MachineRefusal> setTimeZone(const std::string& bus, const std::string& zone) {
  const auto opened = Bus::open(bus);
  if (!opened) return opened.error();
  return opened->tell(kTime, "SetTimezone", "sb", zone.c_str(), 0);
}

Result<Done, MachineRefusal> keepTimeByNetwork(const std::string& bus, bool on) {
  const auto opened = Bus::open(bus);
  if (!opened) return opened.error();
  return opened->tell(kTime, "SetNTP", "bb", on ? 1 : 0, 0);
}

Result<Done, MachineRefusal> setTime(const std::string& bus, UtcTime time) {
  const auto opened = Bus::open(bus);
  if (!opened) return opened.error();
  // timedated refuses while a time source sets the clock.
  const auto byNetwork = opened->flag(kTime, "NTP");
  if (!byNetwork) return byNetwork.error();
  if (*byNetwork) {
    const auto stopped = opened->tell(kTime, "SetNTP", "bb", 0, 0);
    if (!stopped) return stopped;
  }
  return opened->tell(kTime, "SetTime", "xbb", std::int64_t{time.ms * kUsPerMs}, 0, 0);
}

}  // namespace platform
