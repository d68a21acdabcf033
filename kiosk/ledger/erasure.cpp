#include "kiosk/ledger/erasure.h"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "kiosk/domain/lock.h"
#include "kiosk/ledger/copies.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/scrubbing.h"
#include "kiosk/ledger/sole_use.h"
#include "kiosk/ledger/stock_count.h"

namespace hallpass {
namespace {

using platform::Done;
using platform::Result;

/// Every table whose rows go, those that refer to another one first.
constexpr std::array kErased{"elsewhere",    "subject",  "venue",      "leased", "lease",
                             "depot",        "outcome",  "own_digits", "claim",  "code",
                             "batch",        "identity", "student",    "class",  "passes_added",
                             "market_order", "journal"};

/// An erasure that was written down and is not finished.
struct Standing {
  bool namesOnly = false;
  bool wiped = false;  ///< Only the scrubbing is left.
  KeptPins kept;
  Role role = Role::System;
};

Role roleNamed(const std::string& text) {
  for (const Role role : {Role::Student, Role::Operator, Role::Instructor, Role::Staff}) {
    if (name(role) == text) return role;
  }
  return Role::System;
}

std::optional<Standing> readStanding(Database& database) {
  Statement row = database.prepare(
      "SELECT what = 'names', step = 'scrub', keep_instructor, keep_staff, role FROM erasing");
  if (!row.step()) return std::nullopt;
  return Standing{row.integer(0) == 1,
                  row.integer(1) == 1,
                  {row.integer(2) == 1, row.integer(3) == 1},
                  roleNamed(row.text(4))};
}

std::int64_t rowsOf(Database& database, const std::string& table) {
  return database.integer("SELECT count(*) FROM " + table);
}

/// All but the new head, which is not there yet.
ErasureReceipt receiptOf(Database& database, KeptPins kept, platform::UtcTime now) {
  ErasureReceipt receipt;
  receipt.at = now;
  receipt.counts = readStockCount(database, std::nullopt, now);
  receipt.students = rowsOf(database, "student");
  receipt.claims = rowsOf(database, "claim");
  receipt.classes = rowsOf(database, "class");
  receipt.events = rowsOf(database, "journal");
  receipt.deviceId = database.text("SELECT name FROM device");
  receipt.kept = kept;
  Statement head = database.prepare("SELECT hash FROM journal ORDER BY sequence DESC LIMIT 1");
  if (head.step()) receipt.oldHead = head.hash(0);
  return receipt;
}

std::string keptText(KeptPins kept) {
  if (kept.instructor && kept.staff) return "instructor staff";
  if (kept.instructor) return "instructor";
  return kept.staff ? "staff" : "none";
}

void record(Journal& journal, const ErasureReceipt& receipt, Role role) {
  const auto text = [](std::int64_t number) { return std::to_string(number); };
  journal.append(Event::LedgerErased, role,
                 {{"device", receipt.deviceId},
                  {"old_head", platform::toHex(receipt.oldHead)},
                  {"events", text(receipt.events)},
                  {"classes", text(receipt.classes)},
                  {"students", text(receipt.students)},
                  {"claims", text(receipt.claims)},
                  {"loaded", text(receipt.counts.loaded)},
                  {"in_stock", text(receipt.counts.inStock)},
                  {"claimed", text(receipt.counts.claimed)},
                  {"quarantined", text(receipt.counts.quarantined)},
                  {"expired", text(receipt.counts.expired)},
                  {"returned", text(receipt.counts.returned)},
                  {"kept_pins", keptText(receipt.kept)}});
}

void forgetLock(Database& database, Lock lock) {
  database
      .prepare(
          "UPDATE lock SET secret = NULL, failures = 0, wait = 0, boot_id = '', since_boot = 0 "
          "WHERE name = ?1")
      .bind(name(lock))
      .run();
}

/// Within the caller's transaction, in which the rules let rows go.
void wipe(Database& database, Journal& journal, const Standing& meant) {
  database.execute("UPDATE erasing SET step = 'now'");
  const ErasureReceipt receipt = receiptOf(database, meant.kept, journal.clock().now());
  for (const char* table : kErased) database.execute("DELETE FROM " + std::string(table));
  if (!meant.kept.instructor) forgetLock(database, Lock::Instructor);
  if (!meant.kept.staff) forgetLock(database, Lock::Staff);
  if (!meant.kept.instructor || !meant.kept.staff) forgetLock(database, Lock::Recovery);
  record(journal, receipt, meant.role);
  database.execute("UPDATE erasing SET step = 'scrub'");
}

/// The receipt that the entry with `fields` is. A field that is not as it was written gives 0.
ErasureReceipt readReceipt(platform::UtcTime at, const platform::Hash& head,
                           const std::string& fields) {
  const auto object = nlohmann::json::parse(fields, nullptr, false);
  const auto text = [&](const char* field) {
    const bool given = object.is_object() && object.contains(field) && object[field].is_string();
    return given ? object[field].get<std::string>() : std::string();
  };
  const auto number = [&](const char* field) {
    const std::string digits = text(field);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  ErasureReceipt receipt;
  receipt.at = at;
  receipt.counts = {number("loaded"),      number("in_stock"), number("claimed"),
                    number("quarantined"), number("expired"),  number("returned")};
  receipt.students = number("students");
  receipt.claims = number("claims");
  receipt.classes = number("classes");
  receipt.events = number("events");
  receipt.oldHead = platform::hashFromHex(text("old_head")).value_or(platform::Hash{});
  receipt.newHead = head;
  receipt.deviceId = text("device");
  receipt.kept = {text("kept_pins").find("instructor") != std::string::npos,
                  text("kept_pins").find("staff") != std::string::npos};
  return receipt;
}

/// Whether the scrubbing may be left for later: names are gone from every table by then, and a
/// kiosk that has a class to serve is of more use than one that waits for a larger disk.
bool mayWait(const Standing& standing, const SqlError& error) {
  const int code = error.primaryCode();
  return standing.namesOnly && (code == SQLITE_FULL || code == SQLITE_BUSY || code == SQLITE_PERM);
}

}  // namespace

void finishErasure(Database& database, Journal& journal) {
  const auto standing = readStanding(database);
  if (!standing) return;
  if (!standing->wiped) {
    settleWatermark(database);  // A program that was killed may have left it behind.
    Transaction whole(database, Transaction::Kind::Write);
    // Another program may have been faster.
    const auto meant = readStanding(database);
    if (meant && !meant->wiped) wipe(database, journal, *meant);
    whole.commit();
    settleWatermark(database);
  }
  try {
    scrub(database);
    const std::string file = database.fileName();
    // Names may wait for whoever makes a copy; nobody waits for him.
    const auto wait = standing->namesOnly ? CopiesLock::Wait::No : CopiesLock::Wait::Yes;
    if (!file.empty() && !eraseCopies(file, wait)) {
      throw SqlError(SQLITE_PERM, "a copy is still there");
    }
  } catch (const SqlError& error) {
    if (mayWait(*standing, error)) return;
    throw;
  }
  database.execute("DELETE FROM erasing WHERE step = 'scrub'");
}

Erasure::Erasure(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<ErasureReceipt, Refusal> Erasure::erase(KeptPins kept, Role role) {
  const SoleUse sole(database_);
  if (!sole.held()) return Refusal::Busy;
  const auto meant = database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    database_.execute("DELETE FROM erasing");  // A scrubbing that is left is part of this one.
    database_.prepare("INSERT INTO erasing VALUES (1, 'device', 'meant', ?1, ?2, ?3)")
        .bind(kept.instructor ? 1 : 0, kept.staff ? 1 : 0, name(role))
        .run();
    return Done{};
  });
  if (!meant) return meant.error();
  if (const auto failed = database_.apart([&] { finishErasure(database_, journal_); })) {
    return *failed;
  }
  auto receipt = last();
  if (!receipt) return receipt.error();
  return *receipt.value();
}

Result<std::optional<ErasureReceipt>, Refusal> Erasure::last() {
  return database_.query([&]() -> Result<std::optional<ErasureReceipt>, Refusal> {
    Statement row = database_.prepare(
        "SELECT wall, hash, fields FROM journal WHERE sequence = 1 AND event = 'ledger-erased'");
    if (!row.step()) return std::optional<ErasureReceipt>();
    return std::optional(readReceipt(*row.time(0), row.hash(1), row.text(2)));
  });
}

}  // namespace hallpass
