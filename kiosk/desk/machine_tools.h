#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "kiosk/desk/desk_page.h"
#include "kiosk/room/appliance.h"
#include "kiosk/settings/settings.h"
#include "platform/os/machine.h"

namespace hallpass {

/// What venue staff set of the machine, and where that is kept. Main thread only.
struct MachineTools {
  platform::MachinePlaces places;
  std::filesystem::path file;  ///< The settings file.
  Settings settings;           ///< As they count now.
  Appliance appliance{};
};

/// The appliance's image, as far as this device is one.
[[nodiscard]] Appliance applianceOf(const DeskTools& tools);

/// Writes one setting down, for the next start. Answers why not, in a sentence, or "": what is set
/// now stays set in either case.
[[nodiscard]] std::string keepSetting(const MachineTools& machine, std::string_view key,
                                      const SettingValue& value);

/// Has the touch panels follow the picture as it is turned now, such as one that was plugged in
/// again.
void turnPanels(const MachineTools& machine);

/// Sets the loudspeaker, the light and the picture as the settings say; what the machine has not,
/// or does not let, stays as it is.
void setMachine(const MachineTools& machine);

}  // namespace hallpass
