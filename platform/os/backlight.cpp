#include "platform/os/backlight.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "platform/os/bus.h"

namespace platform {
namespace {

constexpr BusObject kSession{"org.freedesktop.login1", "/org/freedesktop/login1/session/auto",
                             "org.freedesktop.login1.Session"};
constexpr std::int64_t kAll = 100;

std::vector<std::filesystem::path> lightsIn(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> lights;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    lights.push_back(entry.path());
  }
  std::sort(lights.begin(), lights.end());
  return lights;
}

std::optional<std::int64_t> numberIn(const std::filesystem::path& file) {
  std::int64_t number = 0;
  if (std::ifstream(file) >> number) return number;
  return std::nullopt;
}

/// The kernel takes a value in one write; an ofstream would not say why it was refused.
Result<Done, MachineRefusal> writeTo(const std::filesystem::path& file, const std::string& text) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
  const bool forbidden = errno == EACCES || errno == EPERM || errno == EROFS;
  if (descriptor < 0) return forbidden ? MachineRefusal::NotAllowed : MachineRefusal::Failed;
  const bool written = ::write(descriptor, text.data(), text.size()) == std::ssize(text);
  ::close(descriptor);
  if (!written) return MachineRefusal::Failed;
  return Done{};
}

Result<Done, MachineRefusal> setOne(const std::string& bus, const std::filesystem::path& light,
                                    int percent) {
  const auto most = numberIn(light / "max_brightness");
  if (!most || *most <= 0) return MachineRefusal::Absent;
  std::int64_t value = (*most * std::clamp(percent, 0, 100) + kAll / 2) / kAll;
  if (percent > 0) value = std::max<std::int64_t>(1, value);
  const auto written = writeTo(light / "brightness", std::to_string(value));
  if (written || written.error() != MachineRefusal::NotAllowed) return written;
  const auto opened = Bus::open(bus);
  if (!opened) return MachineRefusal::NotAllowed;
  const auto told = opened->tell(kSession, "SetBrightness", "ssu", "backlight",
                                 light.filename().c_str(), static_cast<std::uint32_t>(value));
  // Without a logind, or a session, what counts is that the kernel's file is closed to the program.
  if (!told && told.error() == MachineRefusal::Absent) return MachineRefusal::NotAllowed;
  return told;
}

}  // namespace

Result<int, MachineRefusal> brightness(const std::filesystem::path& folder) {
  for (const auto& light : lightsIn(folder)) {
    const auto most = numberIn(light / "max_brightness");
    const auto now = numberIn(light / "brightness");
    if (!most || *most <= 0 || !now) continue;
    return static_cast<int>((std::clamp<std::int64_t>(*now, 0, *most) * kAll + *most / 2) / *most);
  }
  return MachineRefusal::Absent;
}

Result<Done, MachineRefusal> setBrightness(const MachinePlaces& places, int percent) {
  Result<Done, MachineRefusal> first = MachineRefusal::Absent;
  bool any = false;
  for (const auto& light : lightsIn(places.backlights)) {
    auto set = setOne(places.bus, light, percent);
    if (!any || !set) first = set;
    any = true;
  }
  return first;
}

}  // namespace platform
