#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/settings/settings.h"

namespace hallpass {

/// One setting as the file, its check and its manual know it. One list for all three, so that they
/// cannot differ.
struct SettingKey {
  std::string_view name;   ///< "idle_seconds"
  std::string_view about;  ///< What it does, in lines of at most 96 characters, each ended by "\n".
  std::string_view takes;  ///< "a whole number from 45 to 300": after "must be".
  /// Puts a value into the settings; false where it cannot be one, and then nothing changed.
  bool (*put)(Settings&, const SettingValue&);
  SettingValue (*get)(const Settings&);
};

/// All of them, in the order in which the file has them.
[[nodiscard]] const std::vector<SettingKey>& settingKeys();

/// nullptr where there is no setting of that name.
[[nodiscard]] const SettingKey* settingKey(std::string_view name);

/// The key that is spelt most like `name`, at most a third of the longer one's letters away; ""
/// where none is. Letters that changed places count as one mistake, and case and dashes as none.
[[nodiscard]] std::string_view nearestKey(std::string_view name);

/// Whether `text` may be the address of a depot: short, on one line, and with no password in it,
/// for settings and command lines can be read by others.
[[nodiscard]] bool isDepotAddress(std::string_view text);

/// `value` as TOML writes it: 60, "en", true.
[[nodiscard]] std::string toToml(const SettingValue& value);

}  // namespace hallpass
