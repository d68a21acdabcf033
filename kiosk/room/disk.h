#pragma once

#include <filesystem>

namespace hallpass {

/// Whether less than `reserveMiB` is left where the ledger of `data` is. Asks the disk each time;
/// one that does not tell is not low.
[[nodiscard]] bool isDiskLow(const std::filesystem::path& data, int reserveMiB);

}  // namespace hallpass
