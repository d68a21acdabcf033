#include "kiosk/ledger/copies.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <regex>
#include <system_error>
#include <tuple>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "kiosk/ledger/soundness.h"
#include "platform/base/translation.h"
#include "platform/os/erase_file.h"
#include "platform/os/files.h"

namespace hallpass {
namespace {

namespace fs = std::filesystem;
using platform::Result;

constexpr std::size_t kMostBytes = std::size_t{1} << 31U;
constexpr std::size_t kSum = 16;  ///< Hexadecimal digits of the hash in a name.

/// "ledger-000812-20261121T190000Z-0123456789abcdef.db"
const std::regex& backupName() {
  static const std::regex name(R"(ledger-(\d{6,19})-(\d{8}T\d{6}Z)-([0-9a-f]{16})\.db)");
  return name;
}

OpenRefusal damaged() {
  return {OpenRefusal::Kind::Damaged,
          platform::tr("its content is damaged. Keep the file, and restore it from a backup.")};
}

OpenRefusal failed(const std::string& sentence) { return {OpenRefusal::Kind::Failed, sentence}; }

/// "2026-11-21T19:00:00.123Z" as it may stand in a file's name: "20261121T190000Z".
std::string stampOf(platform::UtcTime time) {
  std::string stamp = platform::toIsoText(time).substr(0, 19) + "Z";
  stamp.erase(
      std::remove_if(stamp.begin(), stamp.end(), [](char c) { return c == '-' || c == ':'; }),
      stamp.end());
  return stamp;
}

platform::UtcTime timeOf(const std::string& stamp) {
  const std::string text = stamp.substr(0, 4) + "-" + stamp.substr(4, 2) + "-" +
                           stamp.substr(6, 5) + ":" + stamp.substr(11, 2) + ":" +
                           stamp.substr(13, 2) + "Z";
  return platform::parseIsoTime(text).value_or(platform::UtcTime{});
}

std::optional<Backup> backupAt(const fs::path& file) {
  const std::string name = file.filename().string();
  std::smatch part;
  if (!std::regex_match(name, part, backupName())) return std::nullopt;
  Backup backup{file, 0, timeOf(part[2].str())};
  const std::string digits = part[1].str();
  std::from_chars(digits.data(), digits.data() + digits.size(), backup.events);
  return backup;
}

std::string nameOf(const JournalHead& head, platform::UtcTime now, const platform::Hash& content) {
  std::string digits = std::to_string(head.events);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return "ledger-" + digits + "-" + stampOf(now) + "-" + platform::toHex(content).substr(0, kSum) +
         ".db";
}

void leaveSecrets(Database& copy) {
  copy.execute(
      "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; BEGIN IMMEDIATE; DELETE FROM "
      "own_digits; UPDATE lock SET "
      "secret = NULL, failures = 0, wait = 0, boot_id = '', since_boot = 0; COMMIT; VACUUM");
}

Result<CopyFacts, OpenRefusal> factsOf(const fs::path& file) {
  Database copy(file, Database::Access::LookOnly, "");
  if (auto refusal = refuseForeign(copy, migrations())) return *refusal;
  if (copy.integer("PRAGMA user_version") == 0) return damaged();
  if (auto refusal = refuseChanged(copy, migrations())) return *refusal;
  if (!isWhole(copy)) return damaged();
  const platform::SystemClock clock;
  const auto verdict = Journal(copy, clock).verify(std::nullopt);
  if (!verdict || verdict->firstBad) return damaged();
  return CopyFacts{readHead(copy), copy.integer("SELECT count(*) FROM code WHERE state = 'stock'")};
}

/// The folder of copies, with one in the making that is erased with this, where it is still there.
class Workshop {
 public:
  explicit Workshop(const fs::path& ledger)
      : ledger_(fs::absolute(ledger)), lock_(ledger_), ready_(lock_.held() && clear()) {}
  ~Workshop() {
    if (ready_) (void)clear();
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  [[nodiscard]] fs::path folder() const { return backupFolder(ledger_); }
  [[nodiscard]] fs::path making() const { return folder() / "making.db"; }

  /// Copies and checks; answers the name that the copy is to have, and all of it.
  Result<PackedBackup, OpenRefusal> make(platform::UtcTime now, Secrets secrets) const {
    if (!ready_) {
      return failed(platform::folderSentence(platform::FileRefusal::NotAllowed, folder()));
    }
    try {
      copyLedger(ledger_, making(), secrets);
    } catch (const SqlError& error) {
      return withFile(openRefusalOf(error), ledger_);
    }
    const auto facts = inspectCopy(making());
    if (!facts) return facts.error();
    auto content = platform::readFile(making(), kMostBytes);
    if (!content) return failed(platform::sentence(content.error(), making()));
    const std::string name = nameOf(facts->head, now, platform::sha256(*content));
    return PackedBackup{name, facts->head.events, *std::move(content)};
  }

  /// Gives the copy its own name, on the disk.
  [[nodiscard]] bool keepAs(const fs::path& file) const {
    std::error_code error;
    if (!syncFile(making())) return false;
    fs::rename(making(), file, error);
    return !error && lock_.sync();
  }

 private:
  [[nodiscard]] bool clear() const {
    return platform::eraseFile(making()).ok() &&
           platform::eraseFile(making().string() + "-journal").ok();
  }

  fs::path ledger_;
  CopiesLock lock_;
  bool ready_;
};

bool eraseAllIn(const fs::path& folder) {
  std::error_code error;
  bool gone = true;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.is_directory() && !entry.is_symlink()) {
      std::error_code kept;
      gone = eraseAllIn(entry.path()) && fs::remove(entry.path(), kept) && gone;
    } else {
      gone = platform::eraseFile(entry.path()).ok() && gone;
    }
  }
  return gone && !error;
}

}  // namespace

fs::path backupFolder(const fs::path& ledger) { return ledger.parent_path() / "backups"; }

CopiesLock::CopiesLock(const fs::path& ledger, Wait wait) : folder_(-1) {
  const fs::path folder = backupFolder(ledger);
  if (!platform::makeFolder(folder)) return;
  folder_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  held_ = folder_ >= 0 && ::flock(folder_, wait == Wait::Yes ? LOCK_EX : LOCK_EX | LOCK_NB) == 0;
  around_ = folder.parent_path();
}

CopiesLock::~CopiesLock() {
  if (folder_ >= 0) ::close(folder_);
}

bool CopiesLock::sync() const { return ::fsync(folder_) == 0 && syncFile(around_); }

bool syncFile(const fs::path& file) {
  const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) return false;
  const bool done = ::fsync(opened) == 0;
  ::close(opened);
  return done;
}

void copyLedger(const fs::path& ledger, const fs::path& file, Secrets secrets) {
  const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) throw SqlError(SQLITE_CANTOPEN, "the copy could not be made");
  ::close(made);
  const Database source(ledger, Database::Access::ReadWrite, "");
  Database copy(file, Database::Access::ReadWrite, "");
  source.copyTo(copy);
  if (copy.text("PRAGMA journal_mode = DELETE") != "delete") {
    throw SqlError(SQLITE_ERROR, "the copy keeps a log");
  }
  if (secrets == Secrets::Left) leaveSecrets(copy);
}

Result<platform::Done, OpenRefusal> inspectName(const fs::path& file) {
  std::smatch part;
  const std::string name = file.filename().string();
  if (!std::regex_match(name, part, backupName())) return platform::Done{};
  const auto content = platform::readFile(file, kMostBytes);
  if (!content) return failed(platform::sentence(content.error(), file));
  const std::string sum = platform::toHex(platform::sha256(*content)).substr(0, kSum);
  if (sum == part[3].str()) return platform::Done{};
  return withFile(damaged(), file);
}

Result<CopyFacts, OpenRefusal> inspectCopy(const fs::path& file) {
  if (const auto named = inspectName(file); !named) return named.error();
  try {
    auto facts = factsOf(fs::absolute(file));
    if (!facts) return withFile(facts.error(), file);
    return facts;
  } catch (const SqlError& error) {
    return withFile(openRefusalOf(error), file);
  }
}

Result<Backup, OpenRefusal> makeBackup(const fs::path& ledger, platform::UtcTime now) {
  const Workshop workshop(ledger);
  const auto made = workshop.make(now, Secrets::Kept);
  if (!made) return made.error();
  const Backup backup{workshop.folder() / made->name, made->events, now};
  if (workshop.keepAs(backup.file)) return backup;
  return failed(platform::sentence(platform::FileRefusal::Unreadable, backup.file));
}

Result<PackedBackup, OpenRefusal> packBackup(const fs::path& ledger, platform::UtcTime now) {
  return Workshop(ledger).make(now, Secrets::Left);
}

std::vector<Backup> backupsOf(const fs::path& ledger) {
  std::vector<Backup> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(backupFolder(ledger), none)) {
    if (auto backup = backupAt(entry.path())) found.push_back(*std::move(backup));
  }
  std::sort(found.begin(), found.end(), [](const Backup& one, const Backup& other) {
    return std::tie(one.events, one.at, one.file) > std::tie(other.events, other.at, other.file);
  });
  return found;
}

void thinBackups(const fs::path& ledger, std::size_t most,
                 std::optional<platform::UtcTime> oldest) {
  std::error_code none;
  if (!fs::exists(backupFolder(ledger), none)) return;
  const CopiesLock lock(ledger);
  if (!lock.held()) return;
  std::size_t kept = 0;
  for (const Backup& backup : backupsOf(ledger)) {
    const bool old = oldest && backup.at < *oldest;
    if (!old && kept++ < most) continue;
    (void)platform::eraseFile(backup.file);
  }
}

bool eraseCopies(const fs::path& ledger, CopiesLock::Wait wait) {
  std::error_code error;
  const fs::path folder = backupFolder(ledger);
  if (!fs::exists(folder, error)) return !error;
  const CopiesLock lock(ledger, wait);
  return lock.held() && eraseAllIn(folder);
}

}  // namespace hallpass
