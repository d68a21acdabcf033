#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "kiosk/ledger/open_refusal.h"
#include "platform/base/hash.h"

namespace hallpass {

class Database;

/// How far a journal has come: its number of entries, and the hash of the last one.
struct JournalHead {
  std::int64_t events = 0;
  platform::Hash hash{};
  friend bool operator==(const JournalHead&, const JournalHead&) = default;
};

/// The newest entry's; all zero where there is none. Throws SqlError.
[[nodiscard]] JournalHead readHead(Database& database);

/// The head of a ledger's journal, kept in a file beside it ("ledger.db-head", mode 0600, two lines
/// of text 4096 bytes apart). SQLite's log ends at its first frame that does not fit, and an old
/// copy of the file looks like any other ledger: in both cases codes that were handed out would be
/// in stock again. This file tells.
///
/// It is written after each commit and before anybody learns of it, in turns to one of two places:
/// a write that is torn leaves the one before. A line that was damaged counts as not there.
class Watermark {
 public:
  /// Opens the file beside `ledger`, and makes it where there is none. nullptr where it can be
  /// neither read nor made.
  [[nodiscard]] static std::unique_ptr<Watermark> open(const std::filesystem::path& ledger);

  /// What stands in the file; nullopt where nothing does, or nothing that is whole.
  [[nodiscard]] static std::optional<JournalHead> at(const std::filesystem::path& ledger);

  ~Watermark();
  Watermark(const Watermark&) = delete;
  Watermark& operator=(const Watermark&) = delete;

  [[nodiscard]] std::optional<JournalHead> read() const;

  /// Writes `head` down where it has more entries than what stands there: another program may have
  /// been faster. False where it is not on the disk.
  [[nodiscard]] bool raise(const JournalHead& head);

  /// Writes `head` down whatever stands there: a journal that was begun anew has fewer entries.
  [[nodiscard]] bool set(const JournalHead& head);

  /// Where it is kept for that ledger.
  [[nodiscard]] static std::filesystem::path fileOf(const std::filesystem::path& ledger);

 private:
  explicit Watermark(int file) : file_(file) {}
  [[nodiscard]] bool write(const JournalHead& head, bool always);

  int file_;
};

/// Refuses (Older) a ledger whose journal does not hold `mark`, as the last entry or an earlier
/// one: it lacks what was acknowledged. The journal before an erasure or a restoring counts as held
/// where its last entry is the one that this names. Throws SqlError.
[[nodiscard]] std::optional<OpenRefusal> refuseOlder(Database& database, const JournalHead& mark);

/// Writes down where the journal is now, as nobody writes to it. Throws SqlError.
void settleWatermark(Database& database);

}  // namespace hallpass
