#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/domain/claim.h"
#include "kiosk/domain/refusal.h"
#include "kiosk/domain/stock.h"
#include "kiosk/ledger/events.h"
#include "platform/base/clock.h"
#include "platform/base/hash.h"
#include "platform/base/result.h"

namespace hallpass {

class Database;

/// One row of the journal, as stored.
struct JournalEntry {
  std::int64_t sequence = 0;
  std::string bootId;
  platform::BootTime sinceBoot;
  platform::UtcTime wall;
  std::string wallQuality;  ///< "synchronised", "unsynchronised" or "behind" (the entry before it).
  std::string role;
  std::string event;   ///< "claim-made"
  std::string fields;  ///< One JSON object, in the order of the event list.
  platform::Hash previous{};
  platform::Hash hash{};
};

/// What the entry says, in a sentence for a person; "(not given)" stands for an empty field.
[[nodiscard]] std::string describe(const JournalEntry& entry);

/// The same in another language: `sentence` is the event's, with the same {field} places, and
/// `notGiven` what stands for an empty field.
[[nodiscard]] std::string describe(const JournalEntry& entry, std::string_view sentence,
                                   const std::string& notGiven);

/// The append-only, hash-chained record of everything that happened.
///
/// hash = SHA-256 over the row's columns in the order of JournalEntry (without `hash`), each as its
/// length in 8 bytes, most significant first, and then its bytes; numbers as decimal text.
class Journal {
 public:
  struct Verdict {
    std::int64_t events = 0;
    platform::Hash head{};                 ///< Hash of the last row; all zero where there is none.
    std::optional<std::int64_t> firstBad;  ///< The first row that does not fit; nullopt = all fit.
    bool headFound = true;                 ///< Whether the head asked for is the hash of a row.
  };

  /// Which entries a list shows; what is empty does not choose.
  struct Filter {
    std::optional<std::int64_t> student;  ///< Entries that name that student's number.
    std::string codeEnding;  ///< Entries of a code that ends so; case as the code has it, or not.
    std::string event;       ///< "claim-made"
    std::optional<platform::UtcTime> day;  ///< Any moment of that day, in the device's time zone.
  };
  struct Page {
    std::vector<JournalEntry> entries;
    std::int64_t total = 0;  ///< Entries that the filter chooses.
  };

  Journal(Database& database, const platform::Clock& clock);

  /// Adds `event` to the transaction that the caller has open. `fields` are named as in the event
  /// list; anything else throws std::logic_error, because it is a mistake in the program. Throws
  /// SqlError, which Database::change() takes.
  void append(Event event, Role role,
              const std::vector<std::pair<std::string, std::string>>& fields);

  /// Calls `each` for every entry, oldest first, until it answers false. `each` may not use the
  /// ledger.
  [[nodiscard]] platform::Result<platform::Done, Refusal> read(
      const std::function<bool(const JournalEntry&)>& each);

  /// Entries [first, first + count) of those that `filter` chooses, newest first.
  [[nodiscard]] platform::Result<Page, Refusal> page(const Filter& filter, std::int64_t first,
                                                     std::int64_t count);

  /// Records, in a transaction of its own, what changed nothing else in the ledger. `fields` as for
  /// append(). Refuses with Busy or Failed.
  [[nodiscard]] platform::Result<platform::Done, Refusal> record(
      Event event, Role role, const std::vector<std::pair<std::string, std::string>>& fields);

  /// Records that the journal or a list left the device: `what` ("claims"), how many lines, and
  /// whether codes are in it. Refuses with Busy or Failed.
  [[nodiscard]] platform::Result<platform::Done, Refusal> recordExport(std::string_view what,
                                                                       std::int64_t lines,
                                                                       bool withCodes, Role role);

  /// Checks the chain. `progress` is told every thousand entries; where it answers false, the
  /// refusal is Cancelled. `knownHead` is a head that was kept outside the device: a journal whose
  /// end was cut off and written anew is found only by it (trust.md 5).
  [[nodiscard]] platform::Result<Verdict, Refusal> verify(
      const std::optional<platform::Hash>& knownHead, const Progress& progress = {});

  /// Records, in a transaction of its own, that somebody looked at the clock and found it right.
  /// From then on lastEventAt() is the clock's time, so that a device whose clock once stood in the
  /// future by mistake can be ready again; the older entries keep the times that they have.
  /// Refuses with Busy or Failed.
  [[nodiscard]] platform::Result<platform::Done, Refusal> acceptClock(Role role);

  /// The number of the newest entry of that event; 0 where there is none.
  [[nodiscard]] platform::Result<std::int64_t, Refusal> lastOf(Event event);

  /// Wall time of the newest entry by sequence; the epoch where there is none.
  [[nodiscard]] platform::Result<platform::UtcTime, Refusal> lastEventAt();

  /// The time that the entries are stamped with.
  [[nodiscard]] const platform::Clock& clock() const { return clock_; }

 private:
  Database& database_;
  const platform::Clock& clock_;
};

}  // namespace hallpass
