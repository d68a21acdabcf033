#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/ui/description.h"

namespace hallpass {

/// The targets that can be used, as they are read: row after row, and in a row from left to right;
/// where no row is apart from the others, column after column. The keys of a keyboard or a pad are
/// read together, and so are the desk's places. They point into `targets`.
[[nodiscard]] std::vector<const Description::Target*> readingOrder(
    const std::vector<Description::Target>& targets);

enum class Towards : std::uint8_t { Left, Right, Up, Down };

/// The one of `targets` that the eye finds next on the way from `from`, another one of them; else
/// the nearest that lies further that way at all. Where none does, right and down go on in reading
/// order, left and up back in it, round from the last to the first; the same at the end of a line.
/// nullptr where there is no other one.
[[nodiscard]] const Description::Target* neighbour(const std::vector<Description::Target>& targets,
                                                   const Description::Target& from,
                                                   Towards direction);

}  // namespace hallpass
