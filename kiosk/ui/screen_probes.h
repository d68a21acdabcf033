#pragma once

#include <string>

namespace hallpass {

// What the self-test asks of the drawing, without a screen. Any thread.

/// Whether a reader that is not ours reads `payload`, and nothing else, out of the squares that the
/// screens draw it with (encodeQr), their quiet zone around them.
[[nodiscard]] bool qrReadsBack(const std::string& payload);

/// The characters of `wanted` that no installed font has, or that the screens cannot draw with any:
/// they show as boxes.
[[nodiscard]] std::u32string undrawable(const std::u32string& wanted);

}  // namespace hallpass
