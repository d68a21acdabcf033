#pragma once

#include <string>

namespace tests {

/// What came of many faults.
struct Tally {
  long long faults = 0;
  long long told = 0;     ///< Acknowledgements that stood at each of them, added up.
  long long lost = 0;     ///< Faults that lost one.
  long long corrupt = 0;  ///< Faults after which another promise was broken.
  std::string first;      ///< How to see the first of them again, and what was wrong.

  Tally& operator+=(const Tally& other);
};

/// Prints a line of a table.
void printHead(const std::string& title);
void print(const std::string& name, const Tally& tally);

/// The number that the environment gives, or `otherwise`; a tenth of that where the sanitizers
/// make everything slow.
[[nodiscard]] long long wanted(const char* variable, long long otherwise);

/// Whether the sanitizers make everything slow.
[[nodiscard]] bool isSanitized();

}  // namespace tests
