#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "platform/base/clock.h"

namespace hallpass {

/// A time as it may stand on the command line: the device's own, or UTC with a "Z" behind it. A
/// date alone is the first moment of that day on the device. nullopt for "" only: timeMistake() has
/// refused all else.
[[nodiscard]] std::optional<platform::UtcTime> beginningAt(const std::string& text);

/// The same; a date alone is the last moment of that day.
[[nodiscard]] std::optional<platform::UtcTime> endAt(const std::string& text);

/// What is wrong with a time, or "".
[[nodiscard]] std::string timeMistake(const std::string& text);

/// What is wrong with a text that people read later, or "": 1 to 100 characters of UTF-8 on one
/// line.
[[nodiscard]] std::string textMistake(const std::string& text);

/// What is wrong with a size such as "1280x720", or "".
[[nodiscard]] std::string extentMistake(const std::string& text);

/// `given`, else $HALLPASS_DATA, else $XDG_DATA_HOME/hallpass, else ~/.local/share/hallpass;
/// nullopt where none of them says.
[[nodiscard]] std::optional<std::filesystem::path> dataFolder(const std::string& given);

}  // namespace hallpass
