#include "kiosk/ledger/swap.h"

#include <system_error>

namespace hallpass {
namespace {

namespace fs = std::filesystem;

bool hasBytes(const fs::path& file) {
  std::error_code none;
  return fs::file_size(file, none) > 0 && !none;
}

/// A name that is free in the backup folder.
fs::path asideName(const fs::path& ledger, platform::UtcTime now) {
  const std::string stem = "aside-" + platform::toIsoDate(now);
  fs::path name = backupFolder(ledger) / (stem + ".db");
  for (int number = 2; fs::exists(name); ++number) {
    name = backupFolder(ledger) / (stem + "-" + std::to_string(number) + ".db");
  }
  return name;
}

/// Takes back setAside().
void bringBack(const fs::path& ledger, const fs::path& aside) {
  std::error_code ignored;
  fs::rename(aside.string() + "-wal", ledger.string() + "-wal", ignored);
  fs::remove(aside, ignored);
}

/// Gives the ledger that is there a second name, and its log another one; "" where there is none.
/// All of that is on the disk before the ledger's own name is another one's: a cut leaves the old
/// ledger as it was, or of a damaged one the part that the mark keeps from serving. A log that came
/// back beside the new ledger would be read as its own.
std::optional<fs::path> setAside(const fs::path& ledger, platform::UtcTime now,
                                 const CopiesLock& lock) {
  std::error_code error;
  const fs::path log = ledger.string() + "-wal";
  fs::path aside;
  if (fs::exists(ledger, error)) {
    aside = asideName(ledger, now);
    fs::create_hard_link(ledger, aside, error);
    if (!error && hasBytes(log)) fs::rename(log, aside.string() + "-wal", error);
    if (error || !lock.sync()) {
      bringBack(ledger, aside);
      return std::nullopt;
    }
  }
  fs::remove(log, error);
  fs::remove(ledger.string() + "-shm", error);
  if (!lock.sync()) return std::nullopt;
  return aside;
}

void setLaterAside(const fs::path& ledger, std::int64_t events) {
  for (const Backup& backup : backupsOf(ledger)) {
    if (backup.events <= events) break;
    const fs::path name = "aside-" + backup.file.filename().string();
    std::error_code ignored;
    fs::rename(backup.file, backup.file.parent_path() / name, ignored);
  }
}

}  // namespace

std::optional<fs::path> swapLedger(const fs::path& staged, const fs::path& ledger,
                                   const JournalHead& head, platform::UtcTime now,
                                   const CopiesLock& lock) {
  if (!syncFile(staged)) return std::nullopt;
  const auto aside = setAside(ledger, now, lock);
  if (!aside) return std::nullopt;
  std::error_code error;
  fs::rename(staged, ledger, error);
  if (error) {
    if (!aside->empty()) bringBack(ledger, *aside);
    return std::nullopt;
  }
  if (!lock.sync()) return std::nullopt;
  const auto mark = Watermark::open(ledger);
  if (mark == nullptr || !mark->set(head)) return std::nullopt;
  setLaterAside(ledger, head.events);
  return aside;
}

}  // namespace hallpass
