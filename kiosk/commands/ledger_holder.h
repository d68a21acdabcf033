#pragma once

#include <filesystem>
#include <string>

#include "kiosk/commands/answer.h"

namespace hallpass {

/// `why`, where it is Busy, with the program that keeps `ledger` in its sentence; where the system
/// does not tell (it may have ended by now), and for every other complaint, as it was.
[[nodiscard]] Complaint withHolder(Complaint why, const std::filesystem::path& ledger);

}  // namespace hallpass
