#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/room/appliance.h"
#include "kiosk/settings/settings.h"

namespace hallpass {

/// How the kiosk is started.
struct KioskOptions {
  std::filesystem::path data;                     ///< The folder that holds ledger.db.
  std::optional<Extent> windowedPx;               ///< A window of this size; nullopt = full screen.
  std::optional<std::filesystem::path> describe;  ///< Where the description feed is appended.
  bool describeSecrets = false;                   ///< Codes in the feed: tests and speech only.
  bool failsafe = false;                          ///< Begins with the page that asks for staff.
  std::filesystem::path machine = Appliance::kFolder;  ///< What the appliance's image tells.
  bool training = false;         ///< Starts in training mode, with the ledger of DATA/training.
  std::filesystem::path config;  ///< The settings file.
  Settings settings;             ///< What it says, unless the command line says another thing.
  std::vector<SettingMistake> mistakes;  ///< Of that file; to be said once, by the kiosk.
};

}  // namespace hallpass
