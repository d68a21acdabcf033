#pragma once

#include <cstddef>
#include <vector>

#include "kiosk/domain/stock.h"

namespace hallpass {

/// For how many students one shared code may be.
inline constexpr int kMostUses = 999;

/// The most rows of stock that one list of shared codes may become.
inline constexpr std::size_t kMostRowsOfUses = 10'000;

/// Whether `codes` codes, each for `uses` students, are few enough; `uses` is 1 to kMostUses.
[[nodiscard]] bool usesFit(std::size_t codes, int uses);

/// Each of `codes` once for every student who may use it, one after the other: the same text, with
/// the identities "CODE#1" to "CODE#uses". So every use is a code of its own in the stock, and is
/// claimed at most once, ever.
[[nodiscard]] std::vector<NewCode> withUses(const std::vector<NewCode>& codes, int uses);

}  // namespace hallpass
