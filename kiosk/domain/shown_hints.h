#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/domain/student.h"

namespace hallpass {

/// What a person knows about themselves and a neighbour does not. A higher `level` shows more.
[[nodiscard]] std::string hintFor(const RosterEntry& entry, std::size_t level);

/// The lowest level at which the hints of `namesakes` all differ.
[[nodiscard]] std::size_t hintLevel(const std::vector<const Student*>& namesakes);

}  // namespace hallpass
