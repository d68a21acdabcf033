#include "kiosk/ledger/claims.h"

#include <string>

#include "kiosk/ledger/commitment.h"
#include "kiosk/ledger/current_class.h"
#include "kiosk/ledger/database.h"
#include "kiosk/ledger/journal.h"
#include "kiosk/ledger/next_code.h"

namespace hallpass {
namespace {

using platform::Result;

/// The commitment to who the student is, or nullopt where the class does not know them.
std::optional<std::string> commitmentOf(Database& database, StudentId student, ClassId inClass) {
  Statement row = database.prepare(
      "SELECT name, email, number, commitment_key FROM identity JOIN student "
      "ON student.id = identity.student WHERE student.id = ?1 AND student.class = ?2");
  if (!row.bind(student, inClass).step()) return std::nullopt;
  return commitment(row.hash(3), {row.text(0), row.text(1), row.text(2)});
}

std::optional<Claim> liveClaim(Database& database, StudentId student, const Class& inClass) {
  Statement row = database.prepare(
      "SELECT claim.id, code.secret, claim.made_at, claim.times_shown FROM claim "
      "JOIN code ON code.id = claim.code "
      "WHERE claim.student = ?1 AND claim.class = ?2 AND claim.pass_type = ?3 AND claim.live = 1");
  if (!row.bind(student, inClass.id, inClass.facts.passType).step()) return std::nullopt;
  return Claim{{row.integer(0)},
               student,
               Code(row.text(1)),
               {row.integer(2)},
               static_cast<int>(row.integer(3)),
               true};
}

ClaimId insertClaim(Database& database, StudentId student, const Class& inClass,
                    const NextCode& next, platform::UtcTime now) {
  database
      .prepare(
          "INSERT INTO claim (class, student, code, pass_type, made_at) "
          "VALUES (?1, ?2, ?3, ?4, ?5)")
      .bind(inClass.id, student, next.id, inClass.facts.passType, now)
      .run();
  return {database.lastInsertId()};
}

Claim showAgain(Database& database, Journal& journal, Claim claim, Role role) {
  ++claim.timesShown;
  database.prepare("UPDATE claim SET times_shown = ?2 WHERE id = ?1")
      .bind(claim.id, claim.timesShown)
      .run();
  journal.append(Event::CodeShownAgain, role,
                 {{"claim", std::to_string(claim.id.value)},
                  {"student", std::to_string(claim.student.value)},
                  {"times", std::to_string(claim.timesShown)}});
  return claim;
}

}  // namespace

Claims::Claims(Database& database, Journal& journal) : database_(database), journal_(journal) {}

Result<Claim, Refusal> Claims::make(StudentId student, Role role) {
  return database_.change(Mode::Keep, [&]() -> Result<Claim, Refusal> {
    const std::optional<Class> current = readCurrentClass(database_);
    if (!current) return Refusal::NoClass;
    const auto who = commitmentOf(database_, student, current->id);
    if (!who) return Refusal::UnknownStudent;
    if (auto held = liveClaim(database_, student, *current)) {
      return showAgain(database_, journal_, std::move(*held), role);
    }
    const platform::UtcTime now = journal_.clock().now();
    if (const auto refusal = current->refusesAt(now)) return *refusal;
    const auto next = readNextCode(database_, current->facts.passType, now);
    if (!next) return Refusal::OutOfStock;
    const ClaimId id = insertClaim(database_, student, *current, *next, now);
    journal_.append(Event::ClaimMade, role,
                    {{"claim", std::to_string(id.value)},
                     {"class", std::to_string(current->id.value)},
                     {"student", std::to_string(student.value)},
                     {"who", *who},
                     {"code", std::to_string(next->id)},
                     {"batch", std::to_string(next->batch)}});
    return Claim{id, student, next->code, now};
  });
}

Result<std::optional<Claim>, Refusal> Claims::find(StudentId student) {
  return database_.query([&]() -> Result<std::optional<Claim>, Refusal> {
    const std::optional<Class> current = readCurrentClass(database_);
    if (!current) return std::optional<Claim>();
    return liveClaim(database_, student, *current);
  });
}

}  // namespace hallpass
