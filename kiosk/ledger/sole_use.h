#pragma once

struct sqlite3_file;

namespace hallpass {

class Database;

/// Whether nobody else has a ledger's file open, and nobody else from then on: every other program
/// that tries to open it finds it busy until this is destroyed.
///
/// Every connection of a log's file holds SQLite's shared lock on it as long as it is open, so the
/// exclusive lock is only to be had by one that is alone. "PRAGMA locking_mode = EXCLUSIVE" would
/// do the same, but where it fails it leaves a lock behind that keeps newcomers out.
class SoleUse {
 public:
  /// Asks once, and waits for nobody.
  explicit SoleUse(Database& database);
  ~SoleUse();
  SoleUse(const SoleUse&) = delete;
  SoleUse& operator=(const SoleUse&) = delete;

  /// A second connection of this very process counts as somebody else; a ledger in memory has no
  /// others.
  [[nodiscard]] bool held() const { return held_; }

 private:
  sqlite3_file* file_ = nullptr;  ///< The database's own; nullptr in memory.
  bool held_ = true;
};

}  // namespace hallpass
