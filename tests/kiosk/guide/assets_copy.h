#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/catch.h"

namespace tests {

inline const std::filesystem::path kShipped = TESTS_DATA "/../../assets";

/// A few small files of each kind, which are right: one guide, one pass type.
inline const std::filesystem::path kSmall = TESTS_DATA "/assets";

/// A copy of some assets in a folder of its own, which a test may spoil.
class AssetsCopy {
 public:
  explicit AssetsCopy(const std::filesystem::path& of) : folder_(makeFolder()) {
    std::filesystem::copy(of, folder_, std::filesystem::copy_options::recursive);
  }
  ~AssetsCopy() { std::filesystem::remove_all(folder_); }
  AssetsCopy(const AssetsCopy&) = delete;
  AssetsCopy& operator=(const AssetsCopy&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  [[nodiscard]] std::string read(const std::string& file) const {
    std::ifstream in(folder_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  void write(const std::string& file, const std::string& content) const {
    std::ofstream(folder_ / file, std::ios::binary) << content;
  }

  /// Replaces the first `from` in `file` by `to`.
  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::string content = read(file);
    const std::size_t at = content.find(from);
    REQUIRE(at != std::string::npos);
    write(file, content.replace(at, from.size(), to));
  }

 private:
  static std::filesystem::path makeFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "hallpass-assets-XXXXXX").string();
    return ::mkdtemp(name.data());
  }

  std::filesystem::path folder_;
};

}  // namespace tests
