#pragma once

#include <optional>

#include "kiosk/domain/class.h"

namespace hallpass {

class Database;

/// The class opened last, within the caller's transaction; nullopt before the first one.
/// Throws SqlError.
[[nodiscard]] std::optional<Class> readCurrentClass(Database& database);

}  // namespace hallpass
