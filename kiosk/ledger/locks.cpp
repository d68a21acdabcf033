#include "kiosk/ledger/locks.h"

#include <algorithm>

#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"

namespace hallpass {
namespace {

using platform::Clock;
using platform::Done;
using platform::Result;
using std::chrono::milliseconds;

/// What is kept of a lock: its wait as it was at a moment of a boot.
struct LockRow {
  std::string secret;  ///< "" = none.
  int failures = 0;
  milliseconds wait{0};
  std::string bootId;
  platform::BootTime sinceBoot;
};

LockRow readLock(Database& database, Lock lock) {
  Statement row = database.prepare(
      "SELECT coalesce(secret, ''), failures, wait, boot_id, since_boot FROM lock WHERE name = ?1");
  row.bind(name(lock)).step();
  return {row.text(0),
          static_cast<int>(row.integer(1)),
          milliseconds(row.integer(2)),
          row.text(3),
          {row.integer(4)}};
}

/// What is left of the wait. After a restart only the time since that start is known to have passed
/// powered on: the time between the last note and the end of that boot counts for nothing.
milliseconds waitLeft(const LockRow& row, const Clock& clock) {
  const bool sameBoot = row.bootId == clock.bootId();
  const platform::BootTime from = sameBoot ? row.sinceBoot : platform::BootTime{};
  const milliseconds served = std::max(milliseconds(0), clock.sinceBoot() - from);
  return std::max(milliseconds(0), row.wait - served);
}

LockState stateOf(const LockRow& row, const Clock& clock) {
  return {!row.secret.empty(), row.failures, waitLeft(row, clock)};
}

/// Writes down how often the lock was tried, and the wait as it is from now on.
void writeTries(Database& database, Lock lock, const LockState& state, const Clock& clock) {
  database
      .prepare(
          "UPDATE lock SET failures = ?2, wait = ?3, boot_id = ?4, since_boot = ?5 "
          "WHERE name = ?1")
      .bind(name(lock), state.failures, state.wait.count(), clock.bootId(), clock.sinceBoot().ms)
      .run();
}

/// `hash` "" takes the secret away.
void writeSecret(Database& database, Lock lock, std::string_view hash) {
  database.prepare("UPDATE lock SET secret = nullif(?2, '') WHERE name = ?1")
      .bind(name(lock), hash)
      .run();
}

/// Whoever a lock stands for; the recovery word may be in anybody's hand.
Role roleOf(Lock lock) {
  if (lock == Lock::Instructor) return Role::Instructor;
  return lock == Lock::Staff ? Role::Staff : Role::Student;
}

bool anyWait(Database& database) {
  return database.integer("SELECT EXISTS (SELECT 1 FROM lock WHERE wait > 0)") == 1;
}

}  // namespace

Locks::Locks(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<LockState, Refusal> Locks::state(Lock lock) {
  return database_.query([&]() -> Result<LockState, Refusal> {
    return stateOf(readLock(database_, lock), journal_.clock());
  });
}

Result<std::string, Refusal> Locks::count(Lock lock) {
  return database_.change(Mode::Keep, [&]() -> Result<std::string, Refusal> {
    const LockRow row = readLock(database_, lock);
    LockState state = stateOf(row, journal_.clock());
    if (!state.set) return Refusal::NoPin;
    if (state.stopped()) return Refusal::LockStopped;
    if (!state.mayTry()) return Refusal::LockWaits;
    ++state.failures;
    state.wait = waitAfter(state.failures);
    writeTries(database_, lock, state, journal_.clock());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(state.wait).count();
    journal_.append(Event::LockTried, Role::Student,
                    {{"lock", std::string(name(lock))},
                     {"failures", std::to_string(state.failures)},
                     {"wait_seconds", std::to_string(seconds)}});
    return row.secret;
  });
}

Result<Done, Refusal> Locks::opened(Lock lock) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    if (readLock(database_, lock).secret.empty()) return Refusal::NoPin;
    writeTries(database_, lock, {}, journal_.clock());
    if (lock == Lock::Recovery) writeSecret(database_, lock, "");
    journal_.append(Event::LockOpened, roleOf(lock), {{"lock", std::string(name(lock))}});
    return Done{};
  });
}

Result<Done, Refusal> Locks::locked(Lock lock, std::string_view why) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    const bool byItself = why == "idle" || why == "limit";
    journal_.append(Event::DeskLocked, byItself ? Role::System : roleOf(lock),
                    {{"lock", std::string(name(lock))}, {"why", std::string(why)}});
    return Done{};
  });
}

Result<Done, Refusal> Locks::set(Lock lock, std::string_view hash, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    writeSecret(database_, lock, hash);
    writeTries(database_, lock, {}, journal_.clock());
    journal_.append(Event::LockSet, role, {{"lock", std::string(name(lock))}});
    return Done{};
  });
}

Result<Done, Refusal> Locks::keepServed() {
  const auto waits = database_.query([&]() -> Result<bool, Refusal> { return anyWait(database_); });
  if (!waits) return waits.error();
  if (!*waits) return Done{};
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    for (const Lock lock : kLocks) {
      const LockRow row = readLock(database_, lock);
      if (row.wait.count() == 0) continue;
      writeTries(database_, lock, stateOf(row, journal_.clock()), journal_.clock());
    }
    return Done{};
  });
}

}  // namespace hallpass
