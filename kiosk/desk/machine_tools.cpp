#include "kiosk/desk/machine_tools.h"

#include "platform/base/translation.h"
#include "platform/os/backlight.h"
#include "platform/os/rotation.h"
#include "platform/os/touch_turn.h"
#include "platform/os/volume.h"

namespace hallpass {

Appliance applianceOf(const DeskTools& tools) {
  return tools.machine == nullptr ? Appliance() : tools.machine->appliance;
}

std::string keepSetting(const MachineTools& machine, std::string_view key,
                        const SettingValue& value) {
  if (changeSetting(machine.file, key, value)) return "";
  return platform::tr(
      "This counts until the device is started again: the settings file could not be changed.");
}

void turnPanels(const MachineTools& machine) {
  const auto turned = platform::rotation(machine.places.display);
  // A panel that comes in follows a picture that is not turned.
  if (turned && turned->degrees != 0) {
    platform::turnTouch(machine.places.display, turned->degrees);
  }
}

void setMachine(const MachineTools& machine) {
  (void)platform::setVolume(machine.places.mixer, machine.settings.volumePercent);
  (void)platform::setBrightness(machine.places, machine.settings.brightnessPercent);
  const auto turned = platform::rotation(machine.places.display);
  if (!turned) return;
  if (turned->degrees == machine.settings.rotationDegrees) return turnPanels(machine);
  (void)platform::setRotation(machine.places.display, machine.settings.rotationDegrees);
}

}  // namespace hallpass
