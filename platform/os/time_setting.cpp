#include "platform/os/time_setting.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>

#include "platform/os/bus.h"

namespace platform {
namespace {

constexpr BusObject kTime{"org.freedesktop.timedate1", "/org/freedesktop/timedate1",
                          "org.freedesktop.timedate1"};
constexpr std::int64_t kUsPerMs = 1000;

/// What SetTime answers while a time source sets the clock, and until its service has stopped.
constexpr std::string_view kStillByNetwork = "org.freedesktop.timedate1.AutomaticTimeSyncEnabled";
constexpr std::chrono::seconds kLongestStop{5};
constexpr int kBetweenTriesMs = 100;

Result<Done, MachineRefusal> tellTime(const Bus& bus, UtcTime time) {
  const auto limit = std::chrono::steady_clock::now() + kLongestStop;
  while (true) {
    const auto told = bus.tell(kTime, "SetTime", "xbb", std::int64_t{time.ms * kUsPerMs}, 0, 0);
    const bool again = !told && bus.lastError() == kStillByNetwork;
    if (!again || std::chrono::steady_clock::now() >= limit) return told;
    // The end of that job is not told on this connection.
    (void)::poll(nullptr, 0, kBetweenTriesMs);
  }
}

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
  // timedated refuses while a time source sets the clock. What is refused changes nothing.
  const auto byNetwork = opened->flag(kTime, "NTP");
  if (!byNetwork) return byNetwork.error();
  Result<Done, MachineRefusal> done = Done{};
  if (*byNetwork) done = opened->tell(kTime, "SetNTP", "bb", 0, 0);
  if (done) done = tellTime(*opened, time);
  if (!done && *byNetwork) (void)opened->tell(kTime, "SetNTP", "bb", 1, 0);
  return done;
}

}  // namespace platform
