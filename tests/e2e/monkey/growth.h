#pragma once

#include <cstdint>
#include <vector>

namespace tests {

/// By how much `samples`, in their order, have grown once warm: from the median of the first third
/// to that of the last. One sample that is out of the way counts for nothing. Fewer than three
/// samples have not grown.
[[nodiscard]] std::int64_t growthOf(const std::vector<std::int64_t>& samples);

}  // namespace tests
