#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hallpass {

/// A QR code as squares: row by row, true = dark.
struct QrSquares {
  int side = 0;  ///< Squares a side, without the quiet zone.
  std::vector<bool> dark;

  [[nodiscard]] bool at(int x, int y) const {
    const int place = y * side + x;
    return dark[static_cast<std::size_t>(place)];
  }
};

/// Squares of white that must stand around a code (ISO/IEC 18004).
inline constexpr int kQuietZone = 4;

/// `payload` as a QR code of the smallest version that holds it at level M, but never version 1,
/// which has no alignment pattern; then the highest error correction that this version still holds
/// (perf.md 3). nullopt for an empty payload or one that no version holds.
[[nodiscard]] std::optional<QrSquares> encodeQr(const std::string& payload);

}  // namespace hallpass
