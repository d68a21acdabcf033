#pragma once

#include <string>
#include <vector>

#include "tests/support/image.h"

namespace tests {

/// What is wrong with how a QR code is drawn within `area`, which holds its quiet zone: grey or
/// coloured pixels, squares that are not whole pixels, less than four squares of white at any side
/// (ISO/IEC 18004, perf.md 3). Empty = nothing.
[[nodiscard]] std::vector<std::string> qrDrawingProblems(const Image& picture, const Rect& area);

}  // namespace tests
