#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace tests {

/// Sees the moment at which another program's transaction becomes part of a ledger, through a
/// connection of its own that never writes and leaves no trace: closing it merges nothing.
class CommitWatch {
 public:
  explicit CommitWatch(const std::filesystem::path& ledger);

  /// Whether something was committed since the watch began. Takes some microseconds.
  [[nodiscard]] bool committed();

 private:
  [[nodiscard]] std::int64_t entries();

  struct Closer {
    void operator()(sqlite3* database) const;
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3, Closer> database_;
  std::unique_ptr<sqlite3_stmt, Closer> question_;
  std::int64_t first_ = 0;
};

}  // namespace tests
