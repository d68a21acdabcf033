#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tests {

/// Which of the rules that always hold (DESIGN.md 3) the ledger in `file` breaks, one sentence
/// each: read from its tables alone, past the program's own code. Empty = none. The program may
/// have it open. Throws where it cannot be read.
[[nodiscard]] std::vector<std::string> ledgerProblems(const std::filesystem::path& file);

}  // namespace tests
