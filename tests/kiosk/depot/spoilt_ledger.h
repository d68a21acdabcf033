#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/kiosk/ledger/raw_sql.h"
#include "tests/kiosk/ledger/room.h"

namespace tests {

/// Copies of a ledger, in each of which another table or index cannot be read: a disk gave back
/// something else than was written there.
class SpoiltLedgers {
 public:
  /// Of the ledger in `folder`, which nobody has open.
  explicit SpoiltLedgers(std::filesystem::path folder) : folder_(std::move(folder)) {
    RawSql raw(folder_ / "ledger.db");
    names_ = raw.column("SELECT name FROM sqlite_schema WHERE rootpage > 1 ORDER BY name");
    roots_ = raw.column("SELECT rootpage FROM sqlite_schema WHERE rootpage > 1 ORDER BY name");
    size_ = std::stoull(raw.text("PRAGMA page_size"));
  }

  /// Calls `work` with the name of what is spoilt and the folder of that copy.
  template <class Work>
  void each(Work&& work) const {
    for (std::size_t at = 0; at < names_.size(); ++at) {
      const TempFolder copy;
      std::filesystem::copy(folder_, copy.path(),
                            std::filesystem::copy_options::recursive |
                                std::filesystem::copy_options::overwrite_existing);
      spoil(copy.file(), std::stoull(roots_[at]));
      work(names_[at], copy);
    }
  }

 private:
  void spoil(const std::filesystem::path& file, std::size_t page) const {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(static_cast<std::streamoff>((page - 1) * size_));
    bytes << std::string(size_, '\xff');
    REQUIRE(bytes.good());
  }

  std::filesystem::path folder_;
  std::vector<std::string> names_;
  std::vector<std::string> roots_;
  std::size_t size_ = 0;
};

}  // namespace tests
