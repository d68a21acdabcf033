#pragma once

#include <filesystem>
#include <string>

namespace hallpass {

/// What an event has stored in `field`, as people say it, in the language that is set: an id such
/// as a lock, a reason or a pass type in words, a time as the device's own clock tells it. What is
/// no id that is known stays as it is. The titles of passes are read from `assets`.
[[nodiscard]] std::string eventValue(const std::string& field, const std::string& value,
                                     const std::filesystem::path& assets);

}  // namespace hallpass
