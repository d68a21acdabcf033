#include "kiosk/ledger/claims.h"

#include "kiosk/ledger/commitment.h"
#include "kiosk/ledger/current_class.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/live_claim.h"
#include "kiosk/ledger/next_code.h"
#include "kiosk/ledger/own_digits.h"
#include "kiosk/ledger/subjects.h"

namespace hallpass {
namespace {

using platform::Done;
using platform::Result;
using Digits = std::optional<std::string>;

std::string text(std::int64_t number) { return std::to_string(number); }

/// The commitment to who the student is, or nullopt where the class does not know them.
std::optional<std::string> commitmentOf(Database& database, StudentId student, ClassId inClass) {
  Statement row = database.prepare(
      "SELECT name, email, number, commitment_key FROM identity JOIN student "
      "ON student.id = identity.student WHERE student.id = ?1 AND student.class = ?2");
  if (!row.bind(student, inClass).step()) return std::nullopt;
  return commitment(row.hash(3), {row.text(0), row.text(1), row.text(2)});
}

/// Whether `student` had a code here that ended without another one: only a swap goes on from it.
bool hadClaim(Database& database, StudentId student, const Class& inClass) {
  Statement row = database.prepare("SELECT 1 FROM claim WHERE student = ?1 AND class = ?2");
  return row.bind(student, inClass.id).step();
}

/// A student of the current class, and what the journal says of who it is.
struct Holder {
  StudentId student;
  Class inClass;
  std::string who;
};

Result<Holder, Refusal> holderOf(Database& database, StudentId student) {
  const std::optional<Class> current = readCurrentClass(database);
  if (!current) return Refusal::NoClass;
  const auto who = commitmentOf(database, student, current->id);
  if (!who) return Refusal::UnknownStudent;
  return Holder{student, *current, *who};
}

/// The claim that a new one replaces, and why.
struct Swap {
  ClaimId replaces;
  std::string_view cause;
};

/// The code to use next, claimed for `holder`; nothing is recorded yet.
Result<LiveClaim, Refusal> takeNext(Database& database, const Holder& holder, platform::UtcTime now,
                                    const std::optional<Swap>& swap) {
  if (const auto refusal = holder.inClass.refusesAt(now)) return *refusal;
  if (database.diskIsLow()) return Refusal::DiskLow;
  const std::string& passType = holder.inClass.facts.passType;
  const auto next = readNextCode(database, passType, now);
  if (!next) return Refusal::OutOfStock;
  Statement insert = database.prepare(
      "INSERT INTO claim (class, student, code, pass_type, made_at, replaces, reason) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  insert
      .bind(holder.inClass.id, holder.student, next->id, passType, now,
            swap ? std::optional(swap->replaces) : std::nullopt,
            swap ? std::optional(swap->cause) : std::nullopt)
      .run();
  const ClaimId id{database.lastInsertId()};
  return LiveClaim{
      {id, holder.student, next->code, now, 1, false, false, next->value}, next->id, next->batch};
}

void chooseDigits(Database& database, Claim& claim, const Digits& digits) {
  if (!digits || claim.hasDigits) return;
  keepDigits(database, claim.id, *digits);
  claim.hasDigits = true;
}

Claim showAgain(Database& database, Journal& journal, Claim claim, Role role) {
  ++claim.timesShown;
  database.prepare("UPDATE claim SET times_shown = ?2 WHERE id = ?1")
      .bind(claim.id, claim.timesShown)
      .run();
  journal.append(Event::CodeShownAgain, role,
                 {{"claim", text(claim.id.value)},
                  {"student", text(claim.student.value)},
                  {"times", text(claim.timesShown)}});
  return claim;
}

/// Ends a claim and puts its code away; the schema wants it in this order.
void end(Database& database, const LiveClaim& old) {
  database.prepare("UPDATE claim SET live = 0 WHERE id = ?1").bind(old.claim.id).run();
  database.prepare("UPDATE code SET state = 'quarantined' WHERE id = ?1").bind(old.code).run();
  dropDigits(database, old.claim.id);
}

void recordQuarantined(Journal& journal, const LiveClaim& old, std::string_view cause, Role role) {
  journal.append(Event::CodeQuarantined, role,
                 {{"code", text(old.code)},
                  {"batch", text(old.batch)},
                  {"claim", text(old.claim.id.value)},
                  {"student", text(old.claim.student.value)},
                  {"cause", std::string(cause)}});
}

/// Records the claim that was made for `holder`, in place of another one where `swap` names it.
void recordTaken(Journal& journal, const LiveClaim& taken, const Holder& holder,
                 const std::optional<Swap>& swap, Role role) {
  std::vector<std::pair<std::string, std::string>> fields{{"claim", text(taken.claim.id.value)},
                                                          {"class", text(holder.inClass.id.value)},
                                                          {"student", text(holder.student.value)},
                                                          {"who", holder.who},
                                                          {"code", text(taken.code)},
                                                          {"batch", text(taken.batch)}};
  if (swap) {
    fields.emplace_back("replaces", text(swap->replaces.value));
    fields.emplace_back("cause", swap->cause);
  }
  journal.append(swap ? Event::ClaimReplaced : Event::ClaimMade, role, fields);
}

/// That the instructor let the claim be made although a code was taken elsewhere.
void recordOverruled(Journal& journal, const LiveClaim& taken, const Holder& holder,
                     const Elsewhere& there, Role role, Overrule reason) {
  journal.append(Event::RoomOverruled, role,
                 {{"claim", text(taken.claim.id.value)},
                  {"class", text(holder.inClass.id.value)},
                  {"student", text(holder.student.value)},
                  {"room", there.room},
                  {"at", platform::toIsoText(there.at)},
                  {"cause", std::string(name(reason))}});
}

ClaimRecord recordAt(const Statement& row) {
  ClaimRecord record{{row.integer(0)},
                     {row.integer(1)},
                     {row.text(2), row.text(3), row.text(4)},
                     Code(row.text(5)),
                     row.integer(6),
                     {row.integer(7)},
                     static_cast<int>(row.integer(8)),
                     std::nullopt,
                     row.text(10),
                     row.integer(11) == 1,
                     row.text(12),
                     row.text(13),
                     row.text(14)};
  if (const std::int64_t replaces = row.integer(9); replaces != 0) record.replaces = {replaces};
  return record;
}

}  // namespace

Claims::Claims(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<Claim, Refusal> Claims::make(StudentId student, Role role, const Digits& digits,
                                    std::optional<Overrule> overrule) {
  return database_.change(Mode::Keep, [&]() -> Result<Claim, Refusal> {
    const auto holder = holderOf(database_, student);
    if (!holder) return holder.error();
    if (auto held = readLiveClaim(database_, student, holder->inClass)) {
      chooseDigits(database_, held->claim, digits);
      return showAgain(database_, journal_, std::move(held->claim), role);
    }
    if (hadClaim(database_, student, holder->inClass)) return Refusal::NoClaim;
    const auto subject = readSubject(database_, student, holder->inClass);
    const auto there = subject ? readElsewhere(database_, *subject) : std::nullopt;
    if (there && !overrule) return Refusal::TakenElsewhere;
    auto taken = takeNext(database_, *holder, journal_.clock().now(), std::nullopt);
    if (!taken) return taken.error();
    chooseDigits(database_, taken->claim, digits);
    recordTaken(journal_, *taken, *holder, std::nullopt, role);
    if (there) recordOverruled(journal_, *taken, *holder, *there, role, *overrule);
    if (subject) noteSubject(database_, taken->claim.id, *subject);
    return std::move(taken->claim);
  });
}

Result<Claim, Refusal> Claims::replace(StudentId student, Cause cause, Role role,
                                       const Digits& digits) {
  return database_.change(Mode::Keep, [&]() -> Result<Claim, Refusal> {
    const auto holder = holderOf(database_, student);
    if (!holder) return holder.error();
    const auto old = readLiveClaim(database_, student, holder->inClass);
    if (!old) return Refusal::NoClaim;
    const Swap swap{old->claim.id, name(cause)};
    end(database_, *old);
    auto taken = takeNext(database_, *holder, journal_.clock().now(), swap);
    if (!taken) return taken.error();
    chooseDigits(database_, taken->claim, digits);
    recordQuarantined(journal_, *old, swap.cause, role);
    recordTaken(journal_, *taken, *holder, swap, role);
    return std::move(taken->claim);
  });
}

Result<Done, Refusal> Claims::report(StudentId student, Outcome outcome, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<Done, Refusal> {
    const auto held = readLiveClaim(database_, student);
    if (!held) return Refusal::NoClaim;
    database_
        .prepare("INSERT INTO outcome (claim, outcome, role, reported_at) VALUES (?1, ?2, ?3, ?4)")
        .bind(held->claim.id, name(outcome), name(role), journal_.clock().now())
        .run();
    journal_.append(Event::OutcomeReported, role,
                    {{"claim", text(held->claim.id.value)},
                     {"student", text(student.value)},
                     {"outcome", std::string(name(outcome))}});
    return Done{};
  });
}

Result<std::vector<ClaimRecord>, Refusal> Claims::records(Of classes) {
  return database_.query([&]() -> Result<std::vector<ClaimRecord>, Refusal> {
    std::vector<ClaimRecord> records;
    const std::optional<Class> current = readCurrentClass(database_);
    if (!current) return records;
    Statement row = database_.prepare(
        "SELECT claim.id, claim.student, name, email, number, secret, code.batch, made_at, "
        "times_shown, replaces, reason, live, (SELECT outcome FROM outcome "
        "WHERE outcome.claim = claim.id ORDER BY outcome.id DESC LIMIT 1), title, "
        "class.pass_type FROM claim JOIN code ON code.id = claim.code "
        "JOIN class ON class.id = claim.class "
        "LEFT JOIN identity ON identity.student = claim.student "
        "WHERE iif(?2, claim.class <> ?1, claim.class = ?1) ORDER BY claim.id");
    row.bind(current->id, classes == Of::EarlierClasses ? 1 : 0);
    while (row.step()) records.push_back(recordAt(row));
    return records;
  });
}

Result<std::optional<Claim>, Refusal> Claims::find(StudentId student) {
  return database_.query([&]() -> Result<std::optional<Claim>, Refusal> {
    auto held = readLiveClaim(database_, student);
    return held ? std::optional(std::move(held->claim)) : std::nullopt;
  });
}

}  // namespace hallpass
