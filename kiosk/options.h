#pragma once

#include <filesystem>
#include <optional>

namespace hallpass {

/// A width and a height, in the unit that the name of the value gives.
struct Extent {
  int width = 0;
  int height = 0;
};

/// How the kiosk is started.
struct KioskOptions {
  std::filesystem::path data;                     ///< The folder that holds ledger.db.
  std::optional<Extent> windowedPx;               ///< A window of this size; nullopt = full screen.
  std::optional<Extent> screenMm;                 ///< The screen's real size; nullopt = as it says.
  std::optional<std::filesystem::path> describe;  ///< Where the description feed is appended.
  bool describeSecrets = false;                   ///< Codes in the feed: tests and speech only.
  std::filesystem::path media = "/run/media/hallpass";  ///< Where sticks are mounted.
  bool training = false;  ///< Starts in training mode, with the ledger of DATA/training.
  int idleSeconds = 60;   ///< 45-300: without a touch, until the warning.
};

}  // namespace hallpass
