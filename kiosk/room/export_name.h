#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/base/clock.h"

namespace hallpass {

/// "hallpass-AZ-104-2026-11-21-claims.csv": of a class with that title ("" = of none), on the local
/// day of `made`. Letters, digits and dashes of ASCII alone, so that every stick takes it; at most
/// 100 of them.
[[nodiscard]] std::string exportName(std::string_view classTitle, platform::UtcTime made,
                                     std::string_view what);

/// `name` where `folder` holds nothing of that name, else with "-2", "-3" ... before its ending:
/// the export of another room with a class of the same title is not written over.
[[nodiscard]] std::string freeName(const std::filesystem::path& folder, const std::string& name);

}  // namespace hallpass
