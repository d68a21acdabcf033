#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "kiosk/domain/lease.h"
#include "platform/base/hash.h"

namespace hallpass {

/// What a leased code is, by the depot's id of it; nullopt where this kiosk has it not.
using CodeText = std::function<std::optional<LeasedCode>(const std::string& id)>;

/// The code and what it is compared by, as the depot keeps both; and the way back, nullopt for a
/// text that is no such thing, as one with control characters.
[[nodiscard]] std::string secretText(const Code& code, const std::string& identity);
[[nodiscard]] std::optional<std::pair<Code, std::string>> fromSecretText(const std::string& text);

/// What the depot tells two lists with the same code by.
[[nodiscard]] platform::Hash valueHash(const std::string& passType, const std::string& identity);

}  // namespace hallpass
