#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ledger/open_refusal.h"
#include "kiosk/ledger/watermark.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"

namespace hallpass {

/// A copy of a ledger that is kept beside it.
struct Backup {
  std::filesystem::path file;
  std::int64_t events = 0;  ///< Entries of its journal.
  platform::UtcTime at;     ///< When it was made, by the clock of then.
};

/// What stands in the file of a copy that was found whole.
struct CopyFacts {
  JournalHead head;
  std::int64_t inStock = 0;  ///< Codes of every pass type, past their dates or not.
};

/// Whether the secrets of the locks, and the students' own digits, stand in a copy. One that leaves
/// the device lacks them: short secrets can be tried out where nothing counts the tries.
enum class Secrets : std::uint8_t { Kept, Left };

/// Where the copies of a ledger are kept: the folder "backups" beside it. Whatever lies there is
/// erased with the ledger's content, and when names in it became too old (Ledger::erase,
/// eraseNamesBefore).
[[nodiscard]] std::filesystem::path backupFolder(const std::filesystem::path& ledger);

/// Copies `ledger` as it is now into its backup folder, while others may write to it: under another
/// name, with what it holds checked (inspectCopy()), on the disk, then under its own name, which
/// tells its journal's entries, the time, and the beginning of its hash. Any thread, with no
/// connection of its own to the ledger. A refusal (Busy, Damaged, Failed) leaves no file.
[[nodiscard]] platform::Result<Backup, OpenRefusal> makeBackup(const std::filesystem::path& ledger,
                                                               platform::UtcTime now);

/// A copy that leaves the device: under the name that makeBackup() would give it, and lacking what
/// Secrets::Left says.
struct PackedBackup {
  std::string name;
  std::int64_t events = 0;
  std::string bytes;
};

/// Makes one as makeBackup() does; nothing of it stays in the folder.
[[nodiscard]] platform::Result<PackedBackup, OpenRefusal> packBackup(
    const std::filesystem::path& ledger, platform::UtcTime now);

/// Checks a copy: a ledger, of this program or an older one, whole, with its rules and a journal
/// that fits together, and the hash that its name tells, where it tells one. Reads the file alone
/// and leaves no trace.
[[nodiscard]] platform::Result<CopyFacts, OpenRefusal> inspectCopy(
    const std::filesystem::path& file);

/// Refuses (Damaged) a file that is not as its name tells, where that tells a hash.
[[nodiscard]] platform::Result<platform::Done, OpenRefusal> inspectName(
    const std::filesystem::path& file);

/// The backups of `ledger`, newest first.
[[nodiscard]] std::vector<Backup> backupsOf(const std::filesystem::path& ledger);

/// Erases all but the `most` newest backups, and those that were made before `oldest`. Waits for
/// whoever makes a copy; does nothing where the folder cannot be had.
void thinBackups(const std::filesystem::path& ledger, std::size_t most,
                 std::optional<platform::UtcTime> oldest);

/// As long as this is there, nobody else makes, erases or brings back a copy.
class CopiesLock {
 public:
  enum class Wait : bool { No, Yes };  ///< For whoever has it.
  /// Makes the folder.
  explicit CopiesLock(const std::filesystem::path& ledger, Wait wait = Wait::Yes);
  ~CopiesLock();
  CopiesLock(const CopiesLock&) = delete;
  CopiesLock& operator=(const CopiesLock&) = delete;
  [[nodiscard]] bool held() const { return held_; }
  /// Has what was renamed in the folder on the disk, and the folder itself.
  [[nodiscard]] bool sync() const;

 private:
  int folder_;
  std::filesystem::path around_;
  bool held_ = false;
};

/// Erases everything in the backup folder, overwritten, with the folders in it. False: some of it
/// is still there, or somebody makes a copy and it was not to be waited for.
[[nodiscard]] bool eraseCopies(const std::filesystem::path& ledger, CopiesLock::Wait wait);

/// Copies `ledger` to `file`, which must not be there (mode 0600). Throws SqlError.
void copyLedger(const std::filesystem::path& ledger, const std::filesystem::path& file,
                Secrets secrets);

/// Has the content of `file` on the disk. False where it is not.
[[nodiscard]] bool syncFile(const std::filesystem::path& file);

}  // namespace hallpass
