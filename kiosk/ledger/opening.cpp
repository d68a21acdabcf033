#include "kiosk/ledger/opening.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/pragmas.h"
#include "kiosk/ledger/schema.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

using platform::filled;
using platform::tr;

constexpr off_t kSmallestDatabase = 512;  ///< Bytes: one page of the smallest size.

OpenRefusal notOpened(std::string sentence) {
  return {OpenRefusal::Kind::Failed, std::move(sentence)};
}

OpenRefusal diskFull() { return notOpened(tr("the disk is full. Make room and try again.")); }

/// Makes an empty file that only its owner may read, or leaves the one that is there. SQLite would
/// make it readable by all, and gives the files beside it the mode of this one.
std::optional<OpenRefusal> makeFile(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    ::close(descriptor);
    return std::nullopt;
  }
  if (errno == EEXIST) return std::nullopt;
  if (errno == ENOSPC || errno == EDQUOT) return diskFull();
  return notOpened(tr("it could not be made. Check that its folder is there and may be written."));
}

/// Whether there is something in the file beside `file` whose name ends so.
bool hasBeside(const std::filesystem::path& file, const char* ending) {
  std::error_code none;
  const auto bytes = std::filesystem::file_size(file.string() + ending, none);
  return !none && bytes > 0;
}

/// Whether the newest content may stand in the log beside the file.
bool hasLog(const std::filesystem::path& file) { return hasBeside(file, "-wal"); }

/// Whether a cut may have left the file's first sector torn: the log mends it, or, where the cut
/// came while a new file was made, the rollback journal.
bool mayBeTorn(const std::filesystem::path& file) {
  return hasLog(file) || hasBeside(file, "-journal");
}

std::optional<OpenRefusal> lookAtFileAlone(const std::filesystem::path& file,
                                           const std::string& vfs) {
  try {
    Database seen(file, Database::Access::LookOnly, vfs);
    auto refusal = refuseForeign(seen, migrations());
    // A torn sector may say anything: then the second look tells, which has the log as well.
    if (refusal && mayBeTorn(file)) return std::nullopt;
    return refusal;
  } catch (const SqlError& error) {
    // While a log is moved in, or after a cut in the midst of it, the file alone is half old and
    // half new; its very first sector may be torn. Connecting, with locks and log, tells whether it
    // is damaged.
    const int code = error.primaryCode();
    if (code == SQLITE_CORRUPT || (code == SQLITE_NOTADB && mayBeTorn(file))) return std::nullopt;
    throw;
  }
}

/// An existing file is looked at through SQLite, never by open() and close(): closing any
/// descriptor of it would drop the locks of this process's other connections (POSIX).
std::optional<OpenRefusal> look(const std::filesystem::path& file, const std::string& vfs) {
  struct stat facts {};
  if (::stat(file.c_str(), &facts) != 0) return makeFile(file);
  if (!S_ISREG(facts.st_mode)) return notOpened(tr("it is not a file. Name another folder."));
  if (facts.st_size == 0) {
    ::chmod(file.c_str(), 0600);
    return std::nullopt;
  }
  // SQLite takes a file of one byte for an empty one, and would write over it.
  if (facts.st_size < kSmallestDatabase) return openRefusalOf(SqlError(SQLITE_NOTADB, ""));
  return lookAtFileAlone(file, vfs);
}

/// Moves a log that was found into the file, so that the next change begins a new one. Its last
/// change may stand in the system's memory alone, where a sync failed and the program was killed
/// after it: no later sync of the log would write it, and a cut of the power would take all that
/// was recorded behind it. Waits for nobody; whoever uses the log now has synced it.
void settleLog(Database& database) { database.execute("PRAGMA wal_checkpoint(PASSIVE)"); }

platform::Result<std::unique_ptr<Database>, OpenRefusal> connect(const std::filesystem::path& file,
                                                                 const std::string& vfs,
                                                                 Place place) {
  const bool keepsLog = hasLog(file);
  auto database = std::make_unique<Database>(file, Database::Access::ReadWrite, vfs);
  if (database->readOnly()) return notOpened(tr("it may not be written. Check who owns it."));
  // What was written last may stand in the log alone, so the second look is at both. Should it
  // refuse, a log that is there stays where it is; an empty one goes away again.
  database->keepLogOnClose(keepsLog);
  if (auto refusal = refuseForeign(*database, migrations())) return *refusal;
  if (auto refusal = refuseChanged(*database, migrations())) return *refusal;
  database->keepLogOnClose(false);
  if (auto refusal = applyPragmas(*database, place)) return *refusal;
  if (keepsLog) settleLog(*database);
  return database;
}

}  // namespace

platform::Result<std::unique_ptr<Database>, OpenRefusal> openDatabase(
    const std::filesystem::path& file, const std::string& vfs) {
  if (file == ":memory:") return connect(file, vfs, Place::Memory);
  // Absolute, for SQLite takes a name that begins with "file:" for more than a name.
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(file, error);
  if (error || file.empty())
    return notOpened(tr("its folder is not there. Name another with --data."));
  if (auto refusal = look(absolute, vfs)) return *refusal;
  return connect(absolute, vfs, Place::File);
}

OpenRefusal openRefusalOf(const SqlError& error) {
  // SQLite has no word of its own for a disk that is too full for the file beside the ledger.
  if (error.code() == SQLITE_IOERR_SHMSIZE) return diskFull();
  switch (error.primaryCode()) {
    case SQLITE_NOTADB:
      return {OpenRefusal::Kind::Foreign,
              tr("it is not a ledger. Name another folder with --data.")};
    case SQLITE_CORRUPT:
      return {OpenRefusal::Kind::Damaged,
              tr("its content is damaged. Keep the file, and restore it from a backup.")};
    case SQLITE_BUSY:
      return {OpenRefusal::Kind::Busy,
              tr("another program keeps it. Wait for that to end, or end it, and try again.")};
    case SQLITE_FULL:
      return diskFull();
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return notOpened(tr("it may not be read or written. Check who owns it and its folder."));
    default:
      return notOpened(filled(tr("SQLite says \"{error}\". Check the disk's space and health."),
                              {{"error", error.what()}}));
  }
}

OpenRefusal withFile(OpenRefusal refusal, const std::filesystem::path& file) {
  refusal.sentence = filled(tr("The ledger \"{file}\" was not opened: {why}"),
                            {{"file", file.string()}, {"why", refusal.sentence}});
  return refusal;
}

}  // namespace hallpass
