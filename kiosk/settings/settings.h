#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/domain/renderer_name.h"
#include "kiosk/domain/theme_name.h"
#include "kiosk/settings/day_time.h"
#include "kiosk/settings/extent.h"
#include "platform/base/result.h"
#include "platform/os/files.h"

namespace hallpass {

/// What a venue sets, in one commented file (assets/hallpass.toml) and on the staff's screens. The
/// names of the keys in the file are those of the fields in snake_case: idle_seconds.
struct Settings {
  int idleSeconds = 60;         ///< 45-300: without a touch, until a visit's warning.
  int retentionDays = 30;       ///< 1-3650: names older than this are erased.
  int diskReserveMiB = 64;      ///< 1-65536: with less space left, no code is handed out.
  int backupsKept = 5;          ///< 1-1000: so many copies of the ledger, the newest ones.
  std::string language = "en";  ///< An id of kLanguages: where no visit or class says another.
  std::string depot;            ///< A connection string of libpq; "" = this kiosk has none.
  std::filesystem::path media = "/run/media/hallpass";  ///< Where sticks are mounted; absolute.
  std::optional<Extent> screenMm;      ///< The screen's real size; nullopt = as it says.
  ThemeName theme = ThemeName::Light;  ///< Of every screen where no student asked for another.
  RendererName renderer = RendererName::Auto;
  int volumePercent = 70;             ///< 0-100.
  int brightnessPercent = 100;        ///< 5-100: never so dark that nobody finds the screen.
  int rotationDegrees = 0;            ///< 0, 90, 180 or 270, clockwise.
  bool motion = true;                 ///< Screens move a little as they come.
  bool speech = true;                 ///< A headset, or F1 that is held, has the screens said.
  bool sounds = true;                 ///< A short one for what is touched, done or not taken.
  std::optional<DayTime> sleepFrom;   ///< The screen is dark from then ...
  std::optional<DayTime> sleepUntil;  ///< ... until then; nullopt for both = never.
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// What is wrong in a settings file.
struct SettingMistake {
  unsigned line = 0;     ///< From 1; 0 where the whole file is meant.
  std::string key;       ///< As it stands there; "" where the mistake is about no key.
  std::string nearest;   ///< Of an unknown key: the one that is spelt most like it, or "".
  std::string sentence;  ///< "line 4: ...": what is wrong, and what to write. English.
};

/// A file as far as it can be used.
struct SettingsFound {
  Settings settings;                     ///< With the default for whatever is left out or wrong.
  std::vector<SettingMistake> mistakes;  ///< In the order of their lines.
};

/// Reads a settings file of at most 64 KiB; one that is not there is all defaults. The kiosk starts
/// with what this finds: one wrong line must not leave a classroom without its kiosk.
[[nodiscard]] SettingsFound findSettings(const std::filesystem::path& file);

/// The same of a file's content.
[[nodiscard]] SettingsFound findSettingsIn(const std::string& content);

/// The same, where a mistake is a refusal. The mistakes are never none.
[[nodiscard]] platform::Result<Settings, std::vector<SettingMistake>> readSettings(
    const std::filesystem::path& file);

/// A value as it may stand in the file.
using SettingValue = std::variant<std::int64_t, std::string, bool>;

/// Sets `key` to `value` in `file` and leaves all else of it as it stands, comments too; a file
/// that is not there begins as settingsText(). Replaced in one step: after a power cut the old or
/// the new file is there. Refuses a value that findSettings() would not take, a file that is no
/// TOML, and to add a key below a table, whose key it would be; then nothing changed. Readable by
/// all, whoever may read the folder: it holds no secret.
[[nodiscard]] platform::Result<platform::Done, SettingMistake> changeSetting(
    const std::filesystem::path& file, std::string_view key, const SettingValue& value);

/// A settings file that holds `settings`, each with its explanation.
[[nodiscard]] std::string settingsText(const Settings& settings);

/// Where a device's settings are when the command line does not say: in its data folder.
[[nodiscard]] std::filesystem::path settingsFile(const std::filesystem::path& data);

}  // namespace hallpass
