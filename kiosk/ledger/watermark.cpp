#include "kiosk/ledger/watermark.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "kiosk/ledger/database.h"
#include "platform/base/translation.h"

namespace hallpass {
namespace {

constexpr off_t kApart = 4096;  ///< No disk writes both places at once.
constexpr std::string_view kMark = "HPLG-HEAD ";
constexpr std::size_t kDigits = 20;
constexpr std::size_t kHash = 64;
constexpr std::size_t kSum = 16;
constexpr std::size_t kBody = kMark.size() + kDigits + 1 + kHash;
constexpr std::size_t kLine = kBody + 1 + kSum + 1;

/// The first half of a hash over what stands before it: a bit that turned over is found.
std::string sumOf(std::string_view body) {
  return platform::toHex(platform::sha256(body)).substr(0, kSum);
}

std::string lineOf(const JournalHead& head) {
  const std::string digits = std::to_string(head.events);
  std::string line(kMark);
  line += std::string(kDigits - digits.size(), '0') + digits + " " + platform::toHex(head.hash);
  line += " " + sumOf(line);
  return line + "\n";
}

std::optional<JournalHead> headOf(std::string_view line) {
  const std::string_view body = line.substr(0, kBody);
  const auto hash = platform::hashFromHex(body.substr(kMark.size() + kDigits + 1));
  const std::string_view digits = body.substr(kMark.size(), kDigits);
  JournalHead head;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), head.events);
  if (!hash || read.ec != std::errc() || line != lineOf({head.events, *hash})) return std::nullopt;
  head.hash = *hash;
  return head;
}

std::optional<JournalHead> headAt(int file, off_t place) {
  std::array<char, kLine> line{};
  if (::pread(file, line.data(), line.size(), place) != std::ssize(line)) return std::nullopt;
  return headOf({line.data(), line.size()});
}

struct Places {
  std::array<std::optional<JournalHead>, 2> heads;

  /// Where the newest one stands; the second place while there is none, for then the first one is
  /// written.
  [[nodiscard]] std::size_t newest() const {
    if (!heads[0]) return 1;
    return heads[1] && heads[1]->events > heads[0]->events ? 1 : 0;
  }
};

Places placesIn(int file) { return {{headAt(file, 0), headAt(file, kApart)}}; }

/// As long as this is there, no other program writes.
class FileLock {
 public:
  explicit FileLock(int file) : file_(file), held_(::flock(file, LOCK_EX) == 0) {}
  ~FileLock() {
    if (held_) ::flock(file_, LOCK_UN);
  }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  [[nodiscard]] bool held() const { return held_; }

 private:
  int file_;
  bool held_;
};

bool syncFolderOf(const std::filesystem::path& file) {
  const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return false;
  const bool done = ::fsync(folder) == 0;
  ::close(folder);
  return done;
}

/// Both places from the beginning, so that a full disk has room for what is written later.
bool isRoomy(int file, const std::filesystem::path& name) {
  const off_t size = ::lseek(file, 0, SEEK_END);
  const off_t whole = kApart + static_cast<off_t>(kLine);
  if (size >= whole) return true;
  const std::string blank(static_cast<std::size_t>(whole), ' ');
  return ::pwrite(file, blank.data(), blank.size(), 0) == whole && ::fsync(file) == 0 &&
         syncFolderOf(name);
}

}  // namespace

JournalHead readHead(Database& database) {
  Statement row =
      database.prepare("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1");
  if (!row.step()) return {};
  return {row.integer(0), row.hash(1)};
}

std::filesystem::path Watermark::fileOf(const std::filesystem::path& ledger) {
  return ledger.string() + "-head";
}

std::unique_ptr<Watermark> Watermark::open(const std::filesystem::path& ledger) {
  const std::filesystem::path file = fileOf(ledger);
  const int opened = ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (opened < 0) return nullptr;
  std::unique_ptr<Watermark> watermark(new Watermark(opened));
  const FileLock lock(opened);
  if (!lock.held() || !isRoomy(opened, file)) return nullptr;
  return watermark;
}

std::optional<JournalHead> Watermark::at(const std::filesystem::path& ledger) {
  const int file = ::open(fileOf(ledger).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  return Watermark(file).read();
}

Watermark::~Watermark() { ::close(file_); }

std::optional<JournalHead> Watermark::read() const {
  const FileLock lock(file_);
  const Places places = placesIn(file_);
  return places.heads.at(places.newest());
}

bool Watermark::raise(const JournalHead& head) { return write(head, false); }

bool Watermark::set(const JournalHead& head) { return write(head, true); }

bool Watermark::write(const JournalHead& head, bool always) {
  const FileLock lock(file_);
  if (!lock.held()) return false;
  const Places places = placesIn(file_);
  const std::size_t newest = places.newest();
  const auto& before = places.heads.at(newest);
  if (before == head || (!always && before && before->events >= head.events)) return true;
  const auto put = [&](std::size_t place, const std::string& line) {
    const off_t at = place == 0 ? 0 : kApart;
    return ::pwrite(file_, line.data(), line.size(), at) == std::ssize(line) &&
           ::fdatasync(file_) == 0;
  };
  if (!put(1 - newest, lineOf(head))) return false;
  // The one with more entries counts: where a journal is begun anew, the other one goes.
  const bool ahead = before && before->events >= head.events;
  return !ahead || put(newest, std::string(kLine, ' '));
}

std::optional<OpenRefusal> refuseOlder(Database& database, const JournalHead& mark) {
  if (mark.events == 0) return std::nullopt;
  if (database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'journal'") == 1) {
    Statement held = database.prepare("SELECT 1 FROM journal WHERE sequence = ?1 AND hash = ?2");
    if (held.bind(mark.events, mark.hash).step()) return std::nullopt;
    Statement named = database.prepare(
        "SELECT 1 FROM journal WHERE event IN ('ledger-erased', 'ledger-restored') AND "
        "iif(json_valid(fields), json_extract(fields, '$.old_head'), '') = ?1 LIMIT 1");
    if (named.bind(platform::toHex(mark.hash)).step()) return std::nullopt;
  }
  return OpenRefusal{
      OpenRefusal::Kind::Older,
      platform::tr("what was recorded last is missing in it, so it could hand out a code twice. "
                   "Keep all files, and bring it back with \"hallpass restore\".")};
}

void settleWatermark(Database& database) {
  Watermark* watermark = database.watermark();
  if (watermark == nullptr || watermark->read() == readHead(database)) return;
  try {
    const Transaction alone(database, Transaction::Kind::Write);
    if (watermark->set(readHead(database))) return;
  } catch (const SqlError& error) {
    if (error.primaryCode() == SQLITE_BUSY) return;  // Whoever writes does it as well.
    throw;
  }
  throw SqlError(SQLITE_IOERR, "the head of the journal cannot be written down");
}

}  // namespace hallpass
