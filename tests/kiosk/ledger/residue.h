#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace tests {

inline std::string rawBytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Those of `tokens` that stand anywhere in the bytes of any file of `folder`, with the file's
/// name: the ledger, its log and index, and whatever else was left lying about (trust.md 3, T17).
inline std::vector<std::string> residue(const std::filesystem::path& folder,
                                        const std::vector<std::string>& tokens) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = rawBytes(entry.path());
    for (const std::string& token : tokens) {
      if (bytes.find(token) != std::string::npos) {
        found.push_back(entry.path().filename().string() + ": " + token);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace tests
