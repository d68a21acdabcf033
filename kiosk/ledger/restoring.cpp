#include "kiosk/ledger/restoring.h"

#include <optional>
#include <system_error>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/erasure.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/opening.h"
#include "kiosk/ledger/schema.h"
#include "kiosk/ledger/sole_use.h"
#include "kiosk/ledger/swap.h"
#include "platform/base/translation.h"
#include "platform/os/erase_file.h"

namespace hallpass {
namespace {

namespace fs = std::filesystem;
using platform::Done;
using platform::Result;
using Step = Result<Done, RestoreRefusal>;

RestoreRefusal refusalOf(const OpenRefusal& refusal) {
  switch (refusal.kind) {
    case OpenRefusal::Kind::Newer:
      return {"LedgerNewer", refusal.sentence};
    case OpenRefusal::Kind::Foreign:
      return {"LedgerForeign", refusal.sentence};
    case OpenRefusal::Kind::Damaged:
    case OpenRefusal::Kind::Older:
      return {"LedgerDamaged", refusal.sentence};
    case OpenRefusal::Kind::Busy:
      return {"Busy", refusal.sentence};
    case OpenRefusal::Kind::Failed:
      break;
  }
  return {"Failed", refusal.sentence};
}

RestoreRefusal notWritten() {
  return {"Failed",
          "The ledger could not be written. Check the disk's space and who owns the folder."};
}

RestoreRefusal busy() {
  return {"Busy",
          "Another program uses the ledger. End the kiosk and every command, and try again."};
}

/// What the ledger that is there says of itself, as far as it can be read.
struct Present {
  std::optional<platform::Hash> head;
  std::int64_t events = 0;                ///< Entries up to the head.
  std::optional<platform::Hash> receipt;  ///< Of the entry that an erasure began its journal with.
};

Present presentOf(Database& database) {
  Present present;
  try {
    const JournalHead head = readHead(database);
    present.head = head.hash;
    present.events = head.events;
    Statement row =
        database.prepare("SELECT hash FROM journal WHERE sequence = 1 AND event = 'ledger-erased'");
    if (row.step()) present.receipt = row.hash(0);
  } catch (const SqlError&) {
    // It is damaged: what it says until then still counts.
  }
  return present;
}

bool holds(Database& copy, const platform::Hash& hash) {
  return copy.prepare("SELECT 1 FROM journal WHERE hash = ?1").bind(hash).step();
}

/// The copy of a copy that is worked on, so that the one that was given stays as it is.
class Staged {
 public:
  explicit Staged(const fs::path& ledger) : file_(backupFolder(ledger) / "restoring.db") {}
  ~Staged() { (void)clear(); }
  Staged(const Staged&) = delete;
  Staged& operator=(const Staged&) = delete;
  [[nodiscard]] const fs::path& file() const { return file_; }

  [[nodiscard]] bool clear() const {
    bool gone = true;
    for (const char* part : {"", "-wal", "-shm", "-journal"}) {
      gone = platform::eraseFile(file_.string() + part).ok() && gone;
    }
    return gone;
  }

  /// Takes over `copy` with the log beside it, and moves the log in.
  [[nodiscard]] Step take(const fs::path& copy) const {
    std::error_code error;
    if (!clear()) return notWritten();
    fs::copy_file(copy, file_, error);
    const fs::path log = copy.string() + "-wal";
    if (!error && fs::exists(log)) fs::copy_file(log, file_.string() + "-wal", error);
    if (!error) fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write, error);
    if (error) return RestoreRefusal{"Failed", "The copy could not be read or taken over."};
    try {
      Database database(file_, Database::Access::ReadWrite, "");
      (void)database.text("PRAGMA journal_mode = DELETE");
    } catch (const SqlError& refused) {
      return refusalOf(withFile(openRefusalOf(refused), copy));
    }
    return Done{};
  }

 private:
  fs::path file_;
};

/// What is known of the time after the copy was made.
struct Known {
  std::optional<JournalHead> mark;
  Present present;
};

/// Whether the copy holds the last entry that anybody was told of.
bool isNewest(Database& copy, const Known& known) {
  return known.mark && holds(copy, known.mark->hash) &&
         (!known.present.head || holds(copy, *known.present.head));
}

RestoreRefusal olderCopy(const CopyFacts& facts, const Known& known) {
  std::string sentence = "The copy ends with event " + std::to_string(facts.head.events) + ", and ";
  sentence += known.mark ? "this device has recorded " + std::to_string(known.mark->events)
                         : "nothing here tells how many this device has recorded";
  sentence += ". The " + std::to_string(facts.inStock) +
              " codes that it has in stock may have been handed out since. With "
              "--quarantine-stock it is restored, and none of them is ever handed out.";
  return {"OlderCopy", std::move(sentence)};
}

/// Of what came last, as the mark will say it by then (markOld()).
std::string headText(const Known& known) {
  const auto& [mark, present] = known;
  const bool further = present.head && (!mark || present.events > mark->events);
  if (further) return platform::toHex(*present.head);
  return mark ? platform::toHex(mark->hash) : "";
}

/// Brings the staged copy up to date and records where it comes from.
Result<std::int64_t, Refusal> finishStaged(Database& copy, const RestoreAsk& ask,
                                           const Known& known, const CopyFacts& facts,
                                           const platform::Clock& clock) {
  Journal journal(copy, clock);
  migrate(copy, journal, migrations());
  const bool all = ask.quarantineStock && !isNewest(copy, known);
  return copy.change(Mode::Keep, [&]() -> Result<std::int64_t, Refusal> {
    const std::int64_t inStock = copy.integer("SELECT count(*) FROM code WHERE state = 'stock'");
    if (all) copy.execute("UPDATE code SET state = 'quarantined' WHERE state = 'stock'");
    const std::int64_t quarantined = all ? inStock : 0;
    journal.append(Event::LedgerRestored, ask.role,
                   {{"events", std::to_string(facts.head.events)},
                    {"old_head", headText(known)},
                    {"quarantined", std::to_string(quarantined)}});
    return quarantined;
  });
}

/// The ledger that is there, which nobody else may use meanwhile.
struct Old {
  explicit Old(const fs::path& ledger)
      : database(ledger, Database::Access::ReadWrite, ""),
        present(presentOf(database)),
        sole(database) {
    database.keepLogOnClose(true);  // Its name is another one's by then.
  }
  Database database;
  Present present;  ///< Before the lock: an error would give that back.
  SoleUse sole;
};

/// Moves the log of a ledger that is whole into it. One that is damaged keeps its log, which may
/// hold what the file has lost.
void settleOld(Database& database) {
  try {
    if (isWhole(database)) database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (const SqlError&) {
    // It is set aside as it is.
  }
}

/// Writes down how far the old ledger came, as far as nobody did. False where that cannot be.
bool markOld(const fs::path& ledger, const Present& present) {
  if (!present.head) return true;
  const auto mark = Watermark::open(ledger);
  return mark != nullptr && mark->raise({present.events, *present.head});
}

Result<Restored, RestoreRefusal> restore(const fs::path& ledger, const RestoreAsk& ask,
                                         const platform::Clock& clock, const CopiesLock& lock) {
  // First, for it may be the ledger itself: whoever closes a file loses all locks on it (POSIX).
  const Staged staged(ledger);
  if (auto taken = staged.take(ask.copy); !taken) return taken.error();
  std::optional<Old> old;
  if (fs::exists(ledger)) old.emplace(ledger);
  if (old && !old->sole.held()) return busy();
  const auto facts = inspectCopy(staged.file());
  if (!facts) return refusalOf(facts.error());
  const Known known{Watermark::at(ledger), old ? old->present : Present{}};
  auto copy = openDatabase(staged.file(), "");
  if (!copy) return refusalOf(withFile(copy.error(), ask.copy));
  if (known.present.receipt && !holds(**copy, *known.present.receipt)) {
    return RestoreRefusal{"ErasedSince",
                          "The device was erased after that copy was made. Names and codes that "
                          "were erased are not brought back."};
  }
  const bool newest = isNewest(**copy, known);
  if (!newest && !ask.quarantineStock) return olderCopy(*facts, known);
  const auto quarantined = finishStaged(**copy, ask, known, *facts, clock);
  if (!quarantined) return notWritten();
  const JournalHead head = readHead(**copy);
  // A log that stayed would not come along.
  if ((*copy)->text("PRAGMA journal_mode = DELETE") != "delete") return notWritten();
  copy->reset();
  if (!markOld(ledger, known.present)) return notWritten();
  if (old) settleOld(old->database);
  const auto aside = swapLedger(staged.file(), ledger, head, clock.now(), lock);
  if (!aside) return notWritten();
  return Restored{facts->head.events, *quarantined, newest, *aside};
}

}  // namespace

Result<Restored, RestoreRefusal> restoreLedger(const fs::path& ledger, const RestoreAsk& ask,
                                               const platform::Clock& clock) {
  const fs::path whole = fs::absolute(ledger);
  std::error_code none;
  if (!fs::is_regular_file(ask.copy, none)) {
    return RestoreRefusal{"NotFound", "There is no file \"" + ask.copy.string() + "\"."};
  }
  if (const auto named = inspectName(ask.copy); !named) return refusalOf(named.error());
  const CopiesLock lock(whole);
  if (!lock.held()) return notWritten();
  try {
    return restore(whole, ask, clock, lock);
  } catch (const SqlError& error) {
    return refusalOf(withFile(openRefusalOf(error), whole));
  }
}

}  // namespace hallpass
